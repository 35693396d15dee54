// Keys for those who go through many: j and k step to the next and the previous, ? says which keys there are. They can be switched off,
// and are nobody's while she writes. Nothing is fetched before she asks for it: whoever is opened is written down as opened.
(() => {
  const help = document.getElementById("snarvegar");
  if (!help) return;
  help.hidden = false;
  if (help.dataset.shortcuts !== "on") return;

  const writes = (at) => at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  const steps = () => [...document.querySelectorAll("a[data-step]")].filter((link) => link.checkVisibility());

  // On a list the keys go from line to line; on a person's page to another person.
  const step = (forward) => {
    const link = document.querySelector(`a[rel=${forward ? "next" : "prev"}]`);
    if (link) { link.click(); return; }
    const all = steps(), at = all.indexOf(document.activeElement);
    all[at < 0 ? (forward ? 0 : all.length - 1) : at + (forward ? 1 : -1)]?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    if (event.key === "?") { help.open = !help.open; if (help.open) help.querySelector("summary").focus(); }
    else if (event.key === "j") step(true);
    else if (event.key === "k") step(false);
    else return;
    event.preventDefault();
  });
})();
