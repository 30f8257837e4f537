// A round of checks: up to five routes that fit the plan kept here, taken from the page's own table.
(() => {
  "use strict";
  const { store } = window.Guide;
  const MOST = 5;
  const NEED = ["", /*_*/"This one needs", /*_*/"These two need", /*_*/"These three need", /*_*/"These four need", /*_*/"These five need"];
  const names = JSON.parse(document.getElementById("wanted-data").textContent);
  const places = new Map(Object.entries(names.places));
  const apps = new Map(Object.entries(names.uses));
  const yours = document.querySelector(".wanted__yours");
  const ask = yours.querySelector(".wanted__ask");
  const rows = [...document.querySelectorAll(".wanted__all [data-rank]")]
    .sort((a, b) => a.dataset.rank - b.dataset.rank);

  const bold = (text) => Object.assign(document.createElement("b"), { textContent: text });

  function show() {
    const { place, uses = [] } = store.get("guide.plan", {});
    const own = uses.filter((use) => apps.has(use));
    const known = places.has(place);
    document.querySelector(".wanted__plan").hidden = known;
    yours.hidden = !known;
    if (!known) return;
    const fitting = (row) => row.dataset.uses.split(" ").filter((use) => own.includes(use));
    const there = (row) => row.dataset.places.split(" ").some((it) => it === "everywhere" || it === place);
    const picked = rows.filter((row) => there(row) && fitting(row).length).slice(0, MOST);
    const used = [...new Set(picked.map((row) => fitting(row)[0]))].map((use) => apps.get(use));
    ask.textContent = picked.length ? /*_*/`${NEED[picked.length]} somebody in `
      : /*_*/"Nothing of what your plan holds waits for a check today. Thank you for looking.";
    if (picked.length) {
      ask.append(bold(places.get(place)), /*_*/" with ");
      used.forEach((name, at) => ask.append(at ? (at + 1 < used.length ? ", " : /*_*/" or ") : "", bold(name)));
      ask.append(".");
    }
    yours.querySelector("ol").replaceChildren(...picked.map((row) => {
      const copy = row.cloneNode(true);
      copy.querySelector("span").hidden = false; // what the table has in its first column
      return copy;
    }));
  }

  show();
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) show(); });
})();
