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

  // Plain calendar days ("2026-11-23"), counted in UTC so that no time zone can move them.
  const days = (() => {
    const write = (date) => date.toISOString().slice(0, 10);

    function read(iso) {
      if (!/^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(iso)) return null;
      const date = new Date(`${iso}T00:00:00Z`);
      return !isNaN(date) && write(date) === iso ? date : null; // 31 April is no day
    }

    function today() {
      const now = new Date();
      return write(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
    }

    function say(iso, language = /*@*/"en-GB") {
      const date = read(iso);
      const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
      return date ? new Intl.DateTimeFormat(language, style).format(date) : "";
    }

    return { read, write, today, say };
  })();

  // What could not be kept stays true on this page until it is closed.
  const unkept = new Map();

  const object = (it) => typeof it === "object" && it !== null && !Array.isArray(it);
  const TICK = /^[a-z0-9]+(-{1,2}[a-z0-9]+)*--[a-z0-9-]+$/;
  const ticked = (it) => Object.keys(it).filter((name) => it[name] === 1 && TICK.test(name));

  // The shape of each entry. Whatever else stands there is as none, and removed.
  const FITS = {
    "guide.plan": (it) => object(it) && typeof it.place === "string" && Array.isArray(it.uses)
      && it.uses.every((use) => typeof use === "string"),
    "guide.ticks": (it) => object(it) && ticked(it).length > 0,
    // A key of its own: an older edition of the guide on the same storage knows ticks alone.
    "guide.ticks.days": (it) => object(it)
      && ticked(store.get("guide.ticks", {})).some((name) => days.read(it[name])),
    "guide.keys": (it) => it === "on" || it === "off",
  };

  const store = {
    // False once it is known that nothing can be kept. To try it out would be to write before
    // anybody chose to: storage that is full or forgets is known by the first choice.
    available: Boolean(storage),
    // True once this page has read back what it kept, or found what an earlier one kept.
    proven: false,

    get(key, fallback) {
      try {
        const value = JSON.parse(unkept.has(key) ? unkept.get(key) : storage.getItem(key));
        if (FITS[key](value)) return value;
      } catch { /* refused, or no JSON */ }
      try {
        storage.removeItem(key);
      } catch { /* refused */ }
      return fallback;
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
      store.proven = store.available;
      if (store.available) unkept.delete(key);
      else unkept.set(key, text);
      tell();
      return store.available;
    },

    // All that this site keeps, the colours too. Whether it is gone.
    clear() {
      unkept.clear();
      const { key: colours } = window.colours || {};
      const own = () => Object.keys(storage || {}).filter((key) => key.startsWith(PREFIX) || key === colours);
      try {
        for (const key of own()) storage.removeItem(key);
        return !own().length;
      } catch {
        return false;
      }
    },
  };

  for (const key of Object.keys(FITS)) store.proven = store.get(key) !== undefined || store.proven;

  const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  // The steps ticked here, those that have since left the guide included, each with the day it was
  // ticked; "" where that is not known.
  function ticks() {
    const kept = store.get("guide.ticks.days", {});
    const day = (name) => (days.read(kept[name]) ? kept[name] : "");
    return new Map(ticked(store.get("guide.ticks", {})).map((name) => [name, day(name)]));
  }

  // Keep these ticks and no others. Whether they were kept.
  function tick(all) {
    const known = [...all].filter(([, day]) => day);
    const done = store.set("guide.ticks", Object.fromEntries([...all.keys()].map((name) => [name, 1])));
    return store.set("guide.ticks.days", Object.fromEntries(known)) && done;
  }

  const onDisk = location.protocol === "file:";

  // Elements that say what is kept: that it is only once something was, and no longer once
  // something was not.
  const notes = [];

  function tell() {
    const text = !store.available
      ? /*_*/"This browser keeps nothing for this page: what you tick or choose is gone when you leave it."
      : `${store.proven ? /*_*/"What you tick, on which day, and your plan are kept in this browser, on this device, and sent nowhere."
        : /*_*/"This browser is asked to keep what you tick, on which day, and your plan, on this device; they are sent nowhere."}${
        onDisk ? /*_*/" Other pages opened from files on this device may be able to read and change them." : ""}`;
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

  // A script that is asked for when it is needed. Whether it came.
  const load = (src) => new Promise((done) => {
    const script = make("script", { src });
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.body.append(script);
  });

  // HTML that such a script holds, with links as a page has them.
  function parts(html) {
    const made = make("div", { innerHTML: html });
    for (const link of onDisk ? made.querySelectorAll("a") : []) { // a folder shows its listing there
      const href = link.getAttribute("href");
      if (!/^https:/.test(href)) link.setAttribute("href", href.replace(/\/(?=#|$)/, "/index.html"));
    }
    return made;
  }

  // "Clear everything": what is kept here goes, and the page shows it.
  function clearing(button, show) {
    button.addEventListener("click", () => {
      const gone = store.clear();
      show();
      announce(gone ? /*_*/"Cleared: this site keeps nothing here now."
        : /*_*/"This browser did not clear it. Clear the data of this site in the browser’s own settings.");
    });
    return button;
  }

  return {
    store, make, days, ticks, tick, kept, onDisk, address, announce, load, parts, clearing, copy, download,
  };
})();
