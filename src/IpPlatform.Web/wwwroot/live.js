// Follows the plan while the page is open and shown. The stream says only "it is at version N"; the page is fetched anew with the
// reader's own rights. A goal in which somebody is typing is never touched.
(() => {
  const main = document.querySelector("main[data-live]");
  if (!main || !window.EventSource) return;
  const status = document.getElementById("status");
  let source = null, seen = null, busy = false, again = false;

  const typing = (node) => [...node.querySelectorAll("textarea")].some((field) => field === document.activeElement || field.value !== field.defaultValue);

  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (!answer.ok) { location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      merge(document.getElementById("plan"), fresh.getElementById("plan"));
      status.textContent = main.dataset.updated;
    } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  };

  const merge = (now, fresh) => {
    const list = now.querySelector(".goals"), next = fresh.querySelector(".goals");
    if (!list || !next) { if (!typing(now)) now.replaceChildren(...fresh.childNodes); return; }
    const wanted = new Map([...next.children].map((goal) => [goal.id, goal]));
    for (const goal of [...list.children]) if (!wanted.has(goal.id) && !typing(goal)) goal.remove();
    for (const [id, goal] of wanted) {
      const old = document.getElementById(id);
      if (!old) { goal.classList.add("changed"); list.append(goal); continue; }
      if (typing(old) || old.querySelector(".goal").textContent === goal.querySelector(".goal").textContent && old.querySelector(".meta").textContent === goal.querySelector(".meta").textContent) continue;
      const open = old.querySelector("details")?.open;
      old.replaceWith(goal);
      if (open) goal.querySelector("details")?.setAttribute("open", "");
      goal.classList.add("changed");
    }
    setTimeout(() => document.querySelectorAll(".changed").forEach((goal) => goal.classList.remove("changed")), 2000);
  };

  const follow = () => {
    if (document.hidden) { source?.close(); source = null; return; }
    if (source) return;
    source = new EventSource(main.dataset.live);
    source.addEventListener("version", (event) => {
      if (seen !== null && seen !== event.data) refresh();
      seen = event.data;
    });
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  document.querySelector(".errors")?.focus();
  follow();
})();
