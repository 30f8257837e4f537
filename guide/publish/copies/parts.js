// Writes a part of the page that many share, in the place of this script (parts.py). The parser reads
// it as it would on the web; where the page is, and its title, are filled in.
(() => {
  const me = document.currentScript;
  const root = me.getAttribute("src").replace(/assets\/.*/, "");
  const home = new URL(root || ".", location.href).href;
  const page = location.href.slice(home.length).replace(/index\.html.*|[?#].*/, "");
  const title = document.querySelector("title").innerHTML.replace(/ - (?!.* - ).*/, "");
  const part = PARTS[me.dataset.part || 0];
  document.write(part.replace(/{root}/g, root).replace(/{page}/g, page).replace("{title}", () => title));
  me.remove();
})();
