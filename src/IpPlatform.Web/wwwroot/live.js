// Follows what the page shows while it is open and visible. The stream says only "it is at version N"; the page is fetched anew with
// the reader's own rights and morphed. What a person has typed or opened is hers: it is never touched.
(() => {
  document.querySelector(".errors, .ds-error-summary")?.focus();
  const main = document.querySelector("main[data-live]");
  if (!main?.dataset.live || !window.EventSource) return;
  const status = document.getElementById("status");
  let source = null, seen = main.dataset.liveVersion ?? null, busy = false, again = false, saidAt = 0;

  const typed = (field) => field.matches?.("textarea, input:not([type=hidden]), select") &&
    (field === document.activeElement || (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.tagName === "SELECT" ? [...field.options].some((o) => o.selected !== o.defaultSelected) : field.value !== field.defaultValue));
  const hers = (form) => [...form.querySelectorAll("textarea, input, select")].some(typed);

  // A list is told of more than it shows: it speaks only when a line has come, gone or changed.
  let moved = false;
  const mark = (node) => { moved = true; node.classList.add("changed"); };

  const options = {
    morphStyle: "innerHTML",
    ignoreActiveValue: true,
    callbacks: {
      // A form in which somebody is typing stays whole: its hidden fields say what she saw when she began.
      beforeNodeMorphed: (old) => !(old instanceof HTMLElement) || old.id === "status" ? old.id !== "status" : !(old.tagName === "FORM" && hers(old)),
      beforeNodeRemoved: (old) => !(old instanceof HTMLElement) || (old.id !== "status" && !hers(old)),
      beforeAttributeUpdated: (name, node) => !(node.tagName === "DETAILS" && (name === "open" || name === "hidden")),
      afterNodeMorphed: (old, fresh) => { if (old.dataset?.version && old.dataset.version !== seenVersions.get(old.id)) mark(old); },
      afterNodeAdded: (node) => { if (node.dataset?.version) mark(node); },
      afterNodeRemoved: (node) => { if (node.dataset?.version) moved = true; },
    },
  };
  let seenVersions = new Map();

  // The stream says each version once: what could not be fetched is asked for again, ever more patiently, and when the stream comes back.
  let patience = 1000, waiting = 0;
  const later = () => {
    seen = "";
    patience = Math.min(2 * patience, 30000);
    // One at a time: a stream that is refused asks too, each time that it tries.
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!document.hidden) refresh(); }, patience);
  };

  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html", "IP-Unattended": "1" } });
      if (answer.status >= 500) { later(); return; }
      if (!answer.ok || answer.redirected) { if (!hers(main)) location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("innhald");
      if (!fresh) return;
      patience = 1000;
      document.querySelectorAll(".changed").forEach((node) => node.classList.remove("changed"));
      // Laid out without the mark once, or what changes twice would show it only the first time.
      void main.offsetWidth;
      seenVersions = new Map([...main.querySelectorAll("[data-version]")].map((node) => [node.id, node.dataset.version]));
      moved = main.dataset.liveList === undefined;
      Idiomorph.morph(main, fresh.innerHTML, options);
      if (moved && Date.now() - saidAt > 700) { status.textContent = main.dataset.updated; saidAt = Date.now(); setTimeout(() => { status.textContent = ""; }, 4000); }
    } catch {
      // No network: what is typed stays.
      later();
    } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  };

  const follow = () => {
    if (document.hidden) { source?.close(); source = null; return; }
    if (source) return;
    source = new EventSource(main.dataset.live);
    source.addEventListener("version", (event) => {
      if (seen !== null && seen !== event.data) refresh();
      seen = event.data;
    });
    // Refused: the session or the right has ended, and the page says which; or nobody answers now.
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      setTimeout(follow, 5000);
      refresh();
    });
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  follow();
})();
