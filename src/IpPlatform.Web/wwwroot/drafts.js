// Saves what is typed while one types, for whoever is signed in, and puts it back when the page is opened again: after a session that
// ended, a wrong tap, a look at something else. Nothing is kept in the browser.
(() => {
  const words = document.getElementById("innhald")?.dataset;
  if (!words?.draftSaved) return;
  const pause = 1000, longest = 5000, patience = 10000;
  const states = new WeakMap();

  const slotOf = (form) => form?.querySelector("input[data-draft]");
  const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
  const kept = (field) => field.name && !field.name.startsWith("_") && !["file", "submit", "button"].includes(field.type) && !("noDraft" in field.dataset);
  const keptOf = (form) => [...form.elements].filter(kept);
  const changed = (field) => isChoice(field) ? field.checked !== field.defaultChecked
    : field.tagName === "SELECT" ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.type !== "hidden" && field.value !== field.defaultValue;

  // A page's form in which nothing differs from what the page says has no draft. A report is a draft from its first word on.
  const valuesOf = (form) => {
    const all = {};
    if (!form.dataset.form && !keptOf(form).some(changed)) return all;
    for (const field of keptOf(form)) if (!isChoice(field) || field.checked) (all[field.name] ??= []).push(field.value);
    return all;
  };

  const stateOf = (form) => {
    if (!states.has(form)) states.set(form, { timer: 0, waitingSince: 0, busy: null, again: false, signedOut: false });
    return states.get(form);
  };

  const statusOf = (form) => {
    let status = form.querySelector("[data-draft-status]");
    if (!status) {
      status = document.createElement("p");
      status.className = "form-status";
      status.setAttribute("role", "status");
      status.dataset.draftStatus = "";
      form.append(status);
    }
    return status;
  };

  // One polite word, and only when it is another than the last.
  const say = (form, text, ...more) => {
    const status = statusOf(form);
    if (status.dataset.said === text) return;
    status.dataset.said = text;
    status.replaceChildren(text, ...more.flatMap((part) => [" ", part]));
  };

  const signIn = () => {
    const link = document.createElement("a");
    Object.assign(link, { href: words.draftSignInAt, target: "_blank", rel: "noopener", textContent: words.draftSignIn });
    return link;
  };

  const newKey = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

  const send = async (form, state) => {
    const slot = slotOf(form);
    const values = valuesOf(form), sequence = Math.max(Date.now(), Number(slot.value) + 1);
    slot.value = sequence;
    try {
      const answer = await fetch(slot.dataset.draft, {
        method: "PUT", keepalive: document.hidden || !Object.keys(values).length, credentials: "same-origin",
        headers: { "Content-Type": "application/json", "Idempotency-Key": newKey() },
        body: JSON.stringify({ sequence, values }),
      });
      state.signedOut = answer.status === 401;
      if (state.signedOut) say(form, words.draftSignedOut, signIn());
      else say(form, answer.ok ? words.draftSaved : words.draftNotSaved);
      return !state.signedOut && answer.status < 500;
    } catch {
      say(form, words.draftNotSaved);
      return false;
    }
  };

  const save = async (form) => {
    const state = stateOf(form);
    clearTimeout(state.timer);
    state.timer = state.waitingSince = 0;
    if (state.busy) { state.again = true; return state.busy; }
    state.busy = send(form, state);
    const settled = await state.busy;
    state.busy = null;
    if (state.again) { state.again = false; await save(form); } else if (!settled && !state.timer) state.timer = setTimeout(save, patience, form);
  };

  const typed = (form) => {
    const state = stateOf(form), now = Date.now();
    state.waitingSince ||= now;
    clearTimeout(state.timer);
    state.timer = setTimeout(save, Math.max(0, Math.min(pause, state.waitingSince + longest - now)), form);
  };

  const restore = (slot) => {
    const form = slot.form, values = JSON.parse(slot.dataset.draftValues), taken = {};
    for (const field of keptOf(form)) {
      const given = values[field.name];
      if (isChoice(field)) field.checked = given?.includes(field.value) ?? false;
      else if (given) field.value = given[taken[field.name] = (taken[field.name] ?? -1) + 1] ?? field.value;
    }
    if (!keptOf(form).some(changed)) return;
    for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const discard = document.createElement("button");
    Object.assign(discard, { type: "button", className: "ds-button", textContent: words.draftDiscard });
    Object.assign(discard.dataset, { variant: "tertiary", size: "sm" });
    discard.addEventListener("click", () => { form.reset(); say(form, ""); save(form); });
    say(form, words.draftRestored, discard);
  };

  document.querySelectorAll("input[data-draft-values]").forEach(restore);

  document.addEventListener("input", (event) => { if (slotOf(event.target.form)) typed(event.target.form); });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!slotOf(form)) return;
    const state = stateOf(form);
    clearTimeout(state.timer);
    state.timer = state.waitingSince = 0;
    state.again = false;
    // Sent now it would be gone. Who has signed in elsewhere meanwhile goes on at once.
    if (!state.signedOut) return;
    event.preventDefault();
    await save(form);
    if (state.signedOut) statusOf(form).querySelector("a")?.focus(); else form.requestSubmit(event.submitter);
  });

  // Who keeps the other's words lets her own go.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-draft-discard]"), form = link?.parentElement.querySelector("form");
    if (!slotOf(form)) return;
    event.preventDefault();
    await save(form);
    location.assign(link.href);
  });

  const waiting = (test) => document.querySelectorAll("form").forEach((form) => { if (slotOf(form) && states.has(form) && test(states.get(form))) save(form); });
  addEventListener("online", () => waiting((state) => state.timer));
  document.addEventListener("visibilitychange", () => { if (document.hidden) waiting((state) => state.waitingSince); });
})();
