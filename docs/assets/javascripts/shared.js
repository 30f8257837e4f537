// What the guide's own scripts share: memory on this device, and small help for the page.
window.Guide = (() => {
  "use strict";
  const PREFIX = "guide."; // other sites on the same host may keep things here too

  const storage = (() => {
    try {
      return window.localStorage || null; // some browsers give null in place of it
    } catch {
      return null; // refused
    }
  })();

  // What could not be kept stays true on this page until it is closed.
  const unkept = new Map();

  const store = {
    available: false,

    // What was stored may be anything: whoever asks checks its shape.
    get(key, fallback) {
      try {
        const value = JSON.parse(unkept.has(key) ? unkept.get(key) : storage.getItem(key));
        return value === null ? fallback : value;
      } catch {
        return fallback;
      }
    },

    // Whether it was kept: storage may be refused, full, or a private window's.
    set(key, value) {
      const text = JSON.stringify(value);
      try {
        storage.setItem(key, text);
        store.available = storage.getItem(key) === text;
      } catch {
        store.available = false;
      }
      if (store.available) unkept.delete(key);
      else unkept.set(key, text);
      tell();
      return store.available;
    },

    // All that this site keeps, the colours too.
    clear() {
      unkept.clear();
      const { key: colours } = window.colours || {};
      try {
        for (const key of Object.keys(storage)) {
          if (key.startsWith(PREFIX) || key === colours) storage.removeItem(key);
        }
      } catch { /* nothing can be kept there */ }
    },
  };

  try {
    storage.setItem(`${PREFIX}probe`, "1");
    store.available = storage.getItem(`${PREFIX}probe`) === "1";
    storage.removeItem(`${PREFIX}probe`);
  } catch { /* nothing more can be kept */ }

  const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  // The steps ticked here, those that have since left the guide included.
  function ticks() {
    const found = Object(store.get("guide.ticks", {})); // an object, whatever it was
    const names = Object.keys(found).filter((name) => found[name] === 1);
    return new Set(names.filter((name) => /^[a-z0-9]+(-{1,2}[a-z0-9]+)*--[a-z0-9-]+$/.test(name)));
  }

  const onDisk = location.protocol === "file:";

  // Elements that say what is kept, and say so no longer once something was not.
  const notes = [];

  function tell() {
    const text = !store.available
      ? "This browser keeps nothing for this page: what you tick or choose is gone when you leave it."
      : "What you tick and your plan are kept in this browser, on this device, and sent nowhere."
        + (onDisk ? " Other pages opened from files on this device may be able to read and change them." : "");
    for (const note of notes) if (note.textContent !== text) note.textContent = text;
  }

  function kept(note) {
    notes.push(note);
    tell();
  }

  // This page's address for others, or null: a file on this device is of no use to them,
  // and its folders, like words searched for, are not theirs to see.
  function address(fragment) {
    const canonical = document.querySelector("link[rel=canonical]");
    const page = onDisk ? canonical && canonical.href : location.href.split(/[?#]/)[0];
    return page && `${page}#${fragment}`;
  }

  // A live region is heard only if it was there before its text.
  const live = make("p", { className: "said" });
  live.setAttribute("role", "status");
  document.body.append(live);
  let quiet;

  function announce(text) {
    clearTimeout(quiet);
    live.textContent = "";
    setTimeout(() => { live.textContent = text; }, 50); // the same words twice are two messages
    quiet = setTimeout(() => { live.textContent = ""; }, 6000);
  }

  // Where the page may not use the clipboard (plain http), the old way still works.
  function copyFromField(text) {
    const before = document.activeElement;
    const field = make("textarea", { value: text, className: "off-screen" });
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch { /* not allowed: answered with false */ }
    field.remove();
    if (before) before.focus();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyFromField(text);
    }
  }

  function download(name, type, text) {
    const href = URL.createObjectURL(new Blob([text], { type }));
    const link = make("a", { href, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  // "Clear everything": what is kept here goes, and the page shows it.
  function clearing(button, show) {
    button.addEventListener("click", () => {
      store.clear();
      show();
      announce("Cleared: this site keeps nothing here now.");
    });
    return button;
  }

  return { store, make, ticks, kept, onDisk, address, announce, clearing, copy, download };
})();
