// A name on this page that now has a page of its own (a letter, or an entry of evidence): go on to
// it, past this page when going back. Without a script it leads to its line, which holds the link.
(() => {
  "use strict";
  function leadOn() {
    const named = document.getElementById(location.hash.slice(1));
    if (!named || !named.closest(".leads-on")) return;
    location.replace((named.closest("a") || named.querySelector("a")).href);
  }

  leadOn();
  window.addEventListener("hashchange", leadOn);
})();
