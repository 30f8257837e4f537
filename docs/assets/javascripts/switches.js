// The theme's menu, search and colours are switched by boxes that only labels show. Here a real
// button lies over each label, with a name and a state; what a panel covers is out of reach.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const drawer = by("__drawer");
  const search = by("__search");
  const menu = document.querySelector(".md-sidebar--primary");

  function button(box, name) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "switch";
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => box.click());
    return made;
  }

  // A button over a label; "opens" ones say whether what they open is open.
  function over(label, name, opens = true) {
    const box = by(label.htmlFor);
    if (!box) return null;
    const made = button(box, name);
    if (opens) {
      const say = () => made.setAttribute("aria-expanded", box.checked);
      box.addEventListener("change", say);
      say();
    }
    label.removeAttribute("tabindex");
    label.prepend(made);
    return made;
  }

  // Everything beside an element, and beside what holds it, up to the page.
  function beside(front) {
    const found = [];
    for (let it = front; it !== document.body; it = it.parentElement) {
      found.push(...[...it.parentElement.children].filter((other) => other !== it));
    }
    return found.filter((it) => !it.matches(".md-toggle, .md-overlay, .said, script"));
  }

  // A panel over the page: focus goes in, stays in, and comes back to what opened it.
  function panel(box, front, opener, first) {
    function change() {
      for (const it of beside(front)) it.inert = box.checked;
      const within = front.contains(document.activeElement) || document.activeElement === document.body;
      if (box.checked) first.focus();
      else if (within) opener.focus({ preventScroll: true });
    }
    box.hidden = true; // the button does its work now
    box.addEventListener("change", change);
    if (box.checked) change();
  }

  if (menu) {
    const close = button(drawer, /*_*/"Close menu");
    menu.prepend(close);
    panel(drawer, menu, over(document.querySelector("header [for=__drawer]"), /*_*/"Menu"), close);
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && drawer.checked) drawer.click();
    });
    matchMedia("(min-width: 76.25em)").addEventListener("change", () => {
      if (drawer.checked) drawer.click();
    });
  }

  if (search) {
    const opener = over(document.querySelector("header [for=__search]"), /*_*/"Search");
    const front = document.querySelector(".md-search");
    panel(search, front, opener, front.querySelector("input"));
    front.querySelector("form").append(button(search, /*_*/"Close search"));
  }

  for (const label of all(".md-sidebar--primary .md-nav__link[for]")) {
    over(label, label.closest("li").querySelector(".md-nav__link").textContent.trim());
  }
  for (const label of all(".md-sidebar--primary .md-nav .md-nav .md-nav__title[for]")) {
    over(label, /*_*/`Back: ${label.textContent.trim()}`, false);
  }

  // What colours.js painted first; a choice that came before this ran is made now.
  const { inputs = [], key, paint } = window.colours || {};
  function choose(input) {
    const choice = JSON.stringify(paint(inputs.indexOf(input)));
    try {
      localStorage.setItem(key, choice);
    } catch { /* it may be refused */ }
  }
  for (const input of inputs) {
    input.addEventListener("change", () => choose(input));
    if (input.checked) choose(input);
  }

  const colours = all("[data-md-component=palette] label[for]");
  for (const label of colours) {
    by(label.htmlFor).hidden = true;
    over(label, label.title, false).addEventListener("click", () => {
      const shown = colours.find((other) => !other.hidden);
      if (shown) shown.querySelector("button").focus();
    });
  }
})();
