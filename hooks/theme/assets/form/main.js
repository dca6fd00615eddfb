/* The form: which records are being written, and everything that follows when one changes. */

import { Checker } from "./check.js";
import { keep, kept } from "./draft.js";
import { handOver } from "./handover.js";
import { Names } from "./names.js";
import { button, el, fill, isEmpty, language, say, words } from "./page.js";
import { Preview } from "./preview.js";
import { RecordForm } from "./record.js";
import { fromForm, Shaper } from "./schema.js";
import { beginnings } from "./start.js";
import { read } from "./yaml.js";

const root = document.getElementById("atlas-form");
const whole = (path) => new URL(root.dataset.root + path, location.href);

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer;
}

class App {
  constructor(data, ids) {
    Object.assign(this, { data, ids, records: [], schemas: new Map(), cache: new Map() });
    Object.assign(this, { number: 0, turn: 0, everything: false });
    this.kinds = Object.fromEntries(data.kinds.map((kind) => [kind.kind, kind]));
    this.names = new Names(data, ids, {
      written: () => this.records,
      create: (kind, text) => this.create(kind, text),
      announce: (text) => this.announce(text),
    });
    this.checker = new Checker(data.rules, this.names);
    this.preview = new Preview(data, this.names, (kind, id) => this.published(kind, id));
    this.draw();
  }

  joined(names, lang) {
    return this.preview.joined(names, lang);
  }

  /* The page */

  draw() {
    this.live = el("p", { role: "status", class: "atlas-form__unseen" });
    this.start = el("div", { class: "atlas-form__start" });
    this.list = el("div");
    this.adding = el("div", { class: "atlas-form__bar" });
    this.state = el("div", {
      class: "atlas-form__state",
      role: "region",
      "aria-label": say("state"),
    });
    this.verdict = el("p", { class: "atlas-form__verdict", role: "status" });
    this.faults = el("ul", { class: "atlas-form__faults" });
    const all = button(say("state"), () => {
      this.everything = true;
      this.update();
    });
    this.state.append(el("h3", {}, say("state")), this.verdict, this.faults, all);
    this.shown = el("div");
    this.files = el("div");
    const discarding = el(
      "p",
      {},
      button(say("discard"), () => this.discard(), { "data-discard": "" }),
    );
    this.body = el(
      "div",
      { class: "atlas-form__body", hidden: true },
      el(
        "div",
        { class: "atlas-form__columns" },
        el("div", {}, this.list, el("h3", {}, say("add_more")), this.adding, discarding),
        this.state,
      ),
      el("h3", {}, say("preview")),
      el("p", {}, say("preview_note")),
      this.shown,
      el("h3", {}, say("files")),
      this.files,
    );
    root.replaceChildren(this.live, this.start, this.body);
    for (const kind of this.data.kinds) {
      if (kind.kind === "timelines") continue;
      const add = () => this.add(kind).then((record) => record.enter());
      this.adding.append(
        button(say("add_record", { kind: kind.name[language] }), add, { "data-add": kind.kind }),
      );
    }
    this.start.append(...beginnings(this));
  }

  announce(text) {
    this.live.textContent = "";
    this.live.textContent = text;
  }

  /* Records */

  async schema(kind) {
    if (!this.schemas.has(kind.kind)) {
      const given = await (await fetched(whole(kind.schema))).json();
      this.schemas.set(kind.kind, new Shaper(given, this.ids, this.data).record(kind));
    }
    return this.schemas.get(kind.kind);
  }

  async text(kind, id) {
    return (await fetched(whole(fill(kind.file, { id })))).text();
  }

  /* The value of a record that is published; the preview asks for it again and again. */
  async published(kindName, id) {
    if (!this.data.records[kindName]?.[id]) return null;
    if (!this.cache.has(id)) {
      this.cache.set(
        id,
        this.text(this.kinds[kindName], id)
          .then((text) => read(text))
          .catch(() => null),
      );
    }
    return this.cache.get(id);
  }

  /* Puts a record, and below it its timeline, on the page. */
  async add(kind, options = {}) {
    this.number += 1;
    const key = options.key ?? `_${this.number}`;
    const original = options.original ?? (kind.listed ? await this.text(kind, "") : "");
    const schema = await this.schema(kind);
    const record = new RecordForm(this, kind, schema, { ...options, key, original });
    this.place(record);
    if (kind.timeline && !options.alone) await this.addTimeline(record, options);
    this.changed();
    return record;
  }

  async addTimeline(owner, { id = "" }) {
    const kind = this.kinds.timelines;
    const there = Boolean(id) && id in this.data.records.timelines;
    const original = there ? await this.text(kind, id) : "";
    const key = `${owner.key}_timeline`;
    await this.add(kind, { key, owner, isNew: !there, original, alone: true });
  }

  place(record) {
    this.records.push(record);
    this.list.append(record.element);
    this.body.hidden = false;
  }

  async correct(kindName, id) {
    const kind = this.kinds[kindName];
    try {
      const original = await this.text(kind, id);
      return await this.add(kind, { key: id, id, isNew: false, original });
    } catch {
      this.announce(say("not_loaded"));
      return null;
    }
  }

  /* A record that was missing where it should be chosen: begun under the name that was typed. */
  create(kind, text) {
    this.number += 1;
    const key = `_${this.number}`;
    const name = /[^\x00-\u024f]/.test(text) ? { ja: text, en: "" } : { ja: "", en: text };
    const value = { [kind.listed && kind.kind === "sources" ? "title" : "name"]: name };
    this.add(kind, { key, value }).then((record) => this.announce(record.heading.textContent));
    return key;
  }

  remove(record) {
    for (const each of [record, ...this.records.filter(({ owner }) => owner === record)]) {
      this.records.splice(this.records.indexOf(each), 1);
      each.editor.destroy();
      each.element.remove();
    }
    this.body.hidden = !this.records.length;
    this.start.querySelector("button").focus();
    this.changed();
  }

  /* What follows a change, once for all that change together */

  changed() {
    if (this.waiting) return;
    this.waiting = setTimeout(() => {
      this.waiting = null;
      this.update();
    });
  }

  update() {
    for (const record of this.records) record.propose();
    for (const record of this.records) {
      record.retitle();
      record.renamed();
    }
    const found = new Map(this.records.map((record) => [record, record.problems]));
    for (const [record, problem] of this.checker.between(this.records))
      found.get(record).push(problem);
    for (const [record, problems] of found) record.show(problems, this.everything || !record.isNew);
    this.judge(found);
    this.hand([...found.values()].every((problems) => !problems.length));
    keep(this.records.map((record) => record.draft));
  }

  judge(found) {
    const all = [...found].flatMap(([record, problems]) =>
      problems.map((problem) => [record, problem]),
    );
    const empty = this.records.every((record) => isEmpty(fromForm(record.raw, record.schema)));
    const text = empty
      ? say("nothing_yet")
      : all.length
        ? say("problems_count", { count: all.length })
        : say("valid");
    if (this.verdict.textContent !== text) this.verdict.textContent = text;
    this.state.dataset.valid = String(!empty && !all.length);
    this.faults.replaceChildren(
      ...all.map(([record, { path, label, text: said }]) => {
        const where = [record.owner ? record.kind.name[language] : record.name, ...label].join(
          " › ",
        );
        return el(
          "li",
          {},
          button(say("problem_at", { where, text: said }), () => record.go(path)),
        );
      }),
    );
    if (!empty && !all.length) this.faults.replaceChildren(el("li", {}, say("valid_note")));
  }

  async hand(valid) {
    const turn = (this.turn += 1);
    const shown = await this.preview.of(this.records);
    if (turn !== this.turn) return;
    this.shown.replaceChildren(shown);
    const announce = (said) => this.announce(said);
    const parts = valid ? handOver(this.made(), announce) : [el("p", {}, this.verdict.textContent)];
    this.files.replaceChildren(...parts);
  }

  /* Every file; records that share one are written into it one after the other. */
  made() {
    const files = new Map();
    for (const record of this.records.filter(({ isLeftOut }) => !isLeftOut)) {
      files.set(record.path, record.file(files.get(record.path)?.text));
    }
    return [...files.values()];
  }

  /* The draft */

  async restore({ saved, records }) {
    const made = new Map();
    for (const { key, kind, owner, value, idTyped, ...options } of records) {
      const record = await this.add(this.kinds[kind], {
        ...options,
        key,
        value,
        owner: made.get(owner) ?? null,
        alone: true,
      });
      record.idTyped = idTyped;
      made.set(key, record);
      this.number = Math.max(this.number, Number(/^_(\d+)/.exec(key)?.[1] ?? 0));
    }
    const date = new Date(saved).toLocaleString(document.documentElement.lang);
    this.start.prepend(el("p", { class: "atlas-notice" }, say("draft_found", { date })));
  }

  discard() {
    if (!confirm(say("discard_sure"))) return;
    for (const record of this.records.filter(({ owner }) => !owner)) this.remove(record);
    this.start.querySelector(".atlas-notice")?.remove();
  }
}

async function begin() {
  const data = await (await fetched(root.dataset.source)).json();
  for (const [name, text] of Object.entries(data.words)) words[name] = text[language];
  const ids = await (await fetched(whole("schema/ids.json"))).json();
  const app = new App(data, ids);
  const draft = kept();
  if (draft) await app.restore(draft);
  addEventListener("pagehide", () => document.activeElement?.blur()); // what is being typed is kept too
  root.dataset.ready = "";
  return app;
}

export const app = begin();
