// What a reader comes back for: the day something was done and what has changed since, a reminder,
// and the plan as a file, with nothing in it but ids and days. Asked for by plan.js when needed.
window.Guide.back = (() => {
  "use strict";
  const { make, days, ticks, tick, announce, address, download, load, parts } = window.Guide;
  const NAME = "my-opt-out-plan.json";
  const MOST = 200000; // bytes of a file
  const MONTHS = 6;

  // What changed, and what readers saw, is a script of its own (guide/show/since_script.py).

  let asked = null;

  function ask(src) {
    window.Guide.since = ({ parts: html, ...rules }) => {
      asked.made = { ...rules, parts: parts(html) };
    };
    if (!asked) {
      asked = { made: null };
      asked.came = load(src).then((came) => {
        const { made } = asked;
        if (!came) asked = null; // the next try asks again
        return made;
      });
    }
    return asked.came;
  }

  // The day the last of a route's steps was ticked; "" if that of any is not known.
  function done(steps) {
    const all = ticks();
    const known = steps.map((step) => all.get(step));
    return known.every(Boolean) ? known.sort().pop() : "";
  }

  // A month in which something was done and changed, too, says nothing of which came first.
  const after = (date, day) => date > day.slice(0, date.length);

  function changed({ routes, changes, parts: all }, route, place, day) {
    const { company, product, reports } = routes[route.id];
    const near = ({ date, where }) => after(date, day) && (where.includes("everywhere") || where.includes(place));
    const about = ({ companies, products }) => companies.includes(company)
      && (!products.length || products.includes(product));
    const ids = [...reports, ...changes.filter(about)].filter(near)
      .sort((a, b) => b.date.localeCompare(a.date)).map(({ id }) => id);
    if (!ids.length) return null;
    const [newest, ...older] = ids.map((id) => all.querySelector(`[data-since="${id}"]`).cloneNode(true));
    const block = all.querySelector(".plan__since").cloneNode(true);
    const more = block.querySelector("details");
    block.querySelector("ul").append(newest);
    if (older.length) more.querySelector("span").textContent = older.length;
    if (older.length) more.querySelector("ul").append(...older);
    else more.remove();
    return block;
  }

  function mark(copy, route, place, src) {
    const day = done(route.steps);
    const text = day ? /*_*/`You did this on ${days.say(day)}.` : /*_*/"You did this. The day is not known.";
    copy.append(make("p", { className: "plan__day", textContent: text }));
    if (!day) return;
    ask(src).then((made) => {
      const block = made && changed(made, route, place, day);
      if (block) copy.append(block);
    });
  }

  // A plan as a file ---------------------------------------------------------------------

  function save({ place, uses }) {
    const text = JSON.stringify({ place, uses, ticks: Object.fromEntries(ticks()) }, null, 1);
    download(NAME, "application/json", `${text}\n`);
    announce(/*_*/"Your plan is saved as a file. It goes where your downloads go.");
  }

  const NONE = { plan: null, said: /*_*/"This file is no plan that was saved from this guide." };
  const object = (it) => typeof it === "object" && it !== null && !Array.isArray(it);

  // Whatever the file holds, only ids that this guide knows, and days, are taken from it.
  async function open(file, known, src) {
    if (file.size > MOST) return NONE;
    let told;
    try {
      told = JSON.parse(await file.text());
    } catch {
      return NONE;
    }
    if (!object(told) || !object(told.ticks)) return NONE;
    const plan = known(told.place, told.uses);
    if (!plan) return NONE;
    const made = await ask(src);
    if (!made) return { plan: null, said: /*_*/"This part of the page could not be loaded. Try again." };
    const all = ticks();
    const steps = new Set(Object.entries(made.routes).flatMap(([id, it]) => it.steps.map((step) => `${id}--${step}`)));
    const own = Object.keys(told.ticks).filter((name) => steps.has(name));
    for (const name of own) {
      const day = days.read(told.ticks[name]) ? told.ticks[name] : "";
      all.set(name, [day, all.get(name) || ""].sort().pop()); // of two days the later
    }
    const whole = own.length === Object.keys(told.ticks).length && plan.uses.length === told.uses.length;
    const count = own.length === 1 ? /*_*/"1 step" : /*_*/`${own.length} steps`;
    const done = tick(all);
    return { plan, said: `${done ? /*_*/"Opened and kept on this device" : /*_*/"Opened, but this browser does not keep it"}${/*_*/":"} `
      + /*_*/`your plan and ${count} ticked.${whole ? "" : /*_*/" What this guide does not know was left out."}` };
  }

  // A reminder ------------------------------------------------------------------------------

  async function remind(src) {
    if (!window.Guide.deadline && !(await load(src))) {
      announce(/*_*/"This part of the page could not be loaded. Try again.");
      return;
    }
    const { due, ics } = window.Guide.deadline;
    const dateISO = due(days.today(), MONTHS, "month");
    const title = /*_*/"Look at your AI opt-outs again";
    const description = /*_*/"Open your plan: it says what has changed since you did each step, on the device that keeps it.";
    const file = ics({ title, dateISO, url: address("plan"), description });
    download(`look-again-${dateISO}.ics`, "text/calendar;charset=utf-8", file);
    announce(/*_*/`Calendar file saved for ${days.say(dateISO)}.`);
  }

  return ({ since, calendar }) => ({
    mark: (copy, route, place) => mark(copy, route, place, since),
    open: (file, known) => open(file, known, since),
    remind: () => remind(calendar),
    save,
  });
})();
