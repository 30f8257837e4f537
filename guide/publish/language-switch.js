// The other languages show the same step; the list closes by Escape, and when the focus leaves it.
// Joined to switches.js where there is more than one language (language_switch.py).
(() => {
  "use strict";
  const list = document.querySelector("details.languages");
  if (!list) return;
  list.addEventListener("toggle", () => {
    for (const link of list.querySelectorAll("a")) link.hash = location.hash;
  });
  list.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !list.open) return;
    list.open = false;
    list.querySelector("summary").focus();
  });
  list.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && !list.contains(next)) list.open = false;
  });
})();
