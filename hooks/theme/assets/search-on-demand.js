/* Keeps Material's search from fetching its index and worker before anybody searches.

   Runs before Material's script, which asks for both as soon as it starts. What it relies on:
   the index is fetched by XMLHttpRequest from search/search_index.json, and the worker is the
   only one. Instead of the index of both languages it hands out that of the page. */
"use strict";

(() => {
  const language = document.documentElement.lang;
  const waiting = [];
  let wanted = false;
  const whenWanted = (action) => { if (wanted) action(); else waiting.push(action); };
  const want = () => {
    wanted = true;
    for (const action of waiting.splice(0)) action();
  };

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.atlasIndex = String(address).endsWith("/search/search_index.json");
    const own = String(address).replace(/search_index\.json$/, `${language}.json`);
    open.call(this, method, this.atlasIndex ? own : address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.atlasIndex) whenWanted(() => send.apply(this, body));
    else send.apply(this, body);
  };

  const Eager = Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      whenWanted(() => {
        this.worker = new Eager(address);
        this.worker.addEventListener("message", ({ data }) => {
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
      });
    }

    postMessage(message) { whenWanted(() => this.worker.postMessage(message)); }
  };

  if (new URLSearchParams(location.search).has("q")) want();
  document.addEventListener("focusin", (event) => {
    if (event.target.closest(".md-search")) want();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.target.closest("[for=__search], .md-search")) want();
  });
})();
