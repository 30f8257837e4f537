// What counts as a word, in a text as in what was typed.

const FOLDED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th", ð: "d" };
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Thai, Japanese, Chinese and Korean have no blanks, or none that help: there two signs are a word.
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const RUN = new RegExp(`${UNSPACED.source}+|${UNSPACED.source.replace("[", "[^")}+`, "g");
const isUnspaced = (word) => UNSPACED.test(word[0]);

// Accents and capitals do not count; "US" is a country, "us" in a text is not.
function fold(text) {
  return text.replace(/\bU\.?S\.?(?:A\b\.?|\b)/g, "usa")
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase()
    .replace(/[ßæœøłđıþð]/g, (sign) => FOLDED[sign])
    .replace(/n['’]t\b/g, "nt");
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

// Words as they were met, and their stems by lunr ("objecting" → "object").
const stems = new Map();

function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = lunr.stemmer(new lunr.Token(word, {})).toString();
    stems.set(word, found);
  }
  return found;
}

// FUNCTION_WORDS stands before this (worker.py). A letter alone is none, but for X.
const IGNORED = new Set(FUNCTION_WORDS.split(" "));

function isIgnored(word) {
  if (IGNORED.has(word)) return true;
  return word.length === 1 && word !== "x" && !/\d/.test(word) && !isUnspaced(word);
}

// What is left of words without those that say nothing of the subject, if anything is.
function told(some) {
  const left = some.filter((word) => !isIgnored(word));
  return left.length ? left : some;
}

// Words in a row, to look for a name in what was typed: " meta say ".
const inARow = (some) => ` ${some.map(stem).join(" ")} `;
