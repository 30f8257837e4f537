// The theme stores its colour scheme at the first visit, before the reader chose one, and from then
// on ignores the device's setting. So its write is dropped here; switches.js stores a real choice.
// Where storage is refused or missing the theme would stop with an error: it gets an empty one.
"use strict";
{
  const { __md_get: get, __md_set: set } = window;
  window.__md_get = (...asked) => {
    try {
      return get(...asked);
    } catch {
      return null;
    }
  };
  window.__md_set = (name, ...rest) => {
    if (name === "__palette") return;
    try {
      set(name, ...rest);
    } catch { /* refused */ }
  };
}
