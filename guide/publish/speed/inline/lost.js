// The page for lost readers is shown at any address, and was made for one place. An address that
// has something at its end, or its "#" encoded, is tried without. Where the site stands elsewhere,
// its files show where, and every link is set right.
(async () => {
  const made = document.querySelector("[rel=icon]").getAttribute("href").split("assets/")[0];
  const main = document.querySelector("script[data-scripts]");
  const there = (path) => fetch(path).then(({ ok }) => ok, () => false);

  async function root() {
    const file = main.getAttribute("src").slice(made.length);
    const parts = location.pathname.split("/");
    const above = parts.map((_, count) => `${parts.slice(0, count).join("/")}/`).slice(1).reverse();
    for (const path of [made, ...above]) if (await there(path + file)) return path;
    return made;
  }

  function told() {
    let address = location.pathname + location.hash;
    try {
      for (let times = 0; times < 3; times += 1) address = decodeURIComponent(address);
    } catch { /* a lone % stays */ }
    return address.split(/#(.*)/);
  }

  const base = await root();
  const [path, hash = ""] = told();
  const inside = path.slice(base.length).toLowerCase().replace(/[^a-z0-9/]+$/, "").replace(/\/*$/, "/");
  const to = new URL(base + inside, location.origin);
  const same = [location.pathname, `${location.pathname}/`].includes(to.pathname);
  if (path.startsWith(base) && !same && await there(to)) {
    to.hash = hash;
    location.replace(to);
    return;
  }

  if (base === made) return;
  for (const name of ["href", "src"]) {
    for (const it of document.querySelectorAll(`[${name}^="${made}"]`)) {
      it.setAttribute(name, base + it.getAttribute(name).slice(made.length));
    }
  }
  const moved = (words) => words.split(" ").map((word) => base + word.slice(made.length)).join(" ");
  const { sheet, scripts } = main.dataset;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: moved(sheet) }));
  const again = Object.assign(document.createElement("script"), { src: main.getAttribute("src") });
  Object.assign(again.dataset, { sheet: moved(sheet), scripts: moved(scripts) });
  document.documentElement.className = "js whole";
  main.replaceWith(again);
})();
