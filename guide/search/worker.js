// Search: what was typed, and the pages that answer it, best first. It speaks with the theme's
// script as the theme's own worker would: SETUP (0) is answered by READY (1), QUERY (2) by RESULT
// (3). lunr, which stands before this in the file, keeps the index, weighs each word by BM25, and
// finds near words; here it is said what counts as a word, and how the words' weights are joined.
"use strict";
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

  // How much more a word counts there than in a page's text.
  const FIELDS = { name: 8, title: 5, also: 4, heads: 2, text: 1 };
  const BEGINNING = 0.7; // what a beginning counts, of a whole word
  const NEAR = 0.8; // … and a near word
  const PROPER = 1; // how much rarer a name counts than it is
  const PHRASE = 0.5; // what words in a row add, of what they can give apart
  const WHOLE = 1.5; // … and if they are all that was typed
  const LEAST = 0.25; // pages below this part of the best one are not shown
  const MOST = 20;
  const HALF = 4; // the weight of a word in a page at which half of what it can give is given

  /* Words */

  const FOLDED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th", ð: "d" };
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  // Scripts without blanks between words: two signs at a time are a word.
  const RUN = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;
  const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
  const isUnspaced = (word) => UNSPACED.test(word[0]);

  // Accents and capitals do not count; "US" is a country, "us" in a text is not.
  function fold(text) {
    return text.replace(/\bU\.?S\.?(?:A\b\.?|\b)/g, "usa")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase()
      .replace(/[ßæœøłđıþð]/g, (sign) => FOLDED[sign])
      .replace(/n['’]t\b/g, "nt")
      .replace(/\bopt(?:ed|ing|s)?[\s\-\u2010-\u2013]*out(s?)\b/g, "optout");
  }

  function pairs(word) {
    return word.match(RUN).flatMap((run) => {
      if (!isUnspaced(run) || run.length === 1) return run;
      return run.slice(1).split("").map((sign, i) => run[i] + sign);
    });
  }

  function words(text) {
    const found = fold(text).match(WORD) || [];
    return UNSPACED.test(text) ? found.flatMap(pairs) : found;
  }

  const stems = new Map(); // every word of the index, as it is written there
  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) {
      found = lunr.stemmer(new lunr.Token(word, {})).toString();
      stems.set(word, found);
    }
    return found;
  }

  const IGNORED = new Set(FUNCTION_WORDS.split(" "));
  const ignored = (word) => IGNORED.has(word) || (word.length === 1 && word !== "x" && !/\d/.test(word) && !isUnspaced(word));

  // What is left of words without those that say nothing of the subject, if anything is.
  function told(some) {
    const left = some.filter((word) => !ignored(word));
    return left.length ? left : some;
  }

  /* The index */

  let pages; // each with its sections
  let index; // lunr's, of whole pages
  let named; // words of titles and other names
  let spelled; // … and of headings: what near words are looked for among
  let proper; // words that are the whole name of a product or a place
  let near; // lunr's net for near words, made when one is needed

  // lunr counts a word's fields; how rare it is depends on how many pages have it.
  lunr.idf = (posting, count) => {
    const found = new Set(Object.keys(posting).flatMap((key) => key === "_index" ? [] : Object.keys(posting[key])));
    return rarity(found.size, count);
  };
  const rarity = (having, count) => Math.log(1 + (count - having + 0.5) / (having + 0.5));

  function grouped(docs) {
    const found = new Map();
    for (const doc of docs) {
      const [address] = doc.location.split("#");
      if (!found.has(address)) found.set(address, { ...doc, address, sections: [] });
      else found.get(address).sections.push(doc);
    }
    return [...found.values()];
  }

  function build(docs) {
    pages = grouped(docs);
    stems.clear();
    near = undefined;
    held.clear();
    weights.clear();
    const builder = new lunr.Builder();
    builder.tokenizer = (text) => words(text).map((word) => new lunr.Token(stem(word), {}));
    builder.ref("id");
    builder.b(0.6);
    for (const [name, boost] of Object.entries(FIELDS)) builder.field(name, { boost });
    pages.forEach((page, id) => builder.add({
      id,
      name: page.name || "",
      title: page.title,
      also: page.also || "",
      heads: page.sections.map(({ title }) => title).join(" "),
      text: [page, ...page.sections].map(({ text }) => text).join(" "),
    }));
    index = builder.build();
    named = new Set(pages.flatMap(({ title, name = "", also = "" }) => words(`${title} ${name} ${also}`)));
    spelled = new Set([...named, ...pages.flatMap(({ sections }) => sections.flatMap(({ title }) => words(title)))]);
    proper = new Set(pages.flatMap(({ name = "" }) => name.split(", ").map(words))
      .filter(({ length }) => length === 1).map(([word]) => word));
    for (const page of pages) page.names = said(page);
  }

  // The stems of a section or of a page's first lines, when they are first asked for.
  const held = new Map();
  function stemsOf(entry, text) {
    if (!held.has(entry)) held.set(entry, new Set(words(text).map(stem)));
    return held.get(entry);
  }

  // A page's other names as stems in a row: " meta say "; function words do not count in them.
  function said({ title, name = "", also = "" }) {
    return [...new Set([title, ...`${name}, ${also}`.split(", ")].map((one) => row(told(words(one)))))].filter((one) => one.length > 2);
  }
  const row = (some) => ` ${some.map(stem).join(" ")} `;

  const has = (word) => stems.has(word) && stems.get(word) in index.invertedIndex;

  // Pages with a stem: lunr's weight of it there, without its rarity.
  const weights = new Map();
  function pagesWith(name) {
    if (!weights.has(name)) {
      const rare = lunr.idf(index.invertedIndex[name], pages.length);
      const found = index.query((query) => query.term(name, { usePipeline: false }));
      weights.set(name, { rare, pages: found.map(({ ref, score }) => [Number(ref), score / rare]) });
    }
    return weights.get(name);
  }

  /* What was typed */

  // How much some page is about a word, from 0 to 1.
  function about(word) {
    const most = Math.max(...pagesWith(stem(word)).pages.map(([, weight]) => weight));
    return most / (most + HALF);
  }

  function sameStart(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    return at;
  }

  // The likeliest of the words one slip away; of long ones, and of names, two. Only names of
  // products and places may be short, or begin otherwise. Of several, the one alike longest.
  function nearest(word) {
    if (word.length < 4 || /\d/.test(word) || isUnspaced(word)) return null;
    near = near || lunr.TokenSet.fromArray([...spelled].filter(has).sort());
    const meant = (other, slips) => proper.has(other)
      ? word.length > (slips > 1 ? 6 : 3)
      : word.length > (slips > 1 ? 7 : 4) && startsAlike(word, other);
    for (const slips of [1, 2]) {
      const alike = near.intersect(lunr.TokenSet.fromFuzzyString(word, slips)).toArray()
        .filter((other) => other.length > 3 && meant(other, slips));
      if (alike.length) {
        const value = (other) => sameStart(word, other) + about(other);
        return alike.reduce((best, other) => (value(other) > value(best) ? other : best));
      }
    }
    return null;
  }

  // The same first letter, or the first two swapped.
  const startsAlike = (one, other) => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

  const inARow = (some) => pages.some(({ names }) => names.some((name) => name.includes(some)));

  // "whatsappai": known words that are written as one.
  function apart(word) {
    for (let at = word.length - 2; at > 1; at -= 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const long = tail === "ai" || Math.min(at, tail.length) > 3;
      if (named.has(head) && named.has(tail) && (long || inARow(row([head, tail])))) return [head, tail];
    }
    return null;
  }

  // "face book", "chat gtp": a name that is written as two words.
  function together(one, other) {
    const both = one + other;
    if (named.has(both)) return both;
    const alike = has(other) || ignored(other) ? null : nearest(both);
    return alike && named.has(alike) ? both : null;
  }

  // Each word that counts, as stems and how much each of them counts.
  function read(typed) {
    const all = words(typed).map((word) => (word === "us" ? "usa" : word));
    const whole = [];
    for (let i = 0; i < all.length; i += 1) {
      const both = i + 1 < all.length && !isUnspaced(all[i]) ? together(all[i], all[i + 1]) : null;
      whole.push(both || all[i]);
      if (both) i += 1;
    }
    const kept = told(whole);
    const open = /[\p{L}\p{N}\p{M}]$/u.test(typed) && kept[kept.length - 1] === whole[whole.length - 1]
      ? kept.length - 1 : -1;
    const answer = { groups: [], near: [], unknown: [], asked: "" };
    kept.forEach((word, i) => take(word, i === open, answer));
    answer.asked = row(kept.map((word) => (answer.near.find(([slip]) => slip === word) || [word, word])[1]));
    return answer;
  }

  function take(word, unfinished, answer) {
    const group = new Map();
    group.proper = proper.has(word);
    if (has(word)) group.set(stem(word), 1);
    if (unfinished && word.length > 2 && !isUnspaced(word)) {
      const begun = [...stems.keys()].filter((other) => other.startsWith(word) && has(other));
      const names = begun.filter((other) => named.has(other));
      for (const other of names.length ? names : begun) {
        if (!group.has(stem(other))) group.set(stem(other), BEGINNING);
      }
    }
    if (group.size) return answer.groups.push(group);
    const parts = apart(word);
    if (parts) return parts.forEach((part) => take(part, false, answer));
    const alike = nearest(word);
    if (alike) {
      answer.near.push([word, alike]);
      group.set(stem(alike), NEAR);
      group.proper = proper.has(alike);
      return answer.groups.push(group);
    }
    return isUnspaced(word) || answer.unknown.push(word);
  }

  /* Ranking */

  function ranked({ groups, unknown, asked }) {
    const scores = new Map();
    const add = (id, score) => scores.set(id, (scores.get(id) || 0) + score);
    for (const group of groups) {
      const best = new Map();
      for (const [name, counts] of group) {
        for (const [id, weight] of pagesWith(name).pages) {
          best.set(id, Math.max(best.get(id) || 0, counts * weight));
        }
      }
      const rare = rarity(best.size, pages.length) + (group.proper ? PROPER : 0);
      for (const [id, weight] of best) add(id, rare * weight / (weight + HALF));
    }
    // Words in a row that are one of a page's names.
    pages.forEach(({ names }, id) => {
      const held = names.filter((name) => asked.includes(name) && (name === asked || name.trim().includes(" ")));
      const worth = held.map((name) => name.trim().split(" ").reduce((sum, one) => sum + pagesWith(one).rare, 0));
      if (held.length) add(id, PHRASE * Math.max(...worth) + (held.includes(asked) ? WHOLE : 0));
    });
    // What no page names is the subject of the page for what is not here.
    if (scores.size && unknown.length) {
      pages.forEach(({ unknowns }, id) => { if (unknowns) add(id, rarity(0, pages.length) * 0.5); });
    }
    const found = [...scores].map(([id, score]) => ({ page: pages[id], score: score * (pages[id].weight || 1) }));
    found.sort((a, b) => b.score - a.score);
    const shown = found.filter(({ score }) => score >= LEAST * found[0].score).slice(0, MOST);
    return behind(shown);
  }

  // Evidence, changes and what is for writers: never before a page of steps.
  function behind(found) {
    const last = found.map(({ page }) => Boolean(page.steps)).lastIndexOf(true);
    const late = found.slice(0, last + 1).filter(({ page }) => page.late);
    if (!late.length) return found;
    const before = found.slice(0, last + 1).filter(({ page }) => !page.late);
    return [...before, ...late, ...found.slice(last + 1)];
  }

  /* As the theme shows it */

  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const written = new Map(); // words as texts have them, as stems
  function isSought(word, sought) {
    if (!written.has(word)) written.set(word, words(word).map(stem));
    return written.get(word).some((one) => sought.has(one));
  }

  function marked(text, sought) {
    return text.replace(/[\p{L}\p{N}\p{M}]+|[&<>"]/gu, (it) => {
      if (it in ESCAPED) return ESCAPED[it];
      return isSought(it, sought) ? `<mark>${it}</mark>` : it;
    });
  }

  // The part of a text with most of what was sought, cut between words.
  function teaser(text, sought) {
    const MUCH = 220;
    if (text.length <= MUCH) return marked(text, sought);
    const places = [...text.matchAll(WORD)].filter(([it]) => isSought(it, sought)).map(({ index: at }) => at);
    const within = (from) => places.filter((at) => at >= from && at < from + MUCH - 40).length;
    const best = places.reduce((one, other) => (within(other) > within(one) ? other : one), places[0] || 0);
    const from = best < 60 ? 0 : text.lastIndexOf(" ", best - 30) + 1;
    const to = text.indexOf(" ", from + MUCH);
    const cut = text.slice(from, to < 0 ? undefined : to);
    return `${from ? "… " : ""}${marked(cut, sought)}${to < 0 ? "" : " …"}`;
  }

  function shown(found, { groups }, typed) {
    const sought = new Set(groups.flatMap((group) => [...group.keys()]));
    const rare = new Map([...sought].map((name) => [name, pagesWith(name).rare]));
    const worth = (own) => groups.reduce((sum, group) => {
      const among = [...group.keys()].filter((name) => own.has(name)).map((name) => rare.get(name));
      return sum + Math.max(0, ...among);
    }, 0);
    const shownAs = ({ location, title, text }, score) =>
      ({ location, title: marked(title, sought), text: teaser(text, sought), score, terms: {} });
    return found.map(({ page }, place) => {
      const score = MOST - place;
      if (page.unknowns) { // it shows what was typed
        const location = `${page.location}#typed=${encodeURIComponent(typed.trim().slice(0, 80))}`;
        return [shownAs({ ...page, location }, score)];
      }
      const sections = page.sections
        .map((section) => ({ section, value: worth(stemsOf(section, `${section.title} ${section.text}`)) }))
        .filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
      const top = worth(stemsOf(page, `${page.title} ${page.text}`));
      const rows = sections.slice(0, 4).map(({ section }, i) => shownAs(section, score - (i + 1) / 10));
      // The page itself, or first the section that says more than its first lines do.
      if (!rows.length || top >= sections[0].value) return [shownAs(page, score), ...rows];
      return [{ ...rows[0], score }, shownAs(page, 0), ...rows.slice(1)];
    });
  }

  function search(typed) {
    const answer = read(typed);
    const items = answer.groups.length ? shown(ranked(answer), answer, typed) : [];
    return { items, near: answer.near, unknown: answer.unknown };
  }

  function handle({ type, data }) {
    if (type === SETUP) {
      build(data.docs);
      return { type: READY };
    }
    if (type === QUERY) return { type: RESULT, data: search(data) };
    throw new TypeError("Invalid message type");
  }

  addEventListener("message", ({ data }) => postMessage(handle(data)));
})();
