// A phone first skips the layout of parts further down (content-visibility in early.css, switched
// on by early.js). Here they are laid out one after the other, one a frame, so that no tap waits.
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
