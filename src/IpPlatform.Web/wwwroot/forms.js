// Shows a question only where it applies, as the server does when it binds the form, and saves what is typed for whoever is signed in.
// Without this file every question is shown with the words that say when it applies. Nothing is kept in the browser.
(() => {
  const form = document.querySelector("form[data-form]");
  if (!form) return;

  const ticked = (field) => field.type !== "radio" && field.type !== "checkbox" || field.checked;
  const chosen = (name) => [...form.elements].filter((field) => field.name === name && ticked(field) && !field.closest("[hidden]")).map((field) => field.value);

  // In the page's order: a question that is hidden answers nothing to those after it.
  const adjust = () => form.querySelectorAll("[data-when-field]").forEach((part) => {
    const answers = chosen(part.dataset.whenField);
    part.hidden = !part.dataset.whenIs.split(" ").some((value) => answers.includes(value));
  });

  form.querySelectorAll("[data-when-hint]").forEach((hint) => hint.remove());
  form.addEventListener("change", adjust);
  adjust();
  document.querySelector("[data-form-errors]")?.focus();

  if (form.dataset.draft) keepDraft();

  function keepDraft() {
    const status = form.querySelector("[data-draft-status]");
    const pause = 1000, longest = 5000, patience = 10000;
    let sequence = Number(form.dataset.draftSequence), timer = 0, waitingSince = 0, busy = false, again = false;

    const values = () => {
      const all = {};
      for (const field of form.elements) {
        if (!field.name || field.name.startsWith("_") || field.type === "file" || field.type === "submit" || "noDraft" in field.dataset || !ticked(field)) continue;
        (all[field.name] ??= []).push(field.value);
      }
      return all;
    };

    // One polite word, and only when it is another than the last.
    const say = (text) => { if (status.textContent !== text) status.textContent = text; };

    const newKey = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

    const save = async () => {
      clearTimeout(timer);
      timer = waitingSince = 0;
      if (busy) { again = true; return; }
      busy = true;
      sequence = Math.max(Date.now(), sequence + 1);
      form.elements._draft.value = sequence;
      let retry = false;
      try {
        const answer = await fetch(form.dataset.draft, {
          method: "PUT", keepalive: document.hidden, credentials: "same-origin",
          headers: { "Content-Type": "application/json", "Idempotency-Key": newKey() },
          body: JSON.stringify({ sequence, values: values() }),
        });
        say(answer.ok ? status.dataset.saved : status.dataset.notSaved);
        retry = answer.status >= 500 || answer.status === 401;
      } catch {
        say(status.dataset.notSaved);
        retry = true;
      } finally {
        busy = false;
      }
      if (again) { again = false; save(); } else if (retry && !timer) timer = setTimeout(save, patience);
    };

    const typed = () => {
      const now = Date.now();
      waitingSince ||= now;
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(pause, waitingSince + longest - now)));
    };

    form.addEventListener("input", typed);
    form.addEventListener("submit", () => { clearTimeout(timer); timer = waitingSince = 0; again = false; });
    addEventListener("online", () => { if (status.textContent === status.dataset.notSaved) save(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && waitingSince) save(); });
  }
})();
