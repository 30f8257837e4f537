// Runs before the first paint. It marks that scripts work, and loads the whole style sheet on a wide
// screen; a copy to take along links it, and has no noscript. A narrow screen gets the class "lean":
// parts further down are laid out later (early.css), unless the reader comes back to a scroll
// position. Touches and keys are kept until lazy-theme.js has loaded.
(() => {
  const links = document.querySelector("head > noscript");
  const whole = !links || matchMedia("(min-width: 45em)").matches;
  const [visit = {}] = performance.getEntriesByType("navigation");
  const lean = visit.type === "navigate" ? "js lean" : "js";
  document.documentElement.className = whole ? "js whole" : lean;
  // Only what is written like this holds back the first paint, in every browser.
  if (links && whole) document.write(links.textContent);
  // Where our own script does not come, or is too new for the browser, nothing waits for it.
  addEventListener("error", ({ target, filename, message }) => {
    const broken = /SyntaxError/.test(message) && document.querySelector(`script[src$="${filename.split("/").pop()}"]`);
    const script = broken || target;
    if (!script.defer) return;
    const root = document.documentElement.classList;
    if (!root.contains("whole")) document.head.insertAdjacentHTML("beforeend", links.textContent);
    root.remove("js", "lean");
    root.add("whole", ...(script.dataset.scripts ? ["no-js"] : []));
  }, true);
  window.done = [];
  for (const type of ["pointerdown", "pointermove", "wheel", "keydown", "focusin", "change"]) {
    addEventListener(type, (event) => {
      // A pointer that rests where a page appears is told of, too; it has not moved.
      if (type !== "pointermove" || event.movementX || event.movementY) window.done.push(event);
    }, { capture: true, passive: type === "wheel" });
  }
})();
