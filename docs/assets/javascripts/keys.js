// The switch for the keys that open search (lazy-theme.js asks for it at every key).
(() => {
  "use strict";
  const { store, announce } = window.Guide;
  const KEY = "guide.keys";
  const line = document.getElementById("keys-choice");
  const box = line.querySelector("input");

  function show() {
    box.checked = store.get(KEY, "on") !== "off";
  }

  box.addEventListener("change", () => {
    const kept = store.set(KEY, box.checked ? "on" : "off");
    document.documentElement.dataset.keys = box.checked ? "on" : "off";
    const said = box.checked ? /*_*/"These keys open search." : /*_*/"These keys do nothing now.";
    announce(kept ? said : /*_*/`${said} This browser does not keep that for other pages.`);
  });
  line.hidden = false;
  show();
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
})();
