// What early.js let a phone leave for later (early.css) is laid out bit by bit, a frame for each,
// so that no tap waits for a long page.
(() => {
  "use strict";
  const idle = window.requestIdleCallback || setTimeout;
  const inner = ".lean .md-content__inner >";
  const blocks = [...document.querySelectorAll(`${inner} *, ${inner} div > *, ${inner} ol > *`)];
  const waits = (block) => getComputedStyle(block).contentVisibility === "auto";

  function next() {
    while (blocks.length && !waits(blocks[0])) blocks.shift();
    if (!blocks.length) {
      document.documentElement.classList.remove("lean");
      return;
    }
    blocks.shift().style.contentVisibility = "visible";
    requestAnimationFrame(() => idle(next));
  }

  addEventListener("load", next);
})();
