// What the guide's own scripts share: memory on this device, and small help for the page.
window.Guide = (() => {
  "use strict";
  const PREFIX = "guide."; // other sites on the same host may keep things here too

  const storage = (() => {
    try {
      window.localStorage.setItem(`${PREFIX}probe`, "1");
      window.localStorage.removeItem(`${PREFIX}probe`);
      return window.localStorage;
    } catch {
      return null; // blocked, full, or a private window
    }
  })();

  const store = {
    available: Boolean(storage),

    // What was stored may be anything: whoever asks checks its shape.
    get(key, fallback) {
      try {
        const value = JSON.parse(storage.getItem(key));
        return value === null ? fallback : value;
      } catch {
        return fallback;
      }
    },

    set(key, value) {
      try {
        storage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },

    remove(key) {
      if (storage) storage.removeItem(key);
    },

    clear() {
      if (!storage) return;
      for (const key of Object.keys(storage)) {
        if (key.startsWith(PREFIX)) storage.removeItem(key);
      }
    },
  };

  const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  // The steps ticked here, those that have since left the guide included.
  function ticks() {
    const found = Object(store.get("guide.ticks", {})); // an object, whatever it was
    const names = Object.keys(found).filter((name) => found[name] === 1);
    return new Set(names.filter((name) => /^[a-z0-9]+(-{1,2}[a-z0-9]+)*--[a-z0-9-]+$/.test(name)));
  }

  const onDisk = location.protocol === "file:";
  const kept = !store.available
    ? "This browser keeps nothing for this page: what you tick or choose is gone when you close it."
    : "What you tick and your plan are kept in this browser, on this device, and sent nowhere."
      + (onDisk ? " Other pages opened from files on this device may be able to read them." : "");

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
      announce("Cleared: no ticks and no plan are kept here now.");
    });
    return button;
  }

  return { store, make, ticks, kept, onDisk, address, announce, clearing, copy, download };
})();
