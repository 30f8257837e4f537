// Search without a server. A page opened from disk may not start a Worker, so here its
// script runs in a hidden frame of the same page instead. Over http(s) this does nothing.
"use strict";
if (location.protocol === "file:") {
  // The theme's search script looks for this name to know that it runs in a frame.
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = this.onmessageerror = this.onerror = null;
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      // Firefox swaps the blank document until "load": nothing may be put into it before.
      this.ready = new Promise((resolve) => {
        this.frame.addEventListener("load", () => resolve(this.start(url)), { once: true });
      });
      document.body.append(this.frame);
    }

    start(url) {
      const inside = this.frame.contentWindow;
      inside.postMessage = (data) => this.tell(new MessageEvent("message", { data }));
      inside.importScripts = (...urls) =>
        urls.reduce((before, next) => before.then(() => this.load(next)), Promise.resolve());
      inside.addEventListener("error", ({ message, filename, lineno, colno, error }) =>
        this.tell(new ErrorEvent("error", { message, filename, lineno, colno, error })));
      return this.load(url);
    }

    load(url) {
      const script = this.frame.contentDocument.createElement("script");
      script.src = new URL(url, document.baseURI).href;
      return new Promise((resolve) => {
        script.onload = resolve;
        script.onerror = () =>
          this.tell(new ErrorEvent("error", { message: `Could not load ${script.src}` }));
        this.frame.contentDocument.head.append(script);
      });
    }

    tell(event) {
      this.dispatchEvent(event);
      const listener = this[`on${event.type}`];
      if (typeof listener === "function") listener.call(this, event);
    }

    postMessage(data) {
      this.ready.then(() => {
        const inside = this.frame.contentWindow;
        const copy = structuredClone(data); // as a Worker would get: what it changes stays its own
        if (inside) inside.dispatchEvent(new inside.MessageEvent("message", { data: copy }));
      });
    }

    terminate() {
      this.frame.remove();
    }
  };
  window.Worker = window.IFrameWorker;
}
