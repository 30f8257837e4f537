// Shows only the companies a reader picks, so that two or three stand side by side.
(() => {
  "use strict";
  const choice = document.getElementById("compare-choice");
  const boxes = [...choice.querySelectorAll("input")];
  const tables = [...document.querySelectorAll("table.compare")];

  function show() {
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const table of tables) {
      table.classList.toggle("compare--chosen", chosen.size > 0);
      for (const row of table.tBodies[0].rows) {
        row.hidden = chosen.size > 0 && !chosen.has(row.dataset.company);
      }
    }
  }

  function changed() {
    show();
    const names = boxes.filter((box) => box.checked).map((box) => box.parentElement.textContent.trim());
    window.Guide.announce(names.length ? `Showing ${names.join(", ")}.` : "Showing all companies.");
  }

  choice.addEventListener("change", changed);
  choice.querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
  });
  window.addEventListener("pageshow", show); // a browser may have brought old ticks back
  choice.hidden = false;
})();
