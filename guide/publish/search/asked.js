// What was typed, as words of the index: whole ones, the beginning of one, near ones, and those
// nobody wrote here.

const BEGINNING = 0.7; // what a beginning counts, of a whole word
const NEAR = 0.8; // … and a near word
const LONGEST = 200; // signs that are read of what was typed
let net; // lunr's, for near words; made when one is needed

// How much some page is about a word.
const subject = (word) => part(Math.max(...holding(stem(word)).found.map(([, weight]) => weight)));

function sameStart(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

// The same first letter, or the first two swapped.
const startsAlike = (one, other) =>
  one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

// The likeliest of the words one slip away; for long ones and for names, two. Only names of
// products and places may be short, or begin otherwise. Of several, the one alike longest.
function nearest(word) {
  if (word.length < 4 || word.length > 25 || /\d/.test(word) || isUnspaced(word)) return null;
  net = net || lunr.TokenSet.fromArray([...spelled].filter(has).sort());
  const meant = (other, slips) => (proper.has(other)
    ? word.length > (slips > 1 ? 6 : 3)
    : word.length > (slips > 1 ? 7 : 4) && startsAlike(word, other));
  for (const slips of [1, 2]) {
    const alike = net.intersect(lunr.TokenSet.fromFuzzyString(word, slips)).toArray()
      .filter((other) => other.length > 3 && meant(other, slips));
    const value = (other) => sameStart(word, other) + subject(other);
    if (alike.length) return alike.reduce((best, one) => (value(one) > value(best) ? one : best));
  }
  return null;
}

// "whatsappai", "facebookoptout": known words that are written as one.
function apart(word, deep = true) {
  const known = (it) => (named.has(it) ? [it] : deep && apart(it, false));
  for (let at = word.length - 2; at > 1; at -= 1) {
    const [head, tail] = [known(word.slice(0, at)), known(word.slice(at))];
    if (head && tail) {
      const row = inARow([...head, ...tail]);
      const long = word.slice(at) === "ai" || Math.min(at, word.length - at) > 3;
      if (long || isName(row)) return [...head, ...tail];
    }
  }
  return null;
}

const isName = (row) => pages.some(({ names }) => names.some((name) => name.includes(row)));

// "face book", "chat gtp": a name that is written as two words, unless they are two in a name too:
// a page says "Meta AI", few say "MetaAI".
function together(one, other) {
  if (!other || isUnspaced(one)) return null;
  const both = one + other;
  if (named.has(both)) return isName(inARow([one, other])) ? null : both;
  const alike = has(other) || isIgnored(other) ? null : nearest(both);
  return alike && named.has(alike) ? both : null;
}

function joined(all) {
  const found = [];
  for (let i = 0; i < all.length; i += 1) {
    const both = together(all[i], all[i + 1]);
    found.push(both || all[i]);
    if (both) i += 1;
  }
  return found;
}

// Known words that begin so: names of products and places, else other names, else any.
function begun(word) {
  const found = [...stems.keys()].filter((other) => other.startsWith(word) && has(other));
  const some = [proper, named].map((kind) => found.filter((other) => kind.has(other)));
  return [...some, found].find(({ length }) => length) || [];
}

// A word's stems, and how much each of them counts.
function take(word, unfinished, answer) {
  const beginning = unfinished && word.length > 2 && !isUnspaced(word) ? begun(word) : [];
  const counts = new Map(beginning.map((other) => [stem(other), BEGINNING]));
  if (has(word)) counts.set(stem(word), 1);
  const parts = counts.size ? null : apart(word);
  const alike = counts.size || parts ? null : nearest(word);
  if (counts.size) {
    answer.groups.push({ counts, isProper: [word, ...beginning].some((it) => proper.has(it)) });
  } else if (parts) {
    parts.forEach((one) => take(one, false, answer));
  } else if (alike) {
    answer.near.push([word, alike]);
    answer.groups.push({ counts: new Map([[stem(alike), NEAR]]), isProper: proper.has(alike) });
  } else if (!isUnspaced(word)) {
    answer.unknown.push(word);
  }
}

function read(typed) {
  const text = typed.slice(0, LONGEST);
  const all = joined(words(text).map((word) => (word === "us" ? "usa" : word)));
  const kept = told(all);
  const last = kept.length - 1;
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(text) && kept[last] === all[all.length - 1];
  const answer = { groups: [], near: [], unknown: [] };
  kept.forEach((word, i) => take(word, unfinished && i === last, answer));
  const meant = new Map(answer.near);
  return { ...answer, asked: inARow(kept.map((word) => meant.get(word) || word)) };
}
