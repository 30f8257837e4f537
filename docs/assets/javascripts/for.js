// A website's name stands behind the "#" of the address: go on to the page about it, past this one
// when going back. A name below another (www.example.com) is the other's.
(() => {
  "use strict";
  const unknown = document.querySelector(".for-unknown");

  function go() {
    const asked = location.hash.slice(1).toLowerCase();
    const labels = asked.split(".");
    const names = labels.map((_, from) => labels.slice(from).join("."));
    const line = names.map((name) => document.getElementById(name)).find((it) => it && it.closest(".hosts"));
    if (line) location.replace(line.querySelector("a").href);
    unknown.hidden = Boolean(line) || labels.length < 2;
    unknown.querySelector("span").textContent = asked.slice(0, 80);
  }

  addEventListener("hashchange", go);
  go();
})();
