// Before anything is shown: scripts work, and a wide screen needs the whole style sheet.
// What the reader does before later.js is there is kept for it.
(() => {
  const wide = matchMedia("(min-width: 45em)").matches;
  document.documentElement.className = wide ? "js whole" : "js";
  // Only what is written like this holds back the first paint, in every browser.
  if (wide) document.write(`<link rel="stylesheet" href="${document.currentScript.dataset.sheet}">`);
  window.done = [];
  for (const type of ["pointerdown", "pointermove", "wheel", "keydown", "focusin", "change"]) {
    addEventListener(type, (event) => window.done.push(event), { capture: true, passive: type === "wheel" });
  }
})();
