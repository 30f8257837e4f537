// What was typed into search stands behind the "#" of the address, and is sent nowhere.
(() => {
  "use strict";
  const shown = document.querySelector(".typed");

  function show() {
    const typed = new URLSearchParams(location.hash.slice(1)).get("typed") || "";
    const words = typed.replace(/[\p{C}\s]+/gu, " ").trim().slice(0, 80);
    shown.querySelector("span").textContent = words;
    shown.hidden = !words;
  }

  addEventListener("hashchange", show);
  show();
})();
