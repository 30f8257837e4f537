// This page has moved: go on to the same place on the new one, past this one when going back.
(() => {
  "use strict";
  const to = new URL(document.getElementById("moved").href);
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
})();
