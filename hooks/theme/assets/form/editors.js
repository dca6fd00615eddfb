/* What Jedison's own editors lack: blocks whose rarer fields are opened when needed, lists whose
   buttons say what they do, and ids that are chosen by name. Nothing is drawn anew while somebody
   writes, for that would take the focus away. */

import { button, el, isEmpty, say, sentences } from "./page.js";
import { Combobox } from "./picker.js";
import { Jedison } from "./theme.js";

const sameItems = (one, two) =>
  one?.length === two.length && one.every((each, i) => each === two[i]);

class Block extends Jedison.EditorObject {
  static resolves(schema) {
    return schema.type === "object";
  }

  static priority() {
    return 2;
  }

  refreshEditors() {
    const children = this.instance.children.filter((child) => child.isActive);
    if (sameItems(this.placed, children)) return;
    this.placed = children;
    const slot = this.control.childrenSlot;
    slot.classList.toggle("atlas-form__languages", Boolean(this.instance.schema["x-text"]));
    const rare = children.filter((child) => child.schema["x-more"]);
    slot.replaceChildren(
      ...children
        .filter((child) => !rare.includes(child))
        .map((child) => child.ui.control.container),
    );
    if (!rare.length) return;
    const inner = rare.map((child) => child.ui.control.container);
    this.more = el(
      "details",
      { class: "atlas-form__more" },
      el("summary", {}, say("more")),
      ...inner,
    );
    this.rare = rare;
    slot.append(this.more);
  }

  /* What stands in the rarer fields is to be seen at first; whoever closes them may. */
  refreshUI() {
    super.refreshUI();
    if (!this.unfolded && this.rare?.some((child) => !isEmpty(child.getValueRaw()))) {
      this.more.open = this.unfolded = true;
    }
  }

  refreshLegendWarning() {}
}

class List extends Jedison.EditorArray {
  static resolves(schema) {
    return schema.type === "array" && !schema["x-pick"];
  }

  static priority() {
    return 2;
  }

  get label() {
    return this.instance.schema["x-label"];
  }

  build() {
    super.build();
    const add = () => {
      this.instance.addItem("user");
      this.focus(this.instance.children.length - 1);
    };
    this.control.body.append(button(say("add_item", { label: this.label }), add));
    this.addButton = this.control.body.lastChild;
  }

  refreshUI() {
    this.refreshDisabledState();
    if (sameItems(this.placed, this.instance.children)) return;
    this.placed = [...this.instance.children];
    const slot = this.control.childrenSlot;
    slot.replaceChildren(...this.placed.map((child, i) => this.item(child, i)));
    for (const child of this.placed) child.ui.refreshUI();
  }

  item(child, position) {
    const label = say("numbered", { label: this.label, number: position + 1 });
    const last = this.placed.length - 1;
    const move = (to) => () => {
      this.instance.move(position, to, "user");
      this.focus(to);
    };
    const remove = () => {
      this.instance.deleteItem(position, "user");
      if (this.placed.length) this.focus(Math.min(position, last - 1));
      else this.addButton.focus();
    };
    const buttons = [
      position > 0 && button(say("move_up", { label }), move(position - 1)),
      position < last && button(say("move_down", { label }), move(position + 1)),
      button(say("remove_item", { label }), remove),
    ];
    const bar = el("div", { class: "atlas-form__bar" }, ...buttons);
    return el("div", { class: "atlas-form__item" }, child.ui.control.container, bar);
  }

  focus(position) {
    this.control.childrenSlot.children[position].querySelector("input, textarea, select").focus();
  }

  refreshLegendWarning() {}
}

class Pick extends Jedison.Editor {
  static resolves(schema) {
    return "x-pick" in schema;
  }

  static priority() {
    return 3;
  }

  get many() {
    return this.instance.schema.type === "array";
  }

  build() {
    this.control = this.theme.getInputControl({
      type: "text",
      id: this.getIdFromPath(this.instance.path),
      title: this.getTitle(),
      description: sentences(this.getDescription(), say("pick_hint")),
    });
    const { input, container } = this.control;
    this.names = this.instance.jedison.getOption("settings");
    if (this.many) {
      this.chips = el("ul", { class: "atlas-form__chips" });
      container.insertBefore(this.chips, input);
    }
    this.box = new Combobox(input, {
      options: () => this.names.options(this.instance.schema["x-pick"], this.taken()),
      pick: (id) => this.pick(id),
      leave: (text) => this.leave(text),
      create: this.names.creator(this.instance.schema["x-pick"]),
    });
  }

  taken() {
    return this.many ? this.instance.getValueRaw() : [];
  }

  name(id) {
    return this.names.name(this.instance.schema["x-pick"], id) ?? id;
  }

  pick(id) {
    const value = this.instance.getValueRaw();
    this.instance.setValue(this.many ? [...value, id] : id, true, "user");
    this.names.announce(say("chosen", { name: this.name(id) }));
    this.refreshUI();
  }

  /* What was typed and not chosen counts as an id, and is told to be none. */
  leave(text) {
    if (this.many) this.pick(text.trim());
    else this.instance.setValue(text.trim(), true, "user");
  }

  sanitize(value) {
    return value;
  }

  refreshUI() {
    this.refreshDisabledState();
    const value = this.instance.getValueRaw();
    if (this.many) this.drawChips(value);
    else this.box.show(value ? this.name(value) : "");
  }

  /* Chips that stay are left alone, for one of them may have the focus. */
  drawChips(ids) {
    this.drawn ??= new Map();
    for (const [id, chip] of this.drawn) {
      if (ids.includes(id)) continue;
      chip.remove();
      this.drawn.delete(id);
    }
    for (const id of ids) {
      if (!this.drawn.has(id)) {
        this.drawn.set(id, this.chip(id));
        this.box.show("");
      }
      const [name, cross] = this.drawn.get(id).children;
      if (name.textContent !== this.name(id)) name.textContent = this.name(id);
      cross.setAttribute("aria-label", say("unpick", { name: this.name(id) }));
    }
    this.chips.append(...ids.map((id) => this.drawn.get(id)).filter((chip) => !chip.isConnected));
    this.chips.hidden = !ids.length; // a list without items is none
  }

  chip(id) {
    const remove = () => {
      this.instance.setValue(
        this.instance.getValueRaw().filter((each) => each !== id),
        true,
        "user",
      );
      this.control.input.focus();
    };
    return el("li", {}, el("span"), button("×", remove));
  }
}

export const EDITORS = [Pick, Block, List];
