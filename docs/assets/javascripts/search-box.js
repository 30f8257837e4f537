// The theme's search box searches on keyup alone, and shows no state. Here it searches on every
// change of the field, shows that it loads or failed, and where nothing is found offers words
// spelt alike and pages to try. search-worker.js passes the worker's answers on.
"use strict";
{
  const switchBox = document.getElementById("__search");
  const box = document.querySelector(".md-search__input");
  const result = document.querySelector(".md-search-result");
  const said = result && result.firstElementChild;
  const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  const onDisk = location.protocol === "file:";
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const address = (page, fragment = "") => base + page + (onDisk ? "index.html" : "") + fragment;

  const SLOW = 10000;
  const FAILED = /*_*/"Search did not load. Check your connection, then reload this page.";
  const NOT_HERE = "opt-out/not-here/";
  const INSTEAD = [
    [/*_*/"Every service in this guide", "opt-out/"],
    [/*_*/"Your place and its law", "rights/"],
    [/*_*/"For a child, a relative, or a lost account", "rights/for-someone-else/"],
  ];

  function follow() {
    const ask = () => setTimeout(() => box.dispatchEvent(new KeyboardEvent("keyup")));
    for (const type of ["input", "change", "paste", "cut", "drop", "compositionend"]) {
      box.addEventListener(type, ask);
    }
    box.form.addEventListener("reset", ask);
  }

  // The theme's keys go from link to link, and Enter takes the link of the highest score.
  function link(words, href, score = 0) {
    const made = make("a", { href });
    made.tabIndex = -1;
    made.append(make("span", { textContent: words }));
    made.firstChild.setAttribute("data-md-score", score);
    return made;
  }

  // Where to go with what was typed, and without it.
  function ways(typed) {
    const list = make("ul");
    const own = [[/*_*/"A service that is not here", NOT_HERE, `#typed=${encodeURIComponent(typed)}`]];
    for (const [words, page, fragment] of [...(typed ? own : []), ...INSTEAD]) {
      const row = make("li");
      row.append(link(words, address(page, fragment)));
      list.append(row);
    }
    return list;
  }

  // "facebok": its results are shown; the right word may be taken over into the box.
  function offered([slip, word]) {
    const made = link(word, "#__search", -1);
    made.setAttribute("role", "button");
    made.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // the theme closes search when a link is followed
      box.value = corrected(box.value, slip, word);
      box.focus();
      box.dispatchEvent(new Event("input"));
    });
    return made;
  }

  // The word as it was typed may have had capitals and accents.
  function corrected(typed, slip, word) {
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const words = typed.split(/(\s+)/);
    const at = words.findIndex((one) => plain(one).includes(slip));
    if (at < 0) return word;
    words[at] = word;
    return words.join("");
  }

  const above = make("div", { className: "md-search-result__hint" });
  const below = make("div", { className: "md-search-result__hint" });

  function fill(part, ...content) {
    part.replaceChildren(...content);
    part.hidden = !content.length;
  }

  function show(words, offer = [], ways = []) {
    if (said.textContent !== words) said.textContent = words;
    fill(above, ...offer);
    fill(below, ...ways);
    // The theme, when it starts, takes the list to be the last.
    if (window.component$) result.append(below);
    else above.after(below);
  }

  function paragraph(...parts) {
    const made = make("p");
    made.append(...parts);
    return made;
  }

  const pages = (count) => (count === 1 ? /*_*/"1 page found" : /*_*/`${count} pages found`);
  const quoted = (words) => words.map((word) => `“${word}”`).join(/*_*/" and ");

  function tell({ items, near = [], unknown = [] }) {
    const typed = box.value.trim().slice(0, 80);
    if (!typed) return show(/*_*/"Type an app, a place or a question.");
    if (!items.length && typed.length < 3) return show(/*_*/"Type at least three letters.");
    if (!items.length) {
      return show(/*_*/`Nothing found for “${typed}”.`, [], [paragraph(/*_*/"Look here instead:"), ways(typed)]);
    }
    const words = near.flatMap((pair, i) => [i ? ", " : "", offered(pair)]);
    const offer = words.length ? [paragraph(/*_*/"Did you mean ", ...words, /*_*/"?")] : [];
    const meant = near.length ? /*_*/` for ${quoted(near.map(([, word]) => word))}` : "";
    const missing = unknown.length ? /*_*/` None has ${quoted(unknown)}.` : "";
    const lost = items[0][0].location.startsWith(NOT_HERE);
    return show(`${pages(items.length)}${meant}.${missing}`, offer, lost ? [paragraph(/*_*/"Or look here:"), ways()] : []);
  }

  const fail = () => show(FAILED, [], [paragraph(/*_*/"Or look here:"), ways()]);

  if (box && said) {
    let state = "";
    said.after(above);
    above.hidden = true;
    follow();

    const load = () => {
      if (state || !switchBox.checked) return;
      state = "loading";
      show(/*_*/"Loading search …");
      setTimeout(() => {
        if (state === "loading") show(/*_*/"Still loading search. On a slow line it takes a while.");
      }, SLOW);
    };
    switchBox.addEventListener("change", load);
    load();
    document.addEventListener("guide:searched", ({ detail }) => {
      state = "ready";
      tell(detail);
    });
    document.addEventListener("guide:unsearched", () => {
      state = "failed";
      fail();
    });
  }
}
