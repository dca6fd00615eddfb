/* A text field with a list to choose from, found by any name or reading: the combobox of the ARIA
   Authoring Practices, with the focus always in the field. */

import { el, fold, marked, say } from "./page.js";

const MOST = 60;
let count = 0;

export class Combobox {
  /* `options()` gives {id, name, note, find}; `pick(id)` is told what was chosen, `leave(text)`
     what was typed and not chosen; `create` is {kind, make(text)}, where a record can be made. */
  constructor(input, { options, pick, leave = () => {}, create = null }) {
    Object.assign(this, { input, options, pick, leave, create, active: -1, shown: [] });
    count += 1;
    this.list = el("ul", {
      role: "listbox",
      id: `atlas-options-${count}`,
      class: "atlas-form__options",
      hidden: true,
    });
    this.list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
    const settings = {
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    };
    for (const [name, value] of Object.entries(settings)) input.setAttribute(name, value);
    const box = el("div", { class: "atlas-form__combobox" });
    input.replaceWith(box);
    box.append(input, this.list);
    input.addEventListener("input", (event) => event.isComposing || this.open());
    input.addEventListener("compositionend", () => this.open());
    input.addEventListener("click", () => this.open());
    input.addEventListener("keydown", (event) => event.isComposing || this.key(event));
    input.addEventListener("change", (event) => event.stopImmediatePropagation(), true);
    input.addEventListener("blur", () => this.left());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  show(text) {
    this.input.value = text;
    this.kept = text;
  }

  matches() {
    const text = this.input.value === this.kept ? "" : this.input.value;
    const words = fold(text).split(/\s+/).filter(Boolean);
    const found = this.options().filter(({ find }) => words.every((word) => find.includes(word)));
    const exact = found.findIndex(({ name, id }) => fold(name) === fold(text) || id === text);
    if (exact > 0) found.unshift(...found.splice(exact, 1));
    return found.slice(0, MOST);
  }

  open() {
    const typed = this.input.value.trim();
    const found = this.matches();
    this.shown = found.map((option) => ({ ...option, choose: () => this.pick(option.id) }));
    if (this.create && typed && typed !== this.kept) {
      const name = say("create", { kind: this.create.kind, text: typed });
      this.shown.push({ name, choose: () => this.pick(this.create.make(typed)) });
    }
    this.list.setAttribute("aria-label", this.input.labels?.[0]?.textContent ?? "");
    this.list.replaceChildren(...this.shown.map((option, i) => this.item(option, i)));
    if (!this.shown.length) {
      this.list.append(
        el(
          "li",
          { role: "option", "aria-disabled": "true", "aria-selected": "false" },
          say("pick_none"),
        ),
      );
    }
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(typed && typed !== this.kept && found.length ? 0 : -1);
  }

  item({ name, note }, position) {
    const choose = () => this.choose(position);
    const item = el("li", {
      role: "option",
      id: `${this.list.id}-${position}`,
      "aria-selected": "false",
      onclick: choose,
    });
    item.append(el("span", { lang: marked(name) }, name));
    if (note) item.append(" ", el("small", { lang: marked(note) }, note));
    return item;
  }

  mark(position) {
    this.active = position;
    [...this.list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === position));
      if (i === position) item.scrollIntoView({ block: "nearest" });
    });
    if (position < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${position}`);
  }

  key(event) {
    const closed = this.list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (closed) this.open();
      const number = this.shown.length;
      if (number)
        this.mark((this.active + step + number + (this.active < 0 && step < 0 ? 1 : 0)) % number);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!closed && this.active >= 0) this.choose(this.active);
    } else if (event.key === "Escape" && !closed) {
      event.preventDefault();
      this.close();
    }
  }

  choose(position) {
    const option = this.shown[position];
    this.close();
    this.kept = this.input.value; // nothing was left behind
    option.choose();
  }

  /* A name that was typed in full is as good as chosen. */
  left() {
    const text = this.input.value;
    if (!this.list.hidden) this.close();
    if (text === this.kept) return;
    const typed = fold(text.trim());
    const same = typed
      ? this.options().find(({ id, name }) => fold(name) === typed || id === text.trim())
      : null;
    if (same) this.pick(same.id);
    else this.leave(text);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }
}
