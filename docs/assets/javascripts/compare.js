// Puts the companies a reader picks side by side, in place of the three the page opens with.
(() => {
  "use strict";
  const { make, announce, load } = window.Guide;
  const MOST = 3;
  const own = document.currentScript.src;
  const root = own.slice(0, own.lastIndexOf("assets/javascripts/"));
  const choice = document.getElementById("compare-choice");
  const table = document.getElementById("side-by-side");
  const wrong = choice.querySelector(".compare-choice__wrong");
  const boxes = [...choice.querySelectorAll("input")];
  const name = new Map(boxes.map((box) => [box.value, box.parentElement.textContent.trim()]));

  // Each company's column, head first: those of the table, and others once they are asked for.
  const rows = [table.tHead.rows[0], ...table.tBodies[0].rows];
  const first = [...rows[0].cells].slice(1).map((cell) => cell.dataset.company);
  const columns = new Map(first.map((id, index) => [id, rows.map((row) => row.cells[index + 1])]));

  // All others' answers are a script of their own (guide/show/compared_script.py), fetched with the
  // first choice that needs it. If it does not come, the next choice asks again.
  let asked = null;

  function ask() {
    window.Guide.compared = ({ parts: html }) => {
      for (const { dataset, children } of window.Guide.parts(html).children) {
        const head = make("th", { scope: "col", textContent: name.get(dataset.company) });
        const cells = [...children].map((answer) => {
          const cell = make("td");
          cell.dataset.label = name.get(dataset.company);
          cell.append(...answer.childNodes);
          return cell;
        });
        columns.set(dataset.company, [head, ...cells]);
      }
    };
    asked = asked || load(root + choice.dataset.answers).then((came) => {
      wrong.textContent = came ? "" : /*_*/"The answers could not be loaded. Each company has a page of its own, see below.";
      if (!came) asked = null;
    });
    return asked;
  }

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  function show() {
    const picked = chosen();
    const shown = (picked.length ? picked : first).filter((id) => columns.has(id));
    rows.forEach((row, index) => {
      row.replaceChildren(row.cells[0], ...shown.map((id) => columns.get(id)[index]));
    });
    return shown.map((id) => name.get(id)).join(", ");
  }

  // What is chosen meanwhile is shown as well: the last to arrive shows what is ticked then.
  function choose() {
    for (const box of boxes) box.disabled = !box.checked && chosen().length >= MOST;
    const here = chosen().every((id) => columns.has(id));
    return (here ? Promise.resolve() : ask()).then(show);
  }

  choice.addEventListener("change", () => {
    choose().then((names) => announce(/*_*/`Showing ${names}.`));
  });
  window.addEventListener("pageshow", () => { // a browser may have brought old ticks back
    if (chosen().length) choice.open = true;
    choose();
  });
  choice.hidden = false;
})();
