// The theme writes down the look it starts with, though nobody chose one, and would then go by that
// and not by the device: switches.js keeps what is chosen, the theme keeps none. And it stops where
// storage is refused or missing: there, nothing is kept.
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
