// The theme's scripts are fetched when the reader first does something. Until they run, the
// menu and search answer here, and other keys are kept for them. early.js notes what is done.
(() => {
  "use strict";
  const root = document.documentElement;
  const { scripts, sheet } = document.currentScript.dataset;
  const search = document.getElementById("__search");
  const query = document.forms.search && document.forms.search.query;
  const held = [];
  let asked = false;
  let ready = false;
  let indexed = false;

  // The whole style sheet, and the one for paper: what stands there for browsers without scripts.
  const links = document.querySelector("head > noscript");

  function style() {
    if (root.classList.contains("whole")) return;
    root.classList.add("whole");
    links.insertAdjacentHTML("afterend", links.textContent);
  }

  // A printer does not wait for a link to arrive.
  function printed() {
    const link = document.querySelector("link[media=print]");
    if (link && link.sheet) return;
    const [, paper] = links.textContent.match(/([^"=\s]+)"? media/);
    const asking = new XMLHttpRequest();
    asking.open("GET", paper, false);
    asking.send();
    const made = new CSSStyleSheet({ media: "print" });
    made.replaceSync(asking.responseText);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  }

  // The index sets out at the same time as the script that will ask for it.
  function index() {
    if (indexed || !query || location.protocol === "file:") return;
    indexed = true;
    const href = `${sheet.split("assets/")[0]}search/search_index.json`;
    const rel = "preload"; // and not of more weight than that script
    document.head.append(Object.assign(document.createElement("link"),
      { rel, as: "fetch", crossOrigin: "anonymous", fetchPriority: "low", href }));
  }

  function run() {
    if (asked) return;
    asked = true;
    const added = scripts.split(" ").map((src) => {
      const script = document.createElement("script");
      script.src = src;
      script.async = false; // in this order
      document.body.append(script);
      return script;
    });
    added.pop().addEventListener("load", () => {
      ready = true;
      document.dispatchEvent(new Event("DOMContentLoaded")); // they wait for it, and are late
      for (const event of held) event.target.dispatchEvent(new KeyboardEvent("keydown", event));
    });
  }

  // The sheet goes first, so that a menu opens before the theme's long script runs; search waits
  // for that script.
  function load() {
    style();
    const link = document.querySelector("head > link[rel=stylesheet]:not([media])");
    if (!link || link.sheet || (search && search.checked)) run();
    else for (const type of ["load", "error"]) link.addEventListener(type, run);
  }

  // Search opens at once; what is typed into it is asked when the index is there.
  function find() {
    if (!search.checked) search.click();
    query.focus();
  }

  const typing = ({ target }) => target.closest
    && target.closest("input:not([type=radio]), select, textarea, [contenteditable]");

  // The theme turns pages by <link>s that some browsers fetch ahead; they are not there.
  const turns = { n: "next", ".": "next", p: "prev", ",": "prev" };

  function turn(event) {
    const way = event.type === "keydown" && turns[event.key];
    if (!way || typing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
    const link = document.querySelector(`.md-footer__link--${way}`);
    if (link) link.click();
    return true;
  }

  function key(event) {
    const { key: name, target } = event;
    if (event.ctrlKey || event.metaKey) return;
    if (query && !typing(event) && /^[/fs]$/.test(name)) {
      event.preventDefault();
      find();
    } else if (!typing(event) || (target === query && name.length > 1)) {
      held.push(event);
    }
  }

  function take(event) {
    if (turn(event) || ready) return;
    load();
    if (event.type === "keydown" && event.isTrusted) key(event);
    if (query && event.target === search && search.checked) query.focus();
    if (search && search.checked) index();
  }

  window.done.forEach(take);
  window.done = { push: take };
  const asks = new URLSearchParams(location.search).has("q");
  if (asks || document.querySelector("#__drawer:checked, #__search:checked")) load();
  if (query) query.form.addEventListener("submit", (event) => event.preventDefault());
  matchMedia("(min-width: 45em)").addEventListener("change", style);
  addEventListener("beforeprint", printed);

  // A part that is folded away is opened for a link that leads into it.
  function unfold() {
    const target = document.querySelector(":target");
    const fold = target && target.closest("details:not([open])");
    if (ready || !fold) return;
    fold.open = true;
    target.scrollIntoView();
  }

  addEventListener("hashchange", unfold);
  unfold();
})();
