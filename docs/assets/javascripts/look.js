// The theme writes down the look it starts with, though nobody chose one, and would then go by that
// and not by the device. switches.js keeps what is chosen; the theme keeps none.
"use strict";
{
  const keep = window.__md_set;
  window.__md_set = (name, ...rest) => {
    if (name !== "__palette") keep(name, ...rest);
  };
}
