// Zensical's search brings a <style> into its shadow root, which the policy refuses. The same
// rules in a constructed sheet are no inline style. To be removed when Zensical does so itself.
"use strict";
{
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    const append = root.appendChild;
    root.appendChild = (node) => {
      if (node.localName !== "style") return append.call(root, node);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(node.textContent);
      root.adoptedStyleSheets.push(sheet);
      return node;
    };
    return root;
  };
}
