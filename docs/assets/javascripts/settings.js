// The theme's script reads its settings from the page. They stand before this instead (scripts.py
// writes them), once for all pages, and are put into the page when that script is needed.
{
  const root = new URL("../../", document.currentScript.src).href;
  const told = { ...settings, base: root, search: root + settings.search };
  const element = document.createElement("script");
  Object.assign(element, { id: "__config", type: "application/json", textContent: JSON.stringify(told) });
  document.body.append(element);
}
