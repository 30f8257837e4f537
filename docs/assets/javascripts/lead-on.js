// A name on this page that now has a page of its own (#eu-object-de): go on to it, past this page
// when going back. Without a script the name leads to its line here, which holds the link.
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
