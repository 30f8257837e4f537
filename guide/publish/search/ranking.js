// The index by lunr, of whole pages: a question is answered by a page, not by a paragraph that
// repeats one of its words.

// How much more a word counts there than in a page's text.
const FIELDS = { name: 8, title: 5, also: 4, heads: 2, text: 1 };
const HALF = 4; // the weight of a word in a page at which half of what it can give is given
const PROPER = 1; // how much rarer the name of a product or place counts than it is
const PHRASE = 0.5; // what words in a row add, of what they can give apart
const WHOLE = 1.5; // … and if they are all that was typed
const WANTED = 2; // what words add that together ask for a page, of what they can give apart
const UNKNOWN = 2.7; // what a word no page has gives to the page for what is not here
const LEAST = 0.25; // pages below this part of the best one are not shown
const MOST = 20;
const FEW = 12; // … of one word or name

let pages = []; // each with its sections
let listed = 0; // how many of them are in a menu
let index; // lunr's
let named; // words of titles and other names
let spelled; // … and of headings: among them near words are looked for
let proper; // words that are the whole name of a product or a place
const weights = new Map();

// lunr counts in how many fields a word stands; how rare it is depends on how many pages have it.
// Pages in no menu, such as each letter's, do not count: they are many and alike.
function rarity(ids) {
  const having = new Set([...ids].filter((id) => !pages[id].apart)).size;
  return Math.log(1 + (listed - having + 0.5) / (having + 0.5));
}

lunr.idf = (posting) => {
  const fields = Object.keys(posting).filter((key) => key !== "_index");
  return rarity(new Set(fields.flatMap((field) => Object.keys(posting[field]))));
};

function grouped(docs) {
  const found = new Map();
  for (const doc of docs) {
    const [address] = doc.location.split("#");
    const page = found.get(address);
    if (page) page.sections.push(doc);
    else found.set(address, { name: "", also: "", weight: 1, ...doc, sections: [] });
  }
  return [...found.values()];
}

function build(docs) {
  stems.clear();
  weights.clear();
  pages = grouped(docs);
  listed = pages.filter(({ apart }) => !apart).length;
  const builder = new lunr.Builder();
  builder.tokenizer = (text) => words(text).map((word) => new lunr.Token(stem(word), {}));
  builder.ref("id");
  builder.b(0.6);
  for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
  pages.forEach((page, id) => {
    const heads = page.sections.map(({ title }) => title);
    const texts = [page, ...page.sections].map(({ text }) => text);
    builder.add({ ...page, id, heads: heads.join(" "), text: texts.join(" ") });
    const rows = (names) => names.map((name) => inARow(told(words(name)))).filter((row) => row.trim());
    const names = rows([page.title, ...`${page.name}, ${page.also}`.split(", ")]);
    page.names = [...new Set([...names, ...rows(heads).filter(several)])];
    page.wants = rows(page.wants || []);
  });
  index = builder.build();
  named = new Set(pages.flatMap(({ title, name, also }) => words(`${title} ${name} ${also}`)));
  const heads = pages.flatMap(({ sections }) => sections.map(({ title }) => title));
  spelled = new Set([...named, ...words(heads.join(" "))]);
  const wholes = pages.flatMap(({ name }) => name.split(", ").map(words));
  proper = new Set(wholes.filter(({ length }) => length === 1).map(([word]) => word));
}

const has = (word) => stem(word) in index.invertedIndex;

// How rare a stem is, and lunr's weight of it in each page without that.
function holding(name) {
  if (!weights.has(name)) {
    const rare = name in index.invertedIndex ? lunr.idf(index.invertedIndex[name]) : 0;
    const found = rare ? index.query((query) => query.term(name, { usePipeline: false })) : [];
    weights.set(name, { rare, found: found.map(({ ref, score }) => [Number(ref), score / rare]) });
  }
  return weights.get(name);
}

// A weight as a part of 1: a word in a title does not count without end.
const part = (weight) => weight / (weight + HALF);

// Each word gives a page what it weighs there, and the more the rarer it is.
function byWords(groups, add) {
  for (const { counts, isProper } of groups) {
    const best = new Map();
    for (const [name, count] of counts) {
      for (const [id, weight] of holding(name).found) {
        best.set(id, Math.max(best.get(id) || 0, count * weight));
      }
    }
    const rare = rarity(best.keys()) + (isProper ? PROPER : 0);
    for (const [id, weight] of best) add(id, rare * part(weight));
  }
}

const several = (row) => row.trim().includes(" ");

const worth = (row) => row.trim().split(" ").reduce((sum, name) => sum + holding(name).rare, 0);

// Words that together ask for a page, in any order: "letter", and whom it goes to.
function byWants(asked, add) {
  const said = (row) => row.trim().split(" ").every((name) => asked.includes(` ${name} `));
  pages.forEach(({ wants }, id) => {
    const found = wants.filter(said);
    if (found.length) add(id, WANTED * Math.max(...found.map(worth)));
  });
}

// Words in a row that are one of a page's names, or a part of one; a single one only if it is all.
function byNames(asked, add) {
  pages.forEach(({ names }, id) => {
    const found = names.filter((row) => row === asked || (several(row) && asked.includes(row)));
    if (several(asked) && names.some((row) => row.includes(asked))) found.push(asked);
    if (!found.length) return;
    add(id, PHRASE * Math.max(...found.map(worth)) + (names.includes(asked) ? WHOLE : 0));
  });
}

function ranked({ groups, unknown, asked }) {
  const scores = new Map();
  const add = (id, score) => scores.set(id, (scores.get(id) || 0) + score);
  byWords(groups, add);
  byNames(asked, add);
  byWants(asked, add);
  if (scores.size && unknown.length) {
    pages.forEach(({ unknowns }, id) => { if (unknowns) add(id, UNKNOWN); });
  }
  const found = [...scores].map(([id, score]) => ({ page: pages[id], score: score * pages[id].weight }));
  found.sort((one, other) => other.score - one.score);
  // Every page that has the one word, or the name, says something of it; of several words, many
  // pages have but a common one.
  const one = groups.length < 2 || (found.length && found[0].page.names.includes(asked));
  const shown = one ? found.slice(0, FEW)
    : found.filter(({ score }) => score >= LEAST * found[0].score).slice(0, MOST);
  return behind(shown.map(({ page }) => page));
}

// Evidence, changes and what is for writers: never before a page of steps.
function behind(found) {
  const end = found.map(({ steps }) => Boolean(steps)).lastIndexOf(true) + 1;
  const front = found.slice(0, end);
  return [...front.filter(({ late }) => !late), ...front.filter(({ late }) => late), ...found.slice(end)];
}
