// When an answer is due, and a calendar file for that day.
window.Guide.deadline = (() => {
  "use strict";
  const { address, announce, days: { read, write, today, say }, download, make } = window.Guide;
  const DAY = 86400000;

  function months(date, count) {
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth() + count;
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last)));
  }

  function workingDays(date, count) {
    const day = new Date(date);
    for (let left = count; left > 0;) {
      day.setTime(day.getTime() + DAY);
      if (day.getUTCDay() % 6) left -= 1; // neither Sunday (0) nor Saturday (6)
    }
    return day;
  }

  // The last day for an answer to what was sent on a day; null if there is no such day, or none
  // after it: a calendar's dates end with the year 9999.
  function due(iso, count, unit) {
    const date = read(iso);
    if (!date) return null;
    const last = unit === "month" ? months(date, count)
      : unit === "working-day" ? workingDays(date, count)
      : new Date(date.getTime() + count * DAY);
    return read(write(new Date(last.getTime() + DAY))) && write(last);
  }

  // RFC 5545, 3.3.11: a line break must not end the property, nor a comma its value.
  const escaped = (text) => text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

  // RFC 5545, 3.1: at most 75 octets a line; a character is never split.
  function folded(line) {
    const bytes = new TextEncoder();
    let out = "";
    let length = 0;
    for (const character of line) {
      const size = bytes.encode(character).length;
      if (length + size > 75) {
        out += "\r\n ";
        length = 1;
      }
      out += character;
      length += size;
    }
    return out;
  }

  function uid() {
    const numbers = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(numbers, (n) => n.toString(16).padStart(2, "0")).join("");
  }

  function ics({ title, dateISO, url, description }) {
    const plain = (iso) => iso.replace(/-/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//AI Training Opt-Out Guide//Deadlines//EN",
      "BEGIN:VEVENT",
      `UID:${uid()}`,
      `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${plain(dateISO)}`,
      `DTEND;VALUE=DATE:${plain(due(dateISO, 1, "day"))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...(url ? [`URL:${new URL(url).href}`] : []),
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      "TRIGGER:PT9H",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ];
    return lines.map(folded).join("\r\n");
  }

  // Save the day to a calendar; what to say of it is the caller's, never the reader's.
  function remind(title, dateISO, basis, anchor) {
    const description = /*_*/`Counted from the day you sent it (${basis}). ${HINT}`;
    const url = address(anchor);
    const file = ics({ title: /*_*/`Reply due: ${title}`, dateISO, url, description });
    download(`reply-due-${dateISO}.ics`, "text/calendar;charset=utf-8", file);
    announce(/*_*/`Calendar file saved for ${say(dateISO)}.`);
  }

  const HINT = /*_*/"Public holidays are not counted in. Allow some days for the post.";

  function labelled(text, field) {
    const label = make("label");
    label.append(text, field);
    return label;
  }

  // A route's list of reply times becomes: where, sent on, and the day.
  function widget(box) {
    const places = [...box.querySelectorAll("[data-unit]")];
    const where = make("select");
    for (const { dataset } of places) where.append(new Option(dataset.place));
    const sent = make("input", { type: "date", min: "2000-01-01", max: "2999-12-31", value: today() });
    const answer = make("p");
    answer.setAttribute("role", "status");
    const save = make("button", { type: "button", textContent: /*_*/"Save to calendar (.ics)" });

    const chosen = () => places[where.selectedIndex].dataset;
    const day = () => due(sent.value, Number(chosen().count), chosen().unit);
    function show() {
      const iso = day();
      save.disabled = !iso;
      answer.textContent = iso
        ? /*_*/`Expect a reply by ${say(iso)} (${chosen().basis}). ${HINT}`
        : /*_*/"Choose the day you sent it.";
    }
    where.addEventListener("change", show);
    sent.addEventListener("input", show);
    save.addEventListener("click", () => {
      remind(box.dataset.title, day(), chosen().basis, box.dataset.anchor);
    });

    const form = make("div", { className: "deadline__form" });
    if (places.length > 1) form.append(labelled(/*_*/"Where you live", where));
    form.append(labelled(/*_*/"Sent on", sent), answer, save);
    box.append(form);
    show();
  }

  // Fields for dates are costly to make: one at a time, when the browser has nothing else to do.
  const idle = window.requestIdleCallback || setTimeout;
  for (const box of document.querySelectorAll(".deadline")) idle(() => widget(box));
  return { due, ics, remind, say, today, HINT };
})();
