/* The JSON Schemas of the data's files, as the form needs them: in one language, ids as choices,
   and each value as a person types it. Beside what JSON Schema knows, a field then has:

   x-pick      the list of ids to choose from, or the names themselves
   x-short     the key that stands alone where no other is given: a name, or {text, lang}
   x-pair      two numbers, typed with a comma between them
   x-more      that it stands among the fields that are opened when needed
   x-label     its title without a mark */

import { isEmpty, language, say } from "./page.js";

const IDS = /ids\.json#\/definitions\/(\w+)$/;
const WORDS = ["place_kinds", "event_kinds", "tie_kinds"]; // few enough for a plain list
const FEW = 12;

/* Jedison sets titles as HTML, twice over. */
const escaped = (text) =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
const html = (text) => escaped(escaped(text.replaceAll("`", "")));

const isText = (schema) =>
  schema.type === "object" && Object.keys(schema.properties ?? {}).join() === "ja,en";

/* A block whose keys are anybody's; the form has no fields for such. */
const hasFreeKeys = (schema) => schema.type === "object" && !schema.properties;

export class Shaper {
  /* `foremost` names the keys that are shown at once though they may be left out, and `always`
     those that every record may have. */
  constructor(whole, ids, { foremost, always }) {
    Object.assign(this, { whole, ids, foremost, always });
  }

  /* The form of a record of the kind; the schema of a list has that of its records inside. */
  record(kind) {
    const inner = kind.listed ? this.whole.additionalProperties : this.whole;
    const titled = { ...this.resolved(inner), "x-title": this.whole["x-title"] };
    const schema = this.field(titled, kind.kind);
    const { events } = schema.properties; // without any, there is no file
    if (events) events.title = html(events["x-label"]);
    return { ...schema, title: "", description: undefined, "x-titleHidden": true };
  }

  resolved(schema) {
    if (schema.allOf) return this.together(schema);
    if (!schema.$ref?.startsWith("#/definitions/")) return schema;
    const { $ref, ...said } = schema;
    const name = $ref.split("/").at(-1);
    return { ...this.whole.definitions[name], ...said, "x-of": name };
  }

  /* A text and how long it may be, which the schema says apart from each other. */
  together({ allOf, ...said }) {
    const parts = allOf.map((part) => this.resolved(part));
    const properties = {};
    for (const part of parts) {
      for (const [key, each] of Object.entries(part.properties ?? {})) {
        properties[key] = { ...properties[key], ...each };
      }
    }
    return { ...Object.assign({}, ...parts), ...said, properties };
  }

  /* Within a block that may be left out nothing is marked as required: with it, all goes. */
  field(given, of, required = true, inside = true) {
    const schema = this.resolved(given);
    const label = schema["x-title"]?.[language] ?? "";
    const text = schema["x-description"]?.[language] ?? "";
    const common = {
      title: html(required && inside && label ? say("required", { label }) : label),
      description: html(text),
      "x-label": label,
      "x-labels": schema["x-title"],
    };
    const meaning = { description: html(schema["x-meaning"]?.[language] ?? "") };
    return { ...common, ...this.shape(schema, of, label, meaning, required && inside) };
  }

  shape(schema, of, label, meaning, inside) {
    const kind = IDS.exec(schema.$ref ?? "")?.[1];
    if (kind) return { ...meaning, ...this.choice(kind) };
    if (schema.enum) return this.listed(schema);
    if (schema.anyOf) return { ...this.short(schema.anyOf), ...meaning };
    if (schema.type === "array") return this.list(schema, label, meaning);
    if (schema.type === "object") return { ...this.block(schema, of, inside), ...meaning };
    if (schema.type === "boolean") return { type: "boolean", "x-format": "checkbox", ...meaning };
    const { pattern, minimum, maximum, maxLength, "x-rule": rule } = schema;
    return { type: "string", pattern, minimum, maximum, maxLength, "x-rule": rule };
  }

  choice(kind) {
    if (WORDS.includes(kind)) return this.listed(this.ids.definitions[kind]);
    return { type: "string", "x-pick": kind };
  }

  /* One of a few words, or of many by name. */
  listed({ enum: values, "x-names": names, "x-rule": rule }) {
    const named = values.map((id) => [id, names?.[id] ?? { ja: id, en: id }]);
    if (values.length > FEW) {
      return { type: "string", "x-pick": Object.fromEntries(named), "x-rule": rule };
    }
    return {
      type: "string",
      enum: ["", ...values],
      "x-enumTitles": [say("choose"), ...named.map(([, name]) => name[language])],
      "x-names": names,
      "x-rule": rule,
    };
  }

  short(choices) {
    const block = this.resolved(choices.find((choice) => choice.$ref));
    return { ...this.block(block), "x-short": block.required[0] };
  }

  list(schema, label, meaning) {
    const each = schema.prefixItems ?? schema.items;
    if (Array.isArray(each)) {
      return { type: "string", "x-pair": each, description: html(say("pair_hint")) };
    }
    const items = this.field(each, schema["x-of"]);
    const { minItems } = schema;
    const made = { type: "array", minItems, items, ...meaning };
    if (items["x-pick"]) return { ...made, "x-pick": items["x-pick"] };
    items.title = html(say("numbered", { label, number: "{{ i1 }}" })); // Jedison counts
    items["x-label"] = label;
    return made;
  }

  block(schema, of = schema["x-of"], inside = true) {
    if (isText(schema)) return this.text(schema);
    const needed = new Set(schema.required);
    const name = schema["x-of"] ?? of;
    const shown = new Set(this.foremost[name] ?? Object.keys(schema.properties));
    const properties = {};
    for (const [key, each] of Object.entries(schema.properties)) {
      if (hasFreeKeys(this.resolved(each))) continue; // stays as it is
      properties[key] = this.field(each, undefined, needed.has(key), inside);
      const rare = this.always.includes(key) && key !== "id";
      if (!needed.has(key) && (rare || !shown.has(key))) properties[key]["x-more"] = true;
    }
    return { type: "object", properties, required: schema.required, additionalProperties: false };
  }

  text(schema) {
    const properties = {};
    for (const key of ["ja", "en"]) {
      const { "x-title": names, maxLength } = schema.properties[key];
      properties[key] = {
        type: "string",
        title: html(names[language]),
        maxLength,
        "x-label": names[language],
        "x-format": "textarea",
        "x-inputAttributes": { lang: key, rows: 1 },
      };
    }
    return { type: "object", properties, required: ["ja", "en"], "x-text": true };
  }
}

/* Which keys a form knows, in their order: for yaml.js. */
export function keysOf(schema) {
  if (schema.type === "array") return keysOf(schema.items);
  if (schema.type !== "object") return null;
  return Object.fromEntries(
    Object.entries(schema.properties).map(([key, inner]) => [key, keysOf(inner)]),
  );
}

/* A value of the data as the form has it; what the form does not know is left out. */
export function toForm(value, schema) {
  if (value === undefined) return undefined;
  if (schema["x-short"] && typeof value === "string") return { [schema["x-short"]]: value };
  if (schema["x-pair"]) return value.join(", ");
  if (schema.type === "array") return value.map((item) => toForm(item, schema.items));
  if (schema.type === "boolean") return value === "true";
  if (schema.type !== "object") return String(value).trim();
  const known = Object.entries(schema.properties).filter(([key]) => value[key] !== undefined);
  return Object.fromEntries(known.map(([key, inner]) => [key, toForm(value[key], inner)]));
}

/* What was typed, as the data have it: without what was left empty; undefined if that is all. */
export function fromForm(value, schema) {
  if (isEmpty(value)) return undefined;
  if (schema["x-pair"]) return value.split(",").map((number) => number.trim());
  if (schema.type === "array") {
    return value.map((item) => fromForm(item, schema.items)).filter((item) => item !== undefined);
  }
  if (schema.type !== "object") return String(value).trim();
  const made = {};
  for (const [key, inner] of Object.entries(schema.properties)) {
    const part = fromForm(value[key], inner);
    if (part !== undefined) made[key] = part;
  }
  const alone = schema["x-short"];
  return alone && Object.keys(made).join() === alone ? made[alone] : made;
}
