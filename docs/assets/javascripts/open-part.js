// Closed parts: a link opens the one that holds what it names, or that stands under its heading.
(() => {
  "use strict";
  const heading = (it) => /^H[1-6]$/.test(it.tagName);

  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // no address has a lone %
    }
  }

  function around(it) {
    const part = it.parentElement && it.parentElement.closest("details");
    return part ? [part, ...around(part)] : [];
  }

  function under(it) {
    let next = heading(it) ? it.nextElementSibling : null;
    while (next && !heading(next) && !next.matches("details.part")) next = next.nextElementSibling;
    return next && next.matches("details.part") ? [next] : [];
  }

  function show() {
    const it = named();
    if (!it) return;
    const closed = [it, ...around(it), ...under(it)].filter(({ open }) => open === false);
    if (!closed.length) return;
    for (const part of closed) part.open = true;
    it.scrollIntoView();
  }

  show();
  addEventListener("hashchange", show);
  // A link to where the page already is changes no address.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href*='#']");
    if (link && link.href === location.href) setTimeout(show);
  });

  const tools = document.querySelector(".part-tools");
  if (!tools) return; // a page without parts
  const [opening, printing] = tools.querySelectorAll("button");
  const parts = () => [...document.querySelectorAll("article details")];
  tools.hidden = false;
  opening.addEventListener("click", () => {
    for (const part of parts()) part.open = true;
  });
  printing.addEventListener("click", () => {
    const closed = parts().filter(({ open }) => !open);
    for (const part of closed) part.open = true;
    addEventListener("afterprint", () => {
      for (const part of closed) part.open = false;
    }, { once: true });
    print();
  });
})();
