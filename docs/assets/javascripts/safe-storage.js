// The theme's script reads what the browser keeps as soon as it starts, and stops for good where
// that is refused, or is not what it would have written. It gets a stand-in for this page there,
// and odd values are removed before it looks.
"use strict";
{
  function memory() {
    const kept = new Map();
    return {
      getItem: (key) => (kept.has(key) ? kept.get(key) : null),
      setItem: (key, value) => { kept.set(key, String(value)); },
      removeItem: (key) => { kept.delete(key); },
    };
  }

  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      Object.defineProperty(window, name, { value: memory(), configurable: true });
    }
  }

  const { inputs = [], key } = window.colours || {};
  if (key) {
    let index;
    try {
      ({ index } = JSON.parse(localStorage.getItem(key) || "{\"index\":0}"));
    } catch { /* not what the theme writes */ }
    if (!Number.isInteger(index) || !inputs[index]) localStorage.removeItem(key);
  }
}
