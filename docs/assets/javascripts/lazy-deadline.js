// A script whose work lies further down is fetched when the reader comes near (scripts.py).
(() => {
  "use strict";
  const { near: src } = document.currentScript.dataset;
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    document.body.append(Object.assign(document.createElement("script"), { src }));
  }, { rootMargin: "100%" });
  for (const box of document.querySelectorAll(".deadline")) watch.observe(box);
})();
