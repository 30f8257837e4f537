// One letter at a time, filled in as the reader types. Typed text lives in the fields and in
// the letter on this page, and nowhere else: a browser may keep the page in its memory for the
// Back button, and writes none of it down.
(() => {
  "use strict";
  const { announce, copy, deadline, download } = window.Guide;
  const MAIL_LIMIT = 1900; // some systems open no longer mail address
  const by = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const chooser = by("letter-form");
  const fields = by("letter-fields");
  const actions = by("letter-actions");
  const offer = by("letter-offer");
  const language = by("letter-language");
  const boxes = all(".letter-box");
  const button = (name) => all(`[data-do="${name}"]`).pop();
  const inputs = all("[name]", fields);

  const hints = new Map(all(".blank").map((blank) => [blank, blank.textContent]));
  const own = new Map(all('[data-part="who"]').map((part) => [part, [...part.childNodes]]));
  let box;
  let touched = false;

  const letter = () => box.querySelector(".letter");
  const who = () => chooser.elements.who.value;

  function fill() {
    const values = Object.fromEntries(inputs.map(({ name, value, type }) => [
      name, type === "date" ? deadline.say(value, tongue()) : value.trim(),
    ]));
    for (const blank of all(".blank", letter())) {
      const value = values[blank.dataset.blank];
      blank.textContent = value || hints.get(blank);
      blank.classList.toggle("blank--filled", Boolean(value));
    }
    const day = due();
    const { basis, note } = offer.selectedOptions[0].dataset;
    actions.querySelector(".letter-due").textContent = day
      ? [`Expect a reply by ${deadline.say(day)} (${basis}).`, note, deadline.HINT].filter(Boolean).join(" ")
      : "";
    button("remind").disabled = !day;
    mail();
  }

  const tongue = () => (language.value === "en" ? "en-GB" : language.value);

  function due() {
    const { count, unit } = offer.selectedOptions[0].dataset;
    const date = inputs.find((input) => input.name === "date").value;
    return deadline.due(date, Number(count), unit);
  }

  function speak() {
    const part = letter().querySelector('[data-part="who"]');
    const variant = box.querySelector(`[data-who="${who()}"]`);
    const nodes = variant ? [...variant.cloneNode(true).childNodes] : own.get(part);
    part.replaceChildren(...nodes);
    const used = new Set();
    for (const blank of all(".blank", letter())) {
      used.add(blank.dataset.blank);
      if (!hints.has(blank)) hints.set(blank, blank.textContent);
    }
    for (const field of all("[data-field]", fields)) {
      field.hidden = !used.has(field.dataset.field);
    }
    fill();
  }

  // Show the chosen letter, hide the others, and put the fields right above it.
  function choose() {
    box = boxes.find(({ dataset }) => dataset.offer === offer.value
      && dataset.language === language.value);
    for (const part of all("[data-offer]")) {
      part.hidden = part.dataset.offer !== offer.value || (boxes.includes(part) && part !== box);
    }
    for (const { value } of offer.options) {
      by(value).hidden = value !== offer.value;
      for (const option of language.options) {
        const heading = by(`${value}-${option.value}`);
        if (heading.dataset.offer) continue; // the first language stands under the letter's own
        heading.hidden = value !== offer.value || option.value !== language.value;
      }
    }
    box.before(fields);
    box.after(actions);
    speak();
  }

  // An address may name a letter: #eu-object, or in a language: #eu-object-de.
  function follow() {
    const name = location.hash.slice(1);
    const found = boxes.find(({ dataset }) => name === dataset.offer
      || name === `${dataset.offer}-${dataset.language}`);
    if (!found) return;
    offer.value = found.dataset.offer;
    language.value = found.dataset.language;
    choose();
    by(name).scrollIntoView();
  }

  function text() {
    return [...letter().children].map((part) => {
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
    const subject = letter().querySelector('[data-part="subject"]').textContent;
    const short = `mailto:?subject=${encoded(subject)}`;
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
  }

  async function copied() {
    const done = await copy(text());
    risk(!done);
    announce(done ? "The letter is copied." : "Copying did not work. Select the text and copy it.");
  }

  function clear() {
    fields.reset();
    for (const input of inputs) if (input.name === "date") input.value = deadline.today();
    risk(false);
    touched = false;
    fill();
  }

  const deeds = {
    copy: copied,
    print: () => window.print(),
    save() {
      download(`${box.dataset.offer}-${box.dataset.language}.txt`, "text/plain;charset=utf-8", `${text()}\n`);
      risk(false);
      announce("The letter is saved as a text file.");
    },
    mail() {
      risk(false); // to some browsers a mail program is another page
      if (!actions.querySelector(".letter-long").hidden) copied();
    },
    remind() {
      const { basis } = offer.selectedOptions[0].dataset;
      deadline.remind(offer.selectedOptions[0].text, due(), basis, offer.value);
    },
    clear() {
      clear();
      announce("The fields are empty.");
    },
  };

  for (const [name, deed] of Object.entries(deeds)) button(name).addEventListener("click", deed);
  for (const select of [offer, language]) {
    select.addEventListener("change", () => {
      choose();
      announce("The letter below has changed.");
    });
  }
  all('[name="who"]').forEach((choice) => choice.addEventListener("change", speak));
  fields.addEventListener("input", () => {
    risk(true);
    fill();
  });
  for (const form of [chooser, fields]) {
    form.addEventListener("submit", (event) => event.preventDefault()); // Enter in a field
    for (const type of ["input", "change"]) form.addEventListener(type, () => { touched = true; });
    form.hidden = false;
  }
  actions.hidden = false;
  for (const part of all(".letter-hints")) part.open = false; // so that the fields are near
  chooser.closest(".md-typeset").classList.add("writing");

  // A browser may bring back what was typed and chosen, before this or with the event.
  function fresh() {
    for (const form of [chooser, fields]) form.reset();
    choose();
    clear();
    follow();
  }

  fresh();
  window.addEventListener("pageshow", ({ persisted }) => {
    const { dataset } = box;
    const same = dataset.offer === offer.value && dataset.language === language.value;
    if (!persisted && !touched && (typed() || !same)) fresh();
  });
  window.addEventListener("hashchange", follow);
})();
