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
    try {
      const asking = new XMLHttpRequest();
      asking.open("GET", paper, false);
      asking.send();
      const made = new CSSStyleSheet({ media: "print" });
      made.replaceSync(asking.responseText);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
    } catch { /* no network, or a browser that makes no sheets: paper looks as the screen does */ }
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
    for (const script of added) script.addEventListener("error", failed);
    added.pop().addEventListener("load", () => {
      ready = true;
      document.dispatchEvent(new Event("DOMContentLoaded")); // they wait for it, and are late
      for (const event of held) event.target.dispatchEvent(new KeyboardEvent("keydown", event));
    });
  }

  // The next touch tries again; search says so, since it waits in sight.
  function failed() {
    const said = document.querySelector(".md-search-result__meta");
    if (said) said.textContent = /*_*/"Search did not load. Check your connection, then reload this page.";
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

  // Keys alone, without a modifier, open search and do nothing else. They do not where somebody
  // chooses, presses or types, nor where they are switched off (keys.js).
  const within = "form, input, select, textarea, button, summary, [contenteditable]";
  const used = ({ target }) => target.closest && target.closest(within);

  function off() {
    try {
      return root.dataset.keys === "off" || localStorage.getItem("guide.keys") === '"off"';
    } catch {
      return false; // nothing can be kept
    }
  }

  const opens = (event) => query && /^[/fs]$/.test(event.key) && !event.altKey && !event.isComposing
    && !used(event) && !off();

  // The theme listens to them too, and turns the page at some: it hears of none.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || !/^[/fsnp.,]$/.test(event.key)) return;
    if (event.target.matches("input:not([type=radio]), select, textarea")) return; // nor does it there
    event.stopImmediatePropagation();
    if (!opens(event)) return;
    event.preventDefault();
    find();
  }, true);

  function key(event) {
    const { key: name, target } = event;
    if (event.ctrlKey || event.metaKey) return;
    if (opens(event)) {
      event.preventDefault();
      find();
    } else if (name.length > 1 && (!used(event) || target === query)) {
      held.push(event);
    }
  }

  function take(event) {
    if (ready) return;
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
  addEventListener("toggle", style, true); // what a closed part holds is not in the page's own style

  // An address that came through mail programs and messengers may be encoded once more, end in
  // their dot or bracket, be in capitals, have one long dash for two, or carry what they count by.
  function mend() {
    let name = location.hash.slice(1);
    if (!name || document.getElementById(name)) return;
    try {
      for (let times = 0; times < 3; times += 1) name = decodeURIComponent(name.replace(/%.?$/, ""));
    } catch { /* a lone % stays */ }
    name = name.replace(/[\s\p{Cf}]/gu, "").replace(/[?&].*$/, "").toLowerCase()
      .replace(/–/g, "-").replace(/—/g, "--").replace(/^plan=3d/, "plan=")
      .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
    const known = /^plan=[a-z0-9.-]+$/.test(name) || (name !== "plan" && document.getElementById(name));
    if (known && `#${name}` !== location.hash) location.replace(`#${name}`);
  }

  // A part that is folded away is opened for a link that leads into it.
  function unfold() {
    const target = document.querySelector(":target");
    const fold = target && target.closest("details:not([open])");
    if (ready || !fold) return;
    fold.open = true;
    target.scrollIntoView();
  }

  addEventListener("hashchange", mend);
  addEventListener("hashchange", unfold);
  mend();
  unfold();
})();
