/* One record that is being written or corrected: its section of the page, and its file. */

import { EDITORS } from "./editors.js";
import { headOf, untitled } from "./names.js";
import { button, el, fill, isEmpty, language, marked, say, slug } from "./page.js";
import { fromForm, keysOf, toForm } from "./schema.js";
import { Jedison, Theme } from "./theme.js";
import { read, write } from "./yaml.js";

/* Jedison changes the schema that it is given, and never comes to an end with undefined in it. */
const plain = (schema) => JSON.parse(JSON.stringify(schema));

export class RecordForm {
  /* `original` is the text of its file as published, if there is one; a new record has no id yet.
     `owner` is the pairing or programme that a timeline is of. */
  constructor(
    app,
    kind,
    schema,
    { key, id = "", isNew = true, original = "", value, owner = null },
  ) {
    Object.assign(this, { app, kind, schema, key, ownId: id, isNew, original, owner });
    this.touched = new Set();
    this.before = original && !isNew ? toForm(read(original, kind.listed ? id : ""), schema) : {};
    this.draw(value ?? this.before);
  }

  get id() {
    return this.owner ? this.owner.id : this.ownId;
  }

  get path() {
    return fill(this.kind.file, { id: this.id || "…" });
  }

  /* The value as it stands in the fields. */
  get raw() {
    return this.editor.getValue();
  }

  /* The value as the file has it, with the ids of records that are written beside it. */
  get value() {
    const ids = new Map(this.app.records.map((record) => [record.key, record.id]));
    const final = (value) => {
      if (typeof value === "string") return ids.get(value) ?? value;
      if (Array.isArray(value)) return value.map(final);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, final(inner)]));
    };
    return final(fromForm(this.raw, this.schema) ?? {});
  }

  /* A timeline without events has no file, and nothing is wrong with it. */
  get isLeftOut() {
    return Boolean(this.owner) && this.isNew && isEmpty(this.raw);
  }

  /* Its file; where several records are in one, the text that those before have made of it. */
  file(original = this.original) {
    const { kind, path, isNew, value, schema } = this;
    const id = kind.listed ? this.id : "";
    const head = headOf(kind, `${this.nameIn("ja")} / ${this.nameIn("en")}`);
    const text = write({ original, value, keys: keysOf(schema), id, head });
    return { path, text, isNew: isNew && !kind.listed, changed: text !== this.original };
  }

  nameIn(of) {
    if (this.owner) return this.owner.nameIn(of);
    const { raw } = this;
    if (this.kind.kind === "pairings") {
      const side = (ids) =>
        this.app.joined(
          ids.map((id) => this.app.names.name("places", id, of) ?? id),
          of,
        );
      const sides = [raw.japan ?? [], raw.partner ?? []];
      return sides.every((each) => each.length) ? sides.map(side).join(" – ") : "";
    }
    return (raw.name ?? raw.title)?.[of]?.trim() ?? "";
  }

  get name() {
    return this.nameIn(language) || this.id || untitled(this.kind);
  }

  draw(value) {
    this.heading = el("h3", { tabindex: "-1" });
    this.place = el("p", { class: "atlas-form__path" });
    const holder = el("div");
    this.removal = button("", () => this.app.remove(this));
    this.element = el(
      "section",
      { class: "atlas-form__record", "data-kind": this.kind.kind },
      el("div", { class: "atlas-form__head" }, this.heading, !this.owner && this.removal),
      this.owner && this.isNew
        ? el("p", { class: "atlas-form__help" }, say("timeline_hint"))
        : null,
      this.isNew && !this.owner ? this.idField() : this.place,
      holder,
    );
    const { names } = this.app;
    this.editor = new Jedison.Create({
      container: holder,
      theme: new Theme(),
      schema: plain(this.schema),
      data: value,
      id: this.key,
      customEditors: EDITORS,
      settings: names,
      showErrors: "never",
      objectAdd: false,
      arrayAdd: false,
      arrayDelete: false,
      arrayMove: false,
      keepMissingSchemaFields: true,
      enforceEnum: false,
      enforceMinItems: false,
      enforceRequired: false,
    });
    holder.querySelector("input[type=hidden]").remove();
    this.editor.on("change", () => this.app.changed());
    this.element.addEventListener("focusout", ({ target }) => {
      const path = target.closest("[data-path]")?.dataset.path;
      if (path && !this.touched.has(path)) {
        this.touched.add(path);
        this.app.changed();
      }
    });
    this.retitle();
  }

  idField() {
    const field = `${this.key}-id`;
    this.idInput = el("input", {
      id: field,
      autocapitalize: "off",
      autocomplete: "off",
      spellcheck: "false",
      value: this.ownId,
      "aria-describedby": `${field}-messages ${field}-hint`,
      onchange: () => {
        this.ownId = this.idInput.value.trim();
        this.idTyped = true;
        this.app.changed();
      },
    });
    this.idMessages = el("div", { class: "atlas-form__messages", id: `${field}-messages` });
    this.place = el("p", { class: "atlas-form__help", id: `${field}-hint` });
    return el(
      "div",
      { class: "atlas-form__field", "data-path": "id" },
      el("label", { for: field }, say("required", { label: say("id") })),
      this.place,
      this.idMessages,
      this.idInput,
    );
  }

  /* An id is proposed from the names, until somebody types one. */
  propose() {
    if (!this.idInput || this.idTyped || this.ownId !== this.idInput.value) return;
    const { raw } = this;
    const ids = new Map(this.app.records.map((record) => [record.key, record.id]));
    const first = (list) => ids.get(list?.[0]) ?? list?.[0] ?? "";
    const sides = [first(raw.japan), first(raw.partner)];
    const pairing = this.kind.kind === "pairings";
    const proposed = pairing
      ? sides.every(Boolean)
        ? sides.join("-")
        : ""
      : slug(this.nameIn("en"));
    if (proposed === this.ownId) return;
    this.ownId = proposed;
    this.idInput.value = proposed;
  }

  retitle() {
    const kind = this.kind.name[language];
    const name = this.nameIn(language) || this.id;
    const { heading, place, removal, isNew, owner } = this;
    heading.textContent = name ? say("record_heading", { kind, name }) : untitled(this.kind);
    heading.lang = marked(heading.textContent) ?? "";
    if (!heading.lang) heading.removeAttribute("lang");
    place.textContent = say(isNew && !owner ? "id_hint" : "id_fixed", { path: this.path });
    removal.textContent = say("remove_record", { name: this.name });
  }

  get problems() {
    if (this.isLeftOut) return [];
    const { checker, names } = this.app;
    const found = [...checker.problems(this.schema, this.raw, this.editor.validator)];
    const ofId = this.idInput ? checker.ofId(this.ownId, (id) => names.taken(id, this)) : [];
    return [...ofId, ...found];
  }

  /* What is lacking is told where somebody has been already, or everywhere once that is asked for. */
  show(problems, everything) {
    const shown = problems.filter(
      ({ path, lacking }) => !lacking || everything || this.touched.has(path),
    );
    this.editor.showValidationErrors(
      shown.map(({ path, text }) => ({
        path,
        type: "error",
        constraint: "atlas",
        messages: [text],
      })),
    );
    if (!this.idInput) return;
    const own = shown.filter(({ path }) => path === "id");
    this.idMessages.replaceChildren(
      ...own.map(({ text }) => el("p", { class: "atlas-form__problem" }, text)),
    );
    if (own.length) this.idInput.setAttribute("aria-invalid", "true");
    else this.idInput.removeAttribute("aria-invalid");
  }

  /* Leads to its beginning, unless somebody has begun to write while the rest of it was fetched. */
  enter() {
    if (!this.element.contains(document.activeElement)) this.heading.focus();
  }

  /* Leads to the field of a problem. */
  go(path) {
    const at = path === "id" ? this.idInput : this.element.querySelector(`[data-path="${path}"]`);
    for (let each = at; each; each = each.parentElement)
      if (each.localName === "details") each.open = true;
    const fields = "input:not([type=hidden]), textarea, select, button";
    (at?.matches(fields) ? at : (at?.querySelector(fields) ?? this.heading)).focus();
  }

  /* Names of records may have changed elsewhere. */
  renamed() {
    for (const instance of this.editor.instances.values()) {
      if ("x-pick" in instance.schema && document.activeElement !== instance.ui.control?.input) {
        instance.ui.refreshUI();
      }
    }
  }

  get draft() {
    const { key, ownId, isNew, original, raw, kind, owner, idTyped } = this;
    return {
      key,
      id: ownId,
      isNew,
      original,
      value: raw,
      kind: kind.kind,
      owner: owner?.key,
      idTyped,
    };
  }
}
