// Puts the companies a reader picks side by side, in place of the three the page opens with.
(() => {
  "use strict";
  const { make, announce } = window.Guide;
  const MOST = 3;
  const choice = document.getElementById("compare-choice");
  const table = document.getElementById("side-by-side");
  const boxes = [...choice.querySelectorAll("input")];
  const name = new Map(boxes.map((box) => [box.value, box.parentElement.textContent.trim()]));

  // A company's answers, in the order of the questions: from the table, or from its closed part,
  // which holds those that are known.
  // Without a script each question leads to its page; with one, to the company's line there.
  for (const list of document.querySelectorAll(".answers")) {
    for (const link of list.querySelectorAll("dt > a")) link.hash = list.dataset.company;
  }

  const rows = [table.tHead.rows[0], ...table.tBodies[0].rows];
  const first = [...rows[0].cells].slice(1).map((cell) => cell.dataset.company);
  const answers = new Map(first.map((id, index) => (
    [id, rows.slice(1).map((row) => row.cells[index + 1])])));
  const heads = new Map(first.map((id, index) => [id, rows[0].cells[index + 1]]));

  function cells(id) {
    if (!answers.has(id)) {
      const own = document.querySelector(`.answers[data-company="${id}"]`);
      answers.set(id, rows.slice(1).map((row) => {
        const cell = make("td");
        cell.dataset.label = name.get(id);
        const question = own.querySelector(`dt > [href*="/${row.id}/"]`);
        if (question) cell.append(...question.parentNode.nextElementSibling.cloneNode(true).childNodes);
        else cell.append(make("b", { className: "answer answer--unknown", textContent: /*_*/"Not known" }));
        return cell;
      }));
      heads.set(id, make("th", { scope: "col", textContent: name.get(id) }));
    }
    return [heads.get(id), ...answers.get(id)];
  }

  function show() {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const box of boxes) box.disabled = !box.checked && chosen.length >= MOST;
    const columns = (chosen.length ? chosen : first).map(cells);
    rows.forEach((row, index) => {
      row.replaceChildren(row.cells[0], ...columns.map((column) => column[index]));
    });
    return chosen;
  }

  choice.addEventListener("change", () => {
    const names = show().map((id) => name.get(id));
    announce(names.length ? `Showing ${names.join(", ")}.`
      : `Showing ${first.map((id) => name.get(id)).join(", ")}.`);
  });
  window.addEventListener("pageshow", () => { // a browser may have brought old ticks back
    if (show().length) choice.open = true;
  });
  choice.hidden = false;
})();
