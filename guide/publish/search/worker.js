// The theme's script speaks with this as with the theme's own worker: SETUP is answered by READY,
// QUERY by RESULT. search-box.js reads what was near or unknown.

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

function search(typed) {
  const answer = read(typed);
  const items = answer.groups.length ? rows(ranked(answer), answer, typed) : [];
  return { items, near: answer.near, unknown: answer.unknown };
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    build(data.docs);
    postMessage({ type: READY });
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: search(data) });
  }
});
