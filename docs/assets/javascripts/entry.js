// An address of a claim, event or source leads to its line in the index, and the line to its
// entry: go there at once, past this page when going back.
(() => {
  "use strict";
  const follow = () => {
    const line = document.getElementById(location.hash.slice(1));
    if (line && line.matches(".index a")) location.replace(line.href);
  };
  window.addEventListener("hashchange", follow);
  follow();
})();
