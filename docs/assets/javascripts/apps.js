// The apps and services in the finder: the home page fetches those one tap further when they are
// wanted, and a few letters find one among sixty.
window.Guide.apps = (() => {
  "use strict";
  const { load, parts } = window.Guide;
  const own = document.currentScript.src;
  const root = own.slice(0, own.lastIndexOf("assets/javascripts/"));

  // Gives `tell` every box there is, at first and once there are more. Returns what fetches those.
  return (form, tell) => {
    const more = form.querySelector(".finder__more");
    const wrong = form.querySelector(".finder__wrong");
    const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

    // By name, company or kind: "networks" shows all of them. What is ticked stays in sight.
    function narrow({ target }) {
      const query = folded(target.value);
      let found = 0;
      for (const kind of more.querySelectorAll(".finder__kind")) {
        const [title, ...all] = kind.children;
        const whole = query.length > 2 && ` ${folded(title.textContent)}`.includes(` ${query}`);
        for (const one of all) {
          const { textContent } = one.querySelector("legend") || one;
          const fits = whole || folded(`${textContent} ${one.dataset.also}`).includes(query);
          one.hidden = !fits && !one.querySelector(":checked");
          found += fits;
        }
        kind.hidden = all.every((one) => one.hidden);
      }
      more.querySelector(".finder__none").textContent = found ? ""
        : /*_*/"Nothing of that name is here. See “A service that is not here” in the menu.";
    }

    function ready() {
      tell([...form.querySelectorAll("input[type=checkbox]")]);
      const look = form.querySelector("#finder-uses");
      if (!look) return;
      look.addEventListener("input", narrow);
      look.addEventListener("keydown", (event) => { // else it would ask for the plan
        if (event.key !== "Enter") return;
        event.preventDefault();
        const box = more.querySelector(".finder__kind:not([hidden]) > :not([hidden]) input");
        if (box) box.focus();
      });
    }

    // They are a script of their own (guide/show/plan_script.py). If it does not come, the next tap
    // asks again.
    let asked = null;

    function further() {
      if (!more || !more.dataset.uses) return Promise.resolve();
      window.Guide.uses = ({ parts: html }) => {
        more.append(...parts(html).childNodes);
        more.removeAttribute("data-uses");
        ready();
      };
      asked = asked || load(root + more.dataset.uses).then((came) => {
        wrong.textContent = came ? "" : /*_*/"The other apps could not be loaded. Close this list and open it again.";
        if (!came) asked = null;
      });
      return asked;
    }

    ready();
    if (more) more.addEventListener("toggle", () => more.open && further());
    return further;
  };
})();
