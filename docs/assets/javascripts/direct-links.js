// The table of direct links, narrowed to the reader's place and what they use. Nothing is kept.
(() => {
  "use strict";
  const { announce } = window.Guide;
  const form = document.getElementById("direct");
  const rows = [...document.getElementById("direct-links").tBodies[0].rows];
  const boxes = [...form.querySelectorAll("input")];

  function narrow() {
    const place = document.getElementById("direct-place").value;
    const used = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const row of rows) {
      const places = row.dataset.places.split(" ");
      const there = !place || places.includes(place) || places.includes("everywhere");
      row.hidden = !there || (used.length > 0 && !used.includes(row.dataset.uses));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    announce(/*_*/`${shown} of ${rows.length} links shown.`);
  }

  form.addEventListener("change", narrow);
  form.hidden = false;
  if (form.querySelector(":checked, option:checked:not([value=''])")) narrow(); // after going back
})();
