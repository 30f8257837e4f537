// Found pages as the theme's script shows them: a row each, with the sections that hold most.

const SECTIONS = 4;
const MUCH = 220; // signs of a text in a row
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const ofText = new Map(); // words as texts have them, as stems
const ofEntry = new Map(); // all stems of a section

function isSought(word, sought) {
  if (!ofText.has(word)) ofText.set(word, words(word).map(stem));
  return ofText.get(word).some((one) => sought.has(one));
}

function stemsOf(entry) {
  if (!ofEntry.has(entry)) ofEntry.set(entry, new Set(words(`${entry.title} ${entry.text}`).map(stem)));
  return ofEntry.get(entry);
}

function marked(text, sought) {
  return text.replace(/[\p{L}\p{N}\p{M}]+|[&<>"]/gu, (it) => {
    if (it in ESCAPED) return ESCAPED[it];
    return isSought(it, sought) ? `<mark>${it}</mark>` : it;
  });
}

// The part of a text with most of what was sought, cut between words.
function teaser(text, sought) {
  if (text.length <= MUCH) return marked(text, sought);
  const places = [...text.matchAll(WORD)].filter(([it]) => isSought(it, sought)).map((it) => it.index);
  const within = (from) => places.filter((at) => at >= from && at < from + MUCH - 40).length;
  const best = places.reduce((one, other) => (within(other) > within(one) ? other : one), places[0] || 0);
  const from = best < 60 ? 0 : text.lastIndexOf(" ", best - 30) + 1;
  const to = text.indexOf(" ", from + MUCH);
  const cut = marked(text.slice(from, to < 0 ? undefined : to), sought);
  return `${from ? "… " : ""}${cut}${to < 0 ? "" : " …"}`;
}

// The theme puts what is equal to the first score before "more on this page"; Enter takes the best.
function rows(found, { groups }, typed) {
  const sought = new Set(groups.flatMap(({ counts }) => [...counts.keys()]));
  const worth = (entry) => groups.reduce((sum, { counts }) => {
    const own = [...counts.keys()].filter((name) => stemsOf(entry).has(name));
    return sum + Math.max(0, ...own.map((name) => holding(name).rare));
  }, 0);
  const row = ({ location, title, text }, score) =>
    ({ location, title: marked(title, sought), text: teaser(text, sought), score, terms: {} });

  return found.map((page, place) => {
    const score = MOST - place;
    if (page.unknowns) { // that page shows what was typed
      const location = `${page.location}#typed=${encodeURIComponent(typed.trim().slice(0, 80))}`;
      return [row({ ...page, location }, score)];
    }
    const sections = page.sections.map((section) => ({ section, value: worth(section) }))
      .filter(({ value }) => value > 0).sort((one, other) => other.value - one.value);
    const lower = sections.slice(0, SECTIONS).map(({ section }, i) => row(section, score - (i + 1) / 10));
    // The page itself, or first the section that says more than the page's first lines do.
    if (!lower.length || worth(page) >= sections[0].value) return [row(page, score), ...lower];
    return [{ ...lower[0], score }, row(page, 0), ...lower.slice(1)];
  });
}
