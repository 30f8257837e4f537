// Colours: the ones kept, else the device's, before they are seen; and the switch for them,
// which the theme's script takes over when it runs (it keeps the same in the same place).
(() => {
  const inputs = [...document.querySelectorAll("[name=__palette]")];

  function paint(index) {
    const color = {};
    for (const name of ["media", "scheme", "primary", "accent"]) {
      color[name] = inputs[index].getAttribute(`data-md-color-${name}`);
      document.body.setAttribute(`data-md-color-${name}`, color[name]);
    }
    inputs.forEach((input, i) => { input.nextElementSibling.hidden = i !== index; });
    return { index, color };
  }

  function kept() {
    try {
      return inputs[__md_get("__palette").index] ? __md_get("__palette").index : 0;
    } catch {
      return inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
    }
  }

  inputs.forEach((input, index) => {
    input.addEventListener("change", () => __md_set("__palette", paint(index)));
  });
  paint(Math.max(0, kept()));
})();
