// An old page tells its age: checks that have fallen due since it was made, by the reader's clock.
(() => {
  "use strict";
  const today = window.Guide.days.today();
  const late = [...document.querySelectorAll("[data-due]")].filter((it) => today > it.dataset.due);

  for (const it of late) {
    for (const now of it.querySelectorAll("[data-now]")) now.hidden = true;
    for (const then of it.querySelectorAll("[data-then]")) then.hidden = false;
    it.className = it.className.replace(/--(fresh|due)$/, "--overdue");
  }

  // The newest state of this very page, or where to ask for it.
  function newest() {
    const web = document.querySelector("link[rel=canonical]");
    if (!window.Guide.onDisk) return /*_*/"Load it again to see if there is a newer one.";
    if (!web) return /*_*/"Ask whoever gave you this copy for a newer one.";
    return Object.assign(document.createElement("a"), {
      href: web.href, rel: "noreferrer", textContent: /*_*/"See this page as it is now on the web",
    });
  }

  if (late.length) {
    const note = document.createElement("p");
    note.className = "aged";
    const made = document.querySelector(".judged span").textContent;
    note.append(/*_*/`This page is of ${made}. Since then, a new check of what it says has fallen due. `,
      newest());
    (late[0].closest(".table-wrap") || late[0]).before(note);
  }
})();
