// The finder (where you live, what you use) and the plan that follows from it.
(() => {
  "use strict";
  const { store, make, ticks, kept, announce, address, clearing } = window.Guide;
  const KEY = "guide.plan";
  const ORDER = ["object", "request", "setting", "limit"];

  const data = JSON.parse(document.getElementById("plan-data").textContent);
  const places = new Map(data.places.map((place) => [place.id, place]));
  const form = document.getElementById("finder");
  const page = document.getElementById("plan"); // only where the plan itself is shown
  const search = form.querySelector("#finder-search");
  const select = form.querySelector("#finder-place");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const wrong = form.querySelector(".finder__wrong");

  // Places, by any name -------------------------------------------------------------

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const entries = data.places.flatMap((place) => [
    { value: place.id, label: place.name, names: [place.name, ...place.also].map(folded) },
    ...place.members.map((name, index) => (
      { value: `${place.id}/${index}`, label: `${name} (${place.name})`, names: [folded(name)] })),
  ]).sort((a, b) => a.label.localeCompare(b.label, "en"));

  // 0: the whole name, 1: its beginning, 2: the beginning of a word in it, 3: not it
  const distance = (names, query) => Math.min(...names.map((name) => {
    if (name.startsWith(query)) return name === query ? 0 : 1;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(query)) ? 2 : 3;
  }));

  function offer(list, chosen) {
    const options = list.map(({ label, value }) => make("option", { textContent: label, value }));
    select.replaceChildren(make("option", { textContent: "Choose", value: "" }), ...options);
    select.value = chosen;
  }

  function narrow() {
    const query = folded(search.value);
    const found = query ? entries.filter(({ names }) => distance(names, query) < 3) : [];
    found.sort((a, b) => distance(a.names, query) - distance(b.names, query));
    offer(found.length ? found : entries, found.length ? found[0].value : "");
    const more = found.length > 1 ? ` ${found.length - 1} more in the list below.` : "";
    form.querySelector(".finder__found").textContent = !query ? "" : found.length
      ? `Found: ${found[0].label}.${more}`
      : "No place of that name here. Choose from the list, or “Any other place”.";
  }

  // A plan is a place and uses, all of them ids this guide knows ------------------------

  function known(place, uses) {
    const given = Array.isArray(uses) ? uses : [];
    const own = boxes.map((box) => box.value).filter((use) => given.includes(use));
    return places.has(place) && own.length ? { place, uses: own } : null;
  }

  const written = ({ place, uses }) => `plan=${[place, ...uses].join(".")}`;
  const same = (a, b) => Boolean(a && b) && written(a) === written(b);

  function fromAddress() {
    const [place, ...uses] = location.hash.replace(/^#plan=/, "").slice(0, 2000).split(".");
    return location.hash.startsWith("#plan=") ? known(place, uses) : null;
  }

  function fromStore() {
    const { place, uses } = Object(store.get(KEY, {}));
    return known(place, uses);
  }

  function fill(plan) {
    search.value = "";
    narrow();
    select.value = plan ? plan.place : "";
    for (const box of boxes) box.checked = Boolean(plan) && plan.uses.includes(box.value);
    const more = form.querySelector(".finder__more");
    if (more) more.open = Boolean(more.querySelector(":checked"));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const uses = boxes.filter((box) => box.checked).map((box) => box.value);
    const plan = known(select.value.split("/")[0], uses);
    wrong.textContent = plan ? "" : select.value ? "Tick at least one thing you use."
      : "Choose where you live.";
    if (!plan) {
      (select.value ? boxes[0] : select).focus();
      return;
    }
    store.set(KEY, plan);
    if (!page) {
      const there = document.querySelector(".finder__plain a").href;
      location.href = `${there}#${written(plan)}`;
      return;
    }
    history.pushState(null, "", `#${written(plan)}`);
    show(plan);
    page.querySelector("#plan-title").focus();
  });

  // What applies: one way for each deed, in the order of effect -------------------------

  function choose({ place, uses }) {
    const doable = new Map();
    const missing = new Map();
    for (const route of data.routes) {
      if (!route.uses.some((use) => uses.includes(use))) continue;
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

  // Showing it: the words stand in the page, these only pick them ------------------------

  function item(route, absent) {
    const copy = page.querySelector(`#plan-parts [data-route="${route.id}"]`).cloneNode(true);
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
      const text = "Reported for where you live, not confirmed. Try it.";
      copy.append(make("p", { className: "plan__reported", textContent: text }));
    }
    const now = ticks();
    const done = route.steps.filter((step) => now.has(step)).length;
    const text = `${done} of ${route.steps.length} steps done`;
    copy.append(make("p", { className: "plan__progress", textContent: text }));
    copy.classList.toggle("plan__done", done === route.steps.length);
    return copy;
  }

  function list(name, items) {
    const block = page.querySelector(`.plan__${name}`);
    block.hidden = !items.length;
    (block.querySelector("ul") || block).replaceChildren(...items);
  }

  function objection(routes, place) {
    const { answer, note } = data.objection[place];
    const companies = routes.filter(({ kind }) => kind === "object").map(({ company }) => company);
    return [...new Set(companies)].flatMap((company) => {
      const none = `${company} offers no form to object where you live.`;
      if (company !== data.company) return [make("p", { textContent: none })];
      if (answer === "yes") return []; // there is one, only not for everything
      const said = answer !== "unclear" ? none
        : `Sources disagree on whether ${company} offers a form to object where you live.`;
      const letter = page.querySelector(`#plan-parts [data-by-letter="${place}"]`);
      return [make("p", { textContent: `${said} ${note}` }), letter.cloneNode(true)];
    });
  }

  function show(plan) {
    const shown = page.querySelector(".plan");
    shown.hidden = !plan;
    page.querySelector(".plan__change").open = !plan;
    fill(plan);
    if (!plan) return;
    const { steps, leave, missing } = choose(plan);
    const minutes = steps.reduce((sum, route) => sum + route.minutes, 0);
    const needs = [...new Set(steps.flatMap((route) => route.needs))];
    const names = boxes.filter((box) => box.checked).map((box) => box.dataset.name);
    page.querySelector(".plan__for").textContent =
      `${places.get(plan.place).name}: ${names.join(", ")}.`;
    page.querySelector(".plan__total").textContent =
      `About ${minutes} minutes in all. Skip what does not fit you.`;
    page.querySelector(".plan__keep").hidden = !store.available || same(plan, fromStore());
    page.querySelector(".share").dataset.share = written(plan);
    list("none", objection(missing, plan.place));
    list("needs", needs.map((text) => make("li", { textContent: text })));
    list("do", steps.map((route) => item(route)));
    list("leave", leave.map((route) => item(route)));
    list("missing", missing.map((route) => item(route, true)));
  }

  function start() {
    const linked = fromAddress();
    if (location.hash.startsWith("#plan=") && !linked) {
      announce("This link holds no plan that this guide knows.");
    }
    show(linked || fromStore());
  }

  for (const plain of document.querySelectorAll(".finder__plain")) plain.hidden = true;
  form.hidden = false;
  form.querySelector(".kept").textContent = kept;
  search.addEventListener("input", narrow);
  if (!page) {
    fill(fromStore());
    return;
  }

  page.querySelector(".plan__keep button").addEventListener("click", () => {
    store.set(KEY, fromAddress());
    show(fromAddress());
    page.querySelector("#plan-title").focus();
    announce("Kept on this device.");
  });
  page.querySelector("[data-do=print]").addEventListener("click", () => window.print());
  clearing(page.querySelector("[data-do=clear]"), () => {
    history.replaceState(null, "", location.href.split("#")[0]);
    show(null);
    select.focus();
  });
  start();
  window.addEventListener("hashchange", start);
  window.addEventListener("popstate", start);
  window.addEventListener("storage", start); // ticks set in another tab
  window.addEventListener("pageshow", ({ persisted }) => persisted && start());
})();
