// Colours: the ones kept, else the device's, before they are seen. switches.js changes and keeps
// them, until the theme's script does so too (it keeps the same in the same place).
(() => {
  const inputs = [...document.querySelectorAll("[name=__palette]")];
  const [root] = document.querySelector("[rel=icon]").href.split("assets/");
  const key = `${new URL(root).pathname}.__palette`;

  function paint(index) {
    const color = {};
    for (const name of ["media", "scheme", "primary", "accent"]) {
      color[name] = inputs[index].getAttribute(`data-md-color-${name}`);
      document.body.setAttribute(`data-md-color-${name}`, color[name]);
    }
    inputs.forEach((input, i) => { input.nextElementSibling.hidden = i !== index; });
    return { index, color };
  }

  // What is kept may be anything. Whatever is no choice is removed: the theme would stumble over it.
  let index;
  try {
    const { index: kept } = Object(JSON.parse(localStorage.getItem(key)));
    if (Number.isInteger(kept) && inputs[kept]) index = kept;
    else localStorage.removeItem(key);
  } catch {
    try {
      localStorage.removeItem(key); // it was no JSON
    } catch { /* nothing is kept, or may be read */ }
  }
  if (index === undefined) index = inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
  paint(Math.max(0, index));
  window.colours = { inputs, key, paint };
})();
