// Shows a question only where it applies, as the server does when it binds the form. Without this file every question is shown with
// the words that say when it applies.
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
})();
