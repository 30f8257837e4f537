// The box for a place. Any usual name finds one of the guide's places; what means more than one,
// or is only a part of a name, is asked and never chosen. The names are a script of their own
// (guide/show/place_names.py), fetched when the box is first touched.
window.Guide.where = (() => {
  "use strict";
  const { make, load } = window.Guide;
  const own = document.currentScript.src;
  const root = own.slice(0, own.lastIndexOf("assets/javascripts/"));

  // "Côte d’Ivoire", "COTE D'IVOIRE" and "cote d ivoire" are one name.
  const SIGNS = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", æ: "ae", œ: "oe", þ: "th", ı: "i" };
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
    .replace(/[ßøłđðæœþı]/g, (sign) => SIGNS[sign])
    .replace(/&/g, " and ")
    .replace(/\b([dl])['’‘ʼ]/g, "$1 ")
    .replace(/[.'’‘ʻʼ`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(^| )st (?=.)/g, "$1saint ");
  const ARTICLE = /^(the|die|der|das|den|la|le|les|l|el|los|las|il|lo|gli|os|as|o|a|de|het) (?=.)/;

  const entry = (ids, names) => ({ ids, name: names[0], names: names.map(folded) });

  // Whole names come before beginnings, those before words in a name, and those before names in
  // what was typed. Only the first two may choose: "Mexico" is a word in "New Mexico".
  const WAYS = [
    [true, (query) => (name) => name === query],
    [true, (query) => (name) => name === query.replace(ARTICLE, "")],
    [true, (query) => (name) => name.startsWith(query)],
    [false, (query) => (name) => ` ${name}`.includes(` ${query}`)],
    [false, (query) => (name) => name.length > 3 && ` ${query} `.includes(` ${name} `)],
  ];

  function find(entries, query) {
    for (const [chooses, fits] of WAYS) {
      const found = entries.filter(({ names }) => names.some(fits(query)));
      const asTyped = (it) => Number(folded(it.name) !== query);
      if (found.length) return { chooses, found: found.sort((a, b) => asTyped(a) - asTyped(b)) };
    }
    return { chooses: false, found: [] };
  }

  return (places, form) => {
    const search = form.querySelector("#finder-search");
    const select = form.querySelector("#finder-place");
    const said = form.querySelector(".finder__found");
    const place = new Map(places.map((it) => [it.id, it]));

    const label = (name, id) => (name === place.get(id).name ? name : `${name} (${place.get(id).name})`);
    const options = (it) => it.ids.map((id) => ({ text: label(it.name, id), value: id }));
    const byText = (a, b) => a.text.localeCompare(b.text, /*@*/"en");

    // Until all names are there: the places, and the countries and states listed.
    let entries = places.flatMap(({ id, name, members }) => [name, ...members].map((it) => entry([id], [it])));
    const all = entries.flatMap(options).sort(byText);

    // What was found, each once: "Georgia" and "Geórgia" of the same place are one.
    function choices(found) {
      const seen = new Set();
      return found.flatMap(options).filter(({ text, value }) => {
        const one = `${value} ${folded(text)}`;
        return !seen.has(one) && seen.add(one);
      });
    }

    // An option's value is a place, and its number, since several may lead to one.
    function offer(list, chosen) {
      const made = list.map(({ text, value }, index) => (
        make("option", { textContent: text, value: text === place.get(value).name ? value : `${value}/${index}` })));
      select.replaceChildren(make("option", { textContent: /*_*/"Choose", value: "" }), ...made);
      select.selectedIndex = chosen;
    }

    function answer(chooses, found) {
      const offered = choices(found);
      const ids = new Set(offered.map(({ value }) => value));
      const listed = offered.slice(0, 4).map(({ text }) => text).join(", ");
      if (!chooses) return [0, /*_*/`No place here has that name. Choose yours in the list: ${listed}.`];
      if (ids.size > 1) {
        if (offered.length > 4) {
          return [0, /*_*/`${offered.length} places fit. Type more, or choose yours in the list.`];
        }
        const why = found.length === 1 ? /*_*/`It is not clear which rules hold in ${found[0].name}.`
          : /*_*/"More than one place fits.";
        return [0, /*_*/`${why} Choose yours in the list: ${listed}.`];
      }
      const { name, apart } = place.get(offered[0].value);
      const leads = found[0].name === name ? /*_*/`Found: ${name}.` : /*_*/`${found[0].name}: your place here is “${name}”.`;
      const whole = found[0].names.includes(folded(search.value));
      const more = offered.length > 1 && !whole ? [/*_*/`${offered.length - 1} more in the list below.`] : [];
      const closer = apart.map((id) => /*_*/`If you live in ${place.get(id).name}, choose “${place.get(id).name}”.`);
      return [1, [leads, ...more, ...closer].join(" ")];
    }

    function narrow() {
      const query = folded(search.value);
      const { chooses, found } = query ? find(entries, query) : { found: [] };
      const [chosen, text] = found.length ? answer(chooses, found) : [0, query && !waiting
        ? /*_*/"No place of that name here. Choose from the list, or “Any other place”." : ""];
      offer(found.length ? choices(found) : all, chosen);
      said.textContent = text;
    }

    // All names, once somebody wants to type one. If they do not come, the next touch asks again.
    let waiting = false;
    let ready = Promise.resolve();
    function names() {
      if (waiting || window.Guide.named) return;
      waiting = true;
      window.Guide.named = (lines) => {
        entries = lines.split("\n").map((line) => line.split("|"))
          .map(([ids, ...known]) => entry(ids.split(","), known));
      };
      ready = load(root + form.dataset.names).then((came) => {
        if (!came) window.Guide.named = undefined;
        waiting = false;
        if (search.value) narrow();
      });
    }

    search.addEventListener("focus", names);
    search.addEventListener("input", () => {
      names();
      narrow();
    });

    return {
      chosen: () => select.value.split("/")[0],
      // What is typed may still need names that are on their way; not for ever.
      settled: () => Promise.race([ready, new Promise((done) => setTimeout(done, 4000))]),
      show(id) {
        search.value = "";
        said.textContent = "";
        offer(all, 0);
        select.value = id;
      },
    };
  };
})();
