// The finder (where you live, what you use) and the plan that follows from it.
(() => {
  "use strict";
  const { store, make, ticks, kept, announce, address, clearing, load } = window.Guide;
  const KEY = "guide.plan";
  const ORDER = ["object", "request", "setting", "limit"];

  const own = document.currentScript.src;
  const root = own.slice(0, own.lastIndexOf("assets/javascripts/"));
  const data = JSON.parse(document.getElementById("plan-data").textContent);
  const places = new Map(data.places.map((place) => [place.id, place]));
  const form = document.getElementById("finder");
  const page = document.getElementById("plan"); // only where the plan itself is shown
  const where = window.Guide.where(data.places, form);
  const wrong = form.querySelector(".finder__wrong");
  const more = form.querySelector(".finder__more");
  let boxes;
  const further = window.Guide.apps(form, (all) => { boxes = all; });

  // A plan is a place and uses, all of them ids this guide knows ------------------------

  function known(place, uses) {
    const given = Array.isArray(uses) ? uses : [];
    const own = boxes.map((box) => box.value).filter((use) => given.includes(use));
    return places.has(place) && own.length ? { place, uses: [...own, ...tiers(own, given)] } : null;
  }

  // Whose plan a reader is on, once for each product they use: "slack--work" beside "slack-web".
  function tiers(own, given) {
    const of = (id) => id.split("--")[0];
    const fit = given.filter((id) => /^[a-z0-9-]+--(free|paid|work|school)$/.test(id)
      && own.some((use) => use.replace(/-(web|android|ios)$/, "") === of(id)));
    return [...new Map(fit.map((id) => [of(id), id])).values()].sort();
  }

  const written = ({ place, uses }) => `plan=${[place, ...uses].join(".")}`;
  const same = (a, b) => Boolean(a && b) && written(a) === written(b);

  // What an address holds: a plan, and whether all of it is known; a part may be lost on its way.
  function inAddress() {
    const [place, ...uses] = location.hash.replace(/^#plan=/, "").slice(0, 2000).split(".");
    const plan = location.hash.startsWith("#plan=") ? known(place, uses) : null;
    return { place, plan, whole: Boolean(plan) && new Set(uses).size === plan.uses.length };
  }

  function fromStore() {
    const { place, uses } = store.get(KEY, {});
    return known(place, uses);
  }

  // A form in use is the reader's: what another tab or the Back button brings does not touch it.
  let touched = false;
  let hint = ""; // the place of a link that holds nothing else

  function fill(plan) {
    touched = false;
    where.show(plan ? plan.place : hint);
    for (const box of boxes) box.checked = Boolean(plan) && plan.uses.includes(box.value);
    if (more) more.open = Boolean(more.querySelector(":checked"));
  }

  function submit() {
    const uses = boxes.filter((box) => box.checked).map((box) => box.value);
    const before = shown || fromStore() || { uses: [] }; // what it says of plans stays
    const plan = known(where.chosen(), [...uses, ...before.uses.filter((id) => id.includes("--"))]);
    wrong.textContent = plan ? "" : where.chosen() ? /*_*/"Tick at least one thing you use."
      : /*_*/"Choose where you live.";
    if (!plan) {
      (where.chosen() ? boxes[0] : form.querySelector("#finder-place")).focus();
      return;
    }
    touched = false;
    store.set(KEY, plan);
    if (!page) {
      const there = document.querySelector(".finder__plain a").href;
      location.href = `${there}#${written(plan)}`;
      return;
    }
    history.pushState(null, "", `#${written(plan)}`);
    ask().then(() => {
      if (!made) return;
      show(plan);
      page.querySelector("#plan-title").focus();
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (where.chosen()) submit();
    else where.settled().then(submit);
  });
  for (const type of ["input", "change"]) {
    form.addEventListener(type, () => {
      touched = true;
      if (page) ask();
    });
  }

  // What a plan is made of is a script of its own (guide/show/plan_script.py), fetched when there is
  // a plan to make. If it does not come, the next try asks again.

  // So does the whole style sheet, which says how a plan looks: it is asked for as by a part that
  // opens (lazy-theme.js), and waited for, so that a plan is not shown without it.

  const styled = () => new Promise((done) => {
    document.dispatchEvent(new Event("toggle"));
    const link = document.querySelector("head > link[rel=stylesheet]:not([media])");
    if (!link || link.sheet) done();
    else for (const type of ["load", "error"]) link.addEventListener(type, done);
  });

  let made = null; // the rules of every route
  let parts = null; // what the plan shows of each
  let asked = null;

  function ask() {
    window.Guide.planned = ({ parts: html, ...rules }) => {
      made = rules;
      parts = window.Guide.parts(html);
    };
    asked = asked || Promise.all([load(root + form.dataset.planned), styled()]).then(([came]) => {
      wrong.textContent = came ? "" : /*_*/"The plan could not be loaded. All steps are in the list below.";
      if (!came) asked = null;
    });
    return asked;
  }

  // So is what a reader comes back for: days, what changed since, a plan as a file (come-back.js).

  let returning = null;

  function comeBack(use) {
    const { back, since, calendar } = page.dataset;
    returning = returning || load(root + back);
    returning.then((came) => {
      if (came) return use(window.Guide.back({ since: root + since, calendar: root + calendar }));
      returning = null;
      return announce(/*_*/"This part of the page could not be loaded. Try again.");
    });
  }

  // What applies: one way for each deed, in the order of effect -------------------------

  function choose({ place, uses }) {
    const doable = new Map();
    const missing = new Map();
    for (const route of made.routes) {
      if (!route.uses.some((use) => uses.includes(use)) || !ofPlan(route, uses)) continue;
      const sure = route.where.includes("everywhere") || route.where.includes(place);
      const group = sure || route.reported.includes(place) ? doable : missing;
      if (!group.has(route.deed)) group.set(route.deed, { ...route, sure });
    }
    const all = [...doable.values()];
    return {
      steps: ORDER.flatMap((kind) => all.filter((route) => route.kind === kind)),
      leave: all.filter((route) => route.kind === "delete"),
      missing: [...missing.values()].filter((route) => !doable.has(route.deed)),
    };
  }

  // Whether a route is for the plan one is on: as far as that is known, and matters.
  function ofPlan({ product, tiers = [] }, uses) {
    const said = uses.find((id) => id.startsWith(`${product}--`));
    return !said || !tiers.length || tiers.includes(said.split("--")[1]);
  }

  // Showing it: the words stand in HTML, these only pick them ------------------------------

  function item(route, absent) {
    const copy = parts.querySelector(`[data-route="${route.id}"]`).cloneNode(true);
    const unfit = copy.querySelector(absent ? ".plan__time" : ".plan__instead");
    if (unfit) unfit.remove();
    // On paper a link is of use by its address; that of a file on this device is not.
    const link = copy.querySelector(".plan__deed a");
    const here = address("");
    if (here) {
      const to = new URL(link.getAttribute("href"), here);
      link.dataset.address = to.href.replace("index.html#", "#");
    }
    if (absent) return copy;
    if (!route.sure) {
      const text = /*_*/"Reported for where you live, not confirmed. Try it.";
      copy.append(make("p", { className: "plan__reported", textContent: text }));
    }
    const now = ticks();
    const done = route.steps.filter((step) => now.has(step)).length;
    const text = /*_*/`${done} of ${route.steps.length} steps done`;
    copy.append(make("p", { className: "plan__progress", textContent: text }));
    copy.classList.toggle("plan__done", done === route.steps.length);
    if (done === route.steps.length) comeBack((back) => back.mark(copy, route, shown.place));
    return copy;
  }

  function list(name, items) {
    const block = page.querySelector(`.plan__${name}`);
    block.hidden = !items.length;
    (block.querySelector(":scope > ul") || block).replaceChildren(...items);
  }

  function objection(routes, place) {
    const { answer, note } = made.objection[place];
    const companies = routes.filter(({ kind }) => kind === "object").map(({ company }) => company);
    return [...new Set(companies)].flatMap((company) => {
      const none = /*_*/`${company} offers no form to object where you live.`;
      if (company !== made.company) return [make("p", { textContent: none })];
      if (answer === "yes") return []; // there is one, only not for everything
      const said = answer !== "unclear" ? none
        : /*_*/`Sources disagree on whether ${company} offers a form to object where you live.`;
      const letter = parts.querySelector(`[data-by-letter="${place}"]`);
      return [make("p", { textContent: `${said} ${note}` }), letter.cloneNode(true)];
    });
  }

  // A question for each product used whose ways depend on the plan.
  function questions({ place, uses }) {
    const products = new Set(made.routes.filter((route) => route.product
      && route.uses.some((use) => uses.includes(use))).map(({ product }) => product));
    return [...products].map((product) => {
      const copy = parts.querySelector(`[data-plan-of="${product}"]`).cloneNode(true);
      const select = copy.querySelector("select");
      select.value = uses.find((id) => id.startsWith(`${product}--`)) || "";
      select.addEventListener("change", () => {
        const others = uses.filter((id) => !id.startsWith(`${product}--`));
        const plan = known(place, select.value ? [...others, select.value] : others);
        if (same(shown, fromStore())) store.set(KEY, plan);
        history.replaceState(null, "", `#${written(plan)}`);
        show(plan);
        page.querySelector(`[data-plan-of="${product}"] select`).focus();
        announce(page.querySelector(".plan__total").textContent);
      });
      return copy;
    });
  }

  let shown = null;

  function show(plan) {
    shown = plan;
    page.querySelector(".plan").hidden = !plan || !made;
    page.querySelector(".plan__change").open = !plan || !made;
    fill(plan);
    if (plan && made) draw(plan);
    else if (plan) ask().then(() => { if (made && shown === plan) show(plan); });
  }

  function draw(plan) {
    const { steps, leave, missing } = choose(plan);
    const minutes = steps.reduce((sum, route) => sum + route.minutes, 0);
    const needs = [...new Set(steps.flatMap((route) => route.needs))];
    const names = boxes.filter((box) => plan.uses.includes(box.value)).map((box) => box.dataset.name);
    page.querySelector(".plan__for").textContent =
      `${places.get(plan.place).name}${/*_*/":"} ${names.join(", ")}.`;
    page.querySelector(".plan__total").textContent =
      /*_*/`About ${minutes} minutes in all. Skip what does not fit you.`;
    page.querySelector(".plan__keep").hidden = !store.available || same(plan, fromStore());
    page.querySelector(".pass").dataset.pass = written(plan);
    page.querySelector(".plan__asked").replaceChildren(...questions(plan));
    list("none", objection(missing, plan.place));
    list("needs", needs.map((text) => make("li", { textContent: text })));
    list("do", steps.map((route) => item(route)));
    list("leave", leave.map((route) => item(route)));
    list("missing", missing.map((route) => item(route, true)));
  }

  function start() {
    const { place, plan, whole } = inAddress();
    hint = places.has(place) ? place : "";
    show(plan || fromStore());
    if (!location.hash.startsWith("#plan=")) return;
    if (plan && !whole) announce(/*_*/"A part of this link is not known here. The plan shows the rest.");
    if (!plan) announce(/*_*/"This link holds no plan that this guide knows.");
  }

  // Another tab has kept or cleared something, or this page was left and is back.
  function again() {
    if (!page) {
      if (!touched) fill(fromStore());
      return;
    }
    const plan = inAddress().plan || fromStore();
    const used = touched || (shown && page.querySelector(".plan__change").open);
    if (!used && !same(plan, shown)) show(plan);
    else if (shown && made) draw(shown);
  }

  for (const plain of document.querySelectorAll(".finder__plain")) plain.hidden = true;
  form.hidden = false;
  kept(form.querySelector(".kept"));
  window.addEventListener("storage", again);
  // What the browser fills in by itself comes after this script, and before this event.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) again();
    else if (!touched) fill(page ? shown : fromStore());
  });
  if (!page) {
    fill(fromStore());
    const { uses = [] } = store.get(KEY, {});
    const there = (use) => use.includes("--") || boxes.some((box) => box.value === use);
    if (!uses.every(there)) further().then(() => touched || fill(fromStore()));
    return;
  }

  page.querySelector(".plan__keep button").addEventListener("click", () => {
    const done = store.set(KEY, shown);
    show(shown);
    page.querySelector("#plan-title").focus();
    announce(done ? /*_*/"Kept on this device."
      : /*_*/"This browser did not keep it. The address of this page holds your plan: you can bookmark it.");
  });
  page.querySelector("[data-do=print]").addEventListener("click", () => window.print());
  page.querySelector("[data-do=save]").addEventListener("click", () => comeBack((back) => back.save(shown)));
  page.querySelector("[data-do=remind]").addEventListener("click", () => comeBack((back) => back.remind()));
  const opening = page.querySelector(".plan__open");
  opening.hidden = false;
  opening.querySelector("input").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    if (file) comeBack((back) => back.open(file, known).then(opened));
    target.value = ""; // the same file may be chosen again
  });

  function opened({ plan, said }) {
    announce(said);
    if (!plan) return;
    store.set(KEY, plan);
    history.pushState(null, "", `#${written(plan)}`);
    ask().then(() => {
      show(plan);
      page.querySelector("#plan-title").focus();
    });
  }

  clearing(page.querySelector("[data-do=clear]"), () => {
    history.replaceState(null, "", location.href.split("#")[0]);
    hint = "";
    show(null);
    form.querySelector("#finder-place").focus();
  });
  start();
  for (const type of ["hashchange", "popstate"]) {
    window.addEventListener(type, () => {
      if (location.hash.startsWith("#plan=") || !touched) start(); // else a link within the page
    });
  }
})();
