// Ticks on steps: restored, counted, kept on this device, and the same in every tab.
(() => {
  "use strict";
  const { make, days, ticks, tick, kept, announce, clearing } = window.Guide;
  const KEY = "guide.ticks";

  const step = (box) => box.closest(".step").id;

  // A tick may have been set in another tab since: change only these, keep the rest.
  function change(names, on) {
    const now = ticks();
    for (const name of names) {
      if (on) now.set(name, days.today());
      else now.delete(name);
    }
    if (!tick(now)) announce(/*_*/"This browser did not keep that.");
  }

  const button = (textContent) => make("button", { type: "button", className: "quiet", textContent });

  const lists = [...document.querySelectorAll("ol.steps")].map((list) => {
    const boxes = [...list.querySelectorAll("input[data-tick]")];
    const count = make("span");
    count.setAttribute("role", "status");
    const clear = button(/*_*/"Clear these ticks");
    clear.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      change(boxes.map(step), false);
      show();
      boxes[0].focus(); // the button is gone now
    });
    const bar = make("p", { className: "progress" });
    bar.append(count, " ", clear);
    list.before(bar);
    list.addEventListener("change", ({ target }) => {
      if (!boxes.includes(target)) return;
      change([step(target)], target.checked);
      show();
    });
    return { boxes, count, clear };
  });

  function show() {
    for (const { boxes, count, clear } of lists) {
      const done = boxes.filter((box) => box.checked).length;
      const text = /*_*/`${done} of ${boxes.length} steps done`;
      if (count.textContent !== text) count.textContent = text;
      clear.hidden = !done;
    }
  }

  function restore() {
    const now = ticks();
    for (const { boxes } of lists) {
      for (const box of boxes) box.checked = now.has(step(box));
    }
    show();
  }

  const note = make("p", { className: "kept" });
  const said = make("span");
  kept(said);
  note.append(said, " ", clearing(button(/*_*/"Clear everything"), restore));
  const first = document.querySelector("ol.steps");
  if (first) first.after(note);

  restore();
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) restore();
  });
  // A page brought back shows what it showed then, or what the browser remembers of its boxes.
  window.addEventListener("pageshow", restore);
})();
