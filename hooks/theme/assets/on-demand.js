/* Material's script, its search worker and the search index, each fetched when it is first needed.

   Pages are whole without them, and most visits need none: the script waits for the reader's first
   move, the worker and the index for the first search. Instead of the index of both languages the
   search is given that of the page.

   However early that move is, the script starts when the page is whole. If it started before, it
   would ask for a sitemap beside whatever is linked as an alternate, other languages and data
   alike: requests that fail.

   What it relies on: Material's script may start when the page is long there; it asks for the
   index by XMLHttpRequest at search/search_index.json; the search worker is its only one. */
"use strict";

(() => {
  const page = document.documentElement;
  page.classList.replace("no-js", "js"); // as Material's script would

  const moves = ["focusin", "keydown", "pointerdown", "pointermove", "scroll", "touchstart", "wheel"];
  const start = () => {
    for (const move of moves) removeEventListener(move, start, true);
    if (document.readyState === "loading") {
      addEventListener("DOMContentLoaded", start);
      return;
    }
    const script = document.createElement("script");
    script.src = document.querySelector("script[data-atlas-later]").dataset.src;
    document.body.append(script);
  };
  for (const move of moves) addEventListener(move, start, { capture: true, passive: true });

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
    const own = String(address).replace(/search_index\.json$/, `${page.lang}.json`);
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

  const searches = (event) => { if (event.target.closest?.("[for=__search], .md-search")) want(); };
  addEventListener("focusin", searches);
  addEventListener("pointerover", searches);
  if (new URLSearchParams(location.search).has("q")) { // a link to a search
    want();
    addEventListener("DOMContentLoaded", start);
  }
})();
