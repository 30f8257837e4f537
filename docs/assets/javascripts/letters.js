// A letter filled in as the reader types. Typed text lives in the fields and in the letter on this
// page, and nowhere else: a browser may keep the page in its memory for the Back button, and writes
// none of it down. Nothing is carried to the page of another language either: an address and
// session storage reach the disk, and a window's name reaches the next site opened in the tab.
(() => {
  "use strict";
  const { announce, copy, deadline, download, load, make, parts } = window.Guide;
  const MAIL_LIMIT = 1900; // some systems open no longer mail address
  const src = document.currentScript.src;
  const root = src.slice(0, src.lastIndexOf("assets/javascripts/"));
  const by = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const form = by("letter-fields");
  const actions = by("letter-actions");
  const letter = by("letter").querySelector(".letter");
  const languages = all(".letter-languages a");
  const { name: title, offer: file, count, unit, basis, note } = actions.dataset;
  const button = (name) => all(`[data-do="${name}"]`)[0];
  const inputs = all("input:not([type=radio]), textarea", form);
  const date = by("letter-date");
  const to = by("letter-to");

  const who = letter.querySelector('[data-part="who"]');
  const own = [...who.childNodes];
  const hints = new Map(all(".blank").map((blank) => [blank, blank.textContent]));
  let touched = false;

  function fill() {
    const tongue = letter.lang === "en" ? "en-GB" : letter.lang;
    const values = Object.fromEntries(inputs.map(({ name, value, type }) => [
      name, type === "date" ? deadline.say(value, tongue) : value.trim(),
    ]));
    for (const blank of all(".blank", letter)) {
      const value = values[blank.dataset.blank];
      blank.textContent = value || hints.get(blank);
      blank.classList.toggle("blank--filled", Boolean(value));
    }
    const day = due();
    actions.querySelector(".letter-due").textContent = day
      ? [/*_*/`Expect a reply by ${deadline.say(day)} (${basis}).`, note, deadline.HINT].filter(Boolean).join(" ")
      : "";
    button("remind").disabled = !day;
    mail();
  }

  const due = () => deadline.due(date.value, Number(count), unit);

  // The sentence on who writes, and the fields for the blanks that are then in the letter.
  function speak() {
    const variant = document.querySelector(`[data-who="${form.elements.who.value}"]`);
    who.replaceChildren(...(variant ? variant.cloneNode(true).childNodes : own));
    const used = new Set();
    for (const blank of all(".blank", letter)) {
      used.add(blank.dataset.blank);
      if (!hints.has(blank)) hints.set(blank, blank.textContent);
    }
    for (const field of all("[data-field]", form)) field.hidden = !used.has(field.dataset.field);
    fill();
  }

  // To another company. Where each is comes as a script of its own (guide/show/addressee_script.py),
  // fetched when one is chosen. What the reader types of a company is a blank like any other.

  const theirs = all('[data-say], .letter[data-to="controller"] [data-part="recipient"]');
  const first = new Map(theirs.map((it) => [it, [...it.childNodes]]));
  let known = null;
  let asked = null;

  function ask() {
    window.Guide.addressees = (given) => { known = given; };
    asked = asked || load(root + to.dataset.addressees).then((came) => {
      if (!came) asked = null;
    });
    return asked;
  }

  async function choose() {
    if (to.value && !known) await ask();
    if (to.value && !known) {
      to.value = "";
      announce(/*_*/"This part of the page could not be loaded. Try again.");
    }
    address();
    speak();
  }

  const addressee = () => (known && known.companies[to.value] || [])
    .find(({ places }) => places.includes(to.dataset.place));

  // What the letter says of the company it goes to, as nodes.
  function words() {
    const { products, assistant, blanks } = known.words[letter.lang];
    const blank = (name) => {
      const made = make("span", { className: "blank", textContent: blanks[name] });
      made.dataset.blank = name;
      return made;
    };
    const it = addressee();
    const lines = it ? [it.name, it.attention, ...it.address].filter(Boolean) : [];
    return {
      products: () => [products],
      assistant: () => [assistant],
      company: () => [it ? it.company : blank("company")],
      line: () => it ? [[it.name, ...it.address].join(", ")] : [blank("company"), ", ", blank("address")],
      recipient: () => (it ? lines : [blank("company"), blank("address")])
        .flatMap((line, index) => index ? [make("br"), line] : [line]),
    };
  }

  function address() {
    const said = to.value && words();
    for (const it of theirs) {
      it.replaceChildren(...(said ? said[it.dataset.say || it.dataset.part]() : first.get(it)));
    }
    const how = by("letter-send-to");
    const own = by("letter-send");
    if (own) {
      own.hidden = Boolean(said);
      how.hidden = !said;
      how.replaceChildren(...(said ? parts((addressee() || known).how).childNodes : []));
    }
    const about = by("letter-about");
    if (about) about.hidden = !said;
    for (const link of languages) link.hash = to.value && `to=${to.value}`;
  }

  // "#to=…" stands behind the address of a letter from a company's page. It may name one that has no
  // address here: then the reader writes it.
  function named() {
    const [, id = ""] = location.hash.match(/^#to=([a-z0-9-]+)$/) || [];
    to.value = id;
    if (to.value !== id) to.value = "other";
    if (to.selectedIndex < 0) to.selectedIndex = 0; // a letter that is for any company, to begin with
    return choose();
  }

  // A day in a calendar names the company that was chosen, and nothing that was typed.
  function called() {
    const [{ text: usual }] = to.options;
    const { text: now } = to.selectedOptions[0];
    if (!to.value) return title;
    return title.includes(usual) ? title.replace(usual, now) : `${title}${/*_*/":"} ${now}`;
  }

  function text() {
    return [...letter.children].map((part) => {
      if (part.tagName === "UL") {
        return all("li", part).map((item) => `- ${item.textContent}`).join("\n");
      }
      const lines = part.cloneNode(true);
      for (const end of all("br", lines)) end.replaceWith("\n");
      return lines.textContent;
    }).join("\n\n");
  }

  // Half a character (a lone surrogate) would stop encodeURIComponent.
  const encoded = (words) => encodeURIComponent(
    words.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\n/g, "\r\n"),
  );

  function mail() {
    const subject = letter.querySelector('[data-part="subject"]').textContent;
    const { mail: box = "" } = letter.dataset.to === "controller" && addressee() || {};
    const short = `mailto:${box}?subject=${encoded(subject)}`;
    const whole = `${short}&body=${encoded(text())}`;
    const long = whole.length > MAIL_LIMIT;
    button("mail").href = long ? short : whole;
    actions.querySelector(".letter-long").hidden = !long;
  }

  // Typed words that were not yet taken along: leaving asks first. Listened to only then, since
  // some browsers do not keep a page for the Back button that may ask.
  const asks = (event) => {
    event.preventDefault();
    event.returnValue = true; // for browsers before 2024
  };

  const typed = () => inputs.some(({ type, value }) => type !== "date" && value.trim());

  function risk(open) {
    if (open && typed()) window.addEventListener("beforeunload", asks);
    else window.removeEventListener("beforeunload", asks);
    // The page of another language opens beside this one, which keeps the words.
    for (const link of languages) link.target = typed() ? "_blank" : "";
  }

  async function copied() {
    const done = await copy(text());
    risk(!done);
    announce(done ? /*_*/"The letter is copied." : /*_*/"Copying did not work. Select the text and copy it.");
  }

  function clear() {
    for (const input of inputs) input.value = "";
    date.value = deadline.today();
    risk(false);
    touched = false;
    fill();
  }

  const deeds = {
    copy: copied,
    print: () => window.print(),
    save() {
      download(`${file}.txt`, "text/plain;charset=utf-8", `${text()}\n`);
      risk(false);
      announce(/*_*/"The letter is saved as a text file.");
    },
    mail() {
      risk(false); // to some browsers a mail program is another page
      if (!actions.querySelector(".letter-long").hidden) copied();
    },
    remind: () => deadline.remind(called(), due(), basis, "letter"),
    clear() {
      clear();
      announce(/*_*/"The fields are empty.");
    },
  };

  for (const [name, deed] of Object.entries(deeds)) button(name).addEventListener("click", deed);
  all('[name="who"]').forEach((choice) => choice.addEventListener("change", speak));
  to.addEventListener("change", choose);
  window.addEventListener("hashchange", named);
  form.addEventListener("input", () => {
    risk(true);
    fill();
  });
  form.addEventListener("submit", (event) => event.preventDefault()); // Enter in a field
  for (const type of ["input", "change"]) form.addEventListener(type, () => { touched = true; });
  for (const link of languages) link.setAttribute("aria-describedby", "letter-tabs");
  for (const part of [form, actions]) part.hidden = false;
  for (const part of all(".letter-hints")) part.open = false; // so that the fields are near
  form.closest(".md-typeset").classList.add("writing");

  // A browser may bring back what was typed and chosen, before this or with the event.
  function fresh() {
    form.reset();
    speak();
    clear();
    named();
  }

  fresh();
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted && !touched && typed()) fresh();
  });
})();
