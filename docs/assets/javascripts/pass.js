// Links to pass on: to a step, to the steps of a page, to a plan.
(() => {
  "use strict";
  const { address, announce, copy } = window.Guide;

  async function copyLink(fragment) {
    const link = address(fragment);
    if (!link) {
      announce(/*_*/"This page is a file on your device: a link to it is of no use to others.");
      return;
    }
    announce((await copy(link)) ? /*_*/"Link copied" : /*_*/`This browser did not copy the link: ${link}`);
  }

  // The link is still followed: its step is marked, and its address stands in the bar.
  for (const link of document.querySelectorAll(".step__link a")) {
    link.addEventListener("click", () => copyLink(link.hash.slice(1)));
  }

  for (const block of document.querySelectorAll(".pass")) {
    const tools = block.querySelector(".pass__tools");
    const [copying, sharing] = tools.querySelectorAll("button");
    tools.hidden = false;
    copying.addEventListener("click", () => copyLink(block.dataset.pass));
    sharing.hidden = !navigator.share || !address("");
    sharing.addEventListener("click", async () => {
      try {
        const { title, text, pass } = block.dataset;
        await navigator.share({ title, text, url: address(pass) });
      } catch { /* the reader closed it */ }
    });
    block.querySelector("[data-on-disk]").hidden = !window.Guide.onDisk;
  }
})();
