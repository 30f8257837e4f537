// A name on this page that now has a page of its own (a letter, or an entry of evidence): go on to
// it, past this page when going back. Without a script it leads to its line, which holds the link.
// A company to write to, "#to=spotify", goes along to the letters.
(() => {
  "use strict";
  function leadOn() {
    const asked = location.hash.slice(1);
    if (/^to=[a-z0-9-]+$/.test(asked)) {
      for (const link of document.querySelectorAll(".to-letters a")) link.hash = asked;
      return;
    }
    const named = document.getElementById(asked);
    if (!named || !named.closest(".leads-on")) return;
    location.replace((named.closest("a") || named.querySelector("a")).href);
  }

  leadOn();
  window.addEventListener("hashchange", leadOn);
})();
