// Search costs many times what a page does: its worker and its index are fetched when search
// is first opened, though the theme asks for both as soon as it runs. A page opened from disk
// may not start a Worker: there its script runs in a hidden frame of the same page instead.
"use strict";
{
  const RealWorker = window.Worker;
  const box = () => document.getElementById("__search");

  const opened = new Promise((resolve) => {
    const look = () => { if (box() && box().checked) resolve(); };
    document.addEventListener("change", look);
    document.addEventListener("focusin", ({ target }) => { if (target.form && target.name === "query") resolve(); });
    look();
  });

  // search-box.js says what became of it.
  const INDEX = /\/search\/search_index\.js(on)?$/;
  const told = (detail) => document.dispatchEvent(new CustomEvent("guide:searched", { detail }));
  const failed = () => document.dispatchEvent(new CustomEvent("guide:unsearched"));

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isIndex = INDEX.test(url);
    if (this.isIndex) { // before the theme's own listener, which ends the request
      this.addEventListener("error", failed);
      this.addEventListener("load", () => { if (this.status >= 400) failed(); });
    }
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...data) {
    if (!this.isIndex) return send.apply(this, data);
    return opened.then(() => send.apply(this, data));
  };

  // From disk the index is a script; the theme's own script may fail to come, too.
  document.addEventListener("error", ({ target }) => {
    if (target.localName === "script" && (INDEX.test(target.src) || /\/bundle\./.test(target.src))) failed();
  }, true);

  class Frame {
    constructor(tell) {
      this.tell = tell;
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
    }

    // Firefox swaps the blank document until "load": nothing may be put into it before.
    async start(url) {
      const loaded = new Promise((resolve) => {
        this.frame.addEventListener("load", resolve, { once: true });
      });
      document.body.append(this.frame);
      await loaded;
      const inside = this.frame.contentWindow;
      inside.postMessage = (data) => this.tell(new MessageEvent("message", { data }));
      inside.importScripts = (...urls) =>
        urls.reduce((before, next) => before.then(() => this.load(next)), Promise.resolve());
      inside.addEventListener("error", ({ message, filename, lineno, colno, error }) =>
        this.tell(new ErrorEvent("error", { message, filename, lineno, colno, error })));
      await this.load(url);
      return this;
    }

    load(url) {
      const script = this.frame.contentDocument.createElement("script");
      script.src = new URL(url, document.baseURI).href;
      return new Promise((resolve) => {
        script.onload = resolve;
        script.onerror = () =>
          this.tell(new ErrorEvent("error", { message: script.src }));
        this.frame.contentDocument.head.append(script);
      });
    }

    postMessage(data) {
      const inside = this.frame.contentWindow;
      if (inside) inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The theme's search script looks for this name to know that it runs in a frame.
  if (location.protocol === "file:") window.IFrameWorker = Frame;

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = this.onmessageerror = this.onerror = null;
      this.ready = opened.then(() => this.start(url));
    }

    start(url) {
      if (window.IFrameWorker) return new Frame((event) => this.tell(event)).start(url);
      const worker = new RealWorker(url);
      worker.onmessage = ({ data }) => this.tell(new MessageEvent("message", { data }));
      worker.onerror = ({ message }) => this.tell(new ErrorEvent("error", { message }));
      return worker;
    }

    // The theme hears of it first, and writes its own words.
    tell(event) {
      this.dispatchEvent(event);
      const listener = this[`on${event.type}`];
      if (typeof listener === "function") listener.call(this, event);
      if (event.type === "error") failed();
      else if (event.data.data && event.data.data.items) told(event.data.data);
    }

    postMessage(data) {
      this.ready.then((worker) => worker.postMessage(data));
    }

    terminate() {
      this.ready.then((worker) => worker.terminate());
    }
  };
}
