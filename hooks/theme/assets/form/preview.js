/* What readers will be told, in both languages: titles, names, dates in words, sources. */

import { parse, written } from "./dates.js";
import { el, fill, isEmpty } from "./page.js";

const DATES = new Set(["bad-date", "bad-day"]);

export class Preview {
  /* `data` are the form's own; `load(kind, id)` gives the value of a published record. */
  constructor(data, names, load) {
    Object.assign(this, {
      patterns: data.patterns,
      dates: data.dates,
      words: data.words,
      names,
      load,
    });
  }

  async of(records) {
    const shown = records.filter((record) => !isEmpty(record.raw));
    const columns = await Promise.all(["ja", "en"].map((lang) => this.column(shown, lang)));
    return el("div", { class: "atlas-form__preview" }, ...columns);
  }

  async column(records, lang) {
    const parts = await Promise.all(records.map((record) => this.record(record, lang)));
    return el("div", { lang }, ...parts);
  }

  async record(record, lang) {
    const { kind, schema, raw, owner } = record;
    const title = owner
      ? schema["x-labels"][lang]
      : record.nameIn(lang) || this.words.untitled[lang];
    const programme =
      kind.kind === "pairings" && raw.programme && (await this.load("programmes", raw.programme));
    const rows = this.rows(schema, raw, lang);
    const label = (key) => schema.properties[key]["x-labels"][lang];
    for (const [key, name] of [
      ["japan", "japan_label"],
      ["partner", "partner_label"],
    ]) {
      const row = programme?.[name] && rows.find(([each]) => each === key);
      if (row) row[1] = programme[name][lang];
    }
    const since = rows.find(([key]) => key === "since");
    if (since && programme?.since_label) {
      const value = { value: since[2].textContent, label: programme.since_label[lang] };
      since[2] = el("span", {}, fill(this.patterns.labelled[lang], value));
    }
    if (programme && !raw.summary?.[lang]) {
      const text = this.summary(record, programme, lang);
      if (text) rows.unshift(["summary", label("summary"), el("span", {}, text)]);
    }
    return el(
      "section",
      {},
      el("h4", {}, title),
      ...(owner ? [this.events(record, lang)] : [this.facts(rows)]),
    );
  }

  /* The sentence that a page composes where the record has none. */
  summary({ raw }, programme, lang) {
    const side = (ids) =>
      this.joined(
        (ids ?? []).map((id) => this.names.name("places", id, lang) ?? id),
        lang,
      );
    const values = { japan: side(raw.japan), partner: side(raw.partner) };
    if (!values.japan || !values.partner) return "";
    if (programme.pairing_summary) return fill(programme.pairing_summary[lang], values);
    if (!programme.japan_label || !programme.partner_label) return "";
    return fill(this.patterns.pairing_summary[lang], {
      ...values,
      programme: programme.name[lang],
      japan_label: programme.japan_label[lang],
      partner_label: programme.partner_label[lang],
    });
  }

  joined(names, lang) {
    if (!names.length) return "";
    return names.reduce((before, next, i) => {
      const pattern = i === names.length - 1 ? this.patterns.joined_last : this.patterns.joined;
      return fill(pattern[lang], { before, next });
    });
  }

  facts(rows) {
    return el(
      "dl",
      {},
      ...rows.map(([, label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value))),
    );
  }

  /* [key, label, what is said] of each field that says something. */
  rows(schema, value, lang) {
    return Object.entries(schema.properties)
      .filter(([key]) => !isEmpty(value[key]))
      .map(([key, inner]) => [key, inner["x-labels"][lang], this.value(inner, value[key], lang)]);
  }

  value(schema, value, lang) {
    if (schema["x-text"]) return this.text(value[lang]);
    if (schema.type === "array") {
      const items = value.filter((item) => !isEmpty(item));
      const list = el(
        "ul",
        {},
        ...items.map((item) => el("li", {}, this.value(schema.items, item, lang))),
      );
      return list;
    }
    if (schema["x-short"])
      return el("span", { lang: value.lang || null }, value[schema["x-short"]]);
    if (schema.type === "object") return this.facts(this.rows(schema, value, lang));
    return el("span", {}, this.word(schema, value, lang));
  }

  word(schema, value, lang) {
    if (schema["x-pick"]) return this.names.name(schema["x-pick"], value, lang) ?? value;
    if (schema["x-names"]) return schema["x-names"][value]?.[lang] ?? value;
    if (schema.type === "boolean") return "✓";
    return DATES.has(schema["x-rule"]) ? this.date(value, lang) : String(value);
  }

  date(value, lang) {
    try {
      return written(value, lang, this.dates);
    } catch {
      return value; // the form tells what is wrong with it
    }
  }

  text(text) {
    const parts = (text ?? "")
      .trim()
      .split(/\n\s*\n/)
      .filter(Boolean);
    if (parts.length < 2) return el("span", {}, parts[0] ?? "—");
    return el("div", {}, ...parts.map((part) => el("p", {}, part)));
  }

  /* Events as a timeline has them, in the order of time. */
  events({ schema, raw }, lang) {
    const { items } = schema.properties.events;
    const begins = ({ date }) => {
      try {
        return parse(date).start.first;
      } catch {
        return "";
      }
    };
    const events = (raw.events ?? []).filter((event) => !isEmpty(event));
    events.sort((one, two) => begins(one).localeCompare(begins(two)));
    const rest = (event) => ({
      ...event,
      id: "",
      date: "",
      date_text: null,
      title: null,
      kind: "",
      text: null,
    });
    return el(
      "ol",
      { class: "atlas-events" },
      ...events.map((event) =>
        el(
          "li",
          { class: event.planned ? "atlas-planned" : null },
          el(
            "p",
            { class: "atlas-when" },
            event.date_text?.[lang] || this.date(event.date ?? "", lang),
          ),
          el("h5", {}, event.title?.[lang] || this.words.untitled[lang]),
          event.kind &&
            el("p", { class: "atlas-note" }, this.word(items.properties.kind, event.kind, lang)),
          event.text?.[lang] && this.text(event.text[lang]),
          this.facts(this.rows(items, rest(event), lang)),
        ),
      ),
    );
  }
}
