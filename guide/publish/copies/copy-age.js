// A copy that is over a year old says so first on each page, by the reader's clock, with the way to
// a newer one. Only copies for disk have this script (offline.py).
(() => {
  "use strict";
  const note = document.querySelector(".copy-note");
  const made = MADE;
  const clock = new Date();
  const day = [clock.getMonth() + 1, clock.getDate()].map((part) => `-${String(part).padStart(2, "0")}`).join("");
  const years = clock.getFullYear() - Number(made.slice(0, 4)) - Number(day <= made.slice(4));
  if (years < 1) return;
  const line = document.createElement("p");
  line.className = "aged copy-age";
  line.append(
    years === 1 ? /*_*/"This copy of the guide is over a year old." : /*_*/`This copy of the guide is over ${years} years old.`,
    " ", ...note.querySelector("span").cloneNode(true).childNodes);
  document.querySelector("article h1").after(line);
})();
