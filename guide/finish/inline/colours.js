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

  let index;
  try {
    ({ index } = JSON.parse(localStorage.getItem(key)));
  } catch { /* nothing is kept, or may be read */ }
  if (!Number.isInteger(index) || !inputs[index]) index = inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
  paint(Math.max(0, index));
  window.colours = { inputs, key, paint };
})();
