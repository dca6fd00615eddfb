/* What is wrong with a record, in words, each problem at its field. JSON Schema is judged by
   Jedison's validator; how a rule is worded comes from the rules themselves. */

import { brokenRule } from "./dates.js";
import { fill, isEmpty, language, say, sentences } from "./page.js";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PAIR = /^\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*$/;
const DATES = { "bad-date": false, "bad-day": true }; // whether a single day is asked for

export class Checker {
  /* `rules` has their wording, `names` what there is to choose. */
  constructor(rules, names) {
    Object.assign(this, { rules, names });
  }

  /* What is wrong when a rule is broken. */
  breach(rule, values) {
    const wording = this.rules[rule];
    return wording ? fill(wording.message[language], values) : say("does_not_fit");
  }

  /* The same, and how a value should be written. */
  told(rule, values) {
    const remedy = this.rules[rule]?.remedy[language] ?? "";
    return sentences(this.breach(rule, values), remedy.includes("{") ? "" : remedy);
  }

  /* Every problem of a value: {path, label, text, lacking}. `lacking` ones are not yet mistakes. */
  *problems(schema, value, validator, path = "#", label = [], required = true) {
    const here = schema["x-label"] && path !== "#" ? [...label, schema["x-label"]] : label;
    const problem = (text, lacking = false) => ({ path, label: here, text, lacking });
    if (isEmpty(value) && !required) return;
    if (schema.type === "object") {
      for (const [key, inner] of Object.entries(schema.properties)) {
        const needed = schema.required?.includes(key) ?? false;
        yield* this.problems(inner, value?.[key], validator, `${path}/${key}`, here, needed);
      }
    } else if (schema.type === "array") {
      yield* this.ofList(schema, value ?? [], validator, path, here, problem);
    } else if (isEmpty(value)) {
      if (schema.type !== "boolean") yield problem(say("needed"), true);
    } else {
      const text = this.ofValue(schema, value, validator, path);
      if (text) yield problem(text);
    }
  }

  *ofList(schema, value, validator, path, label, problem) {
    const items = value.map((item, i) => [item, i]).filter(([item]) => !isEmpty(item));
    if (!items.length) yield problem(say("needed_list"), true);
    for (const [item, i] of items) {
      if (schema["x-pick"]) {
        const text = this.ofValue(schema.items, item, validator, path);
        if (text) yield problem(text);
      } else {
        const own = [
          ...label.slice(0, -1),
          say("numbered", { label: label.at(-1), number: i + 1 }),
        ];
        const inner = { ...schema.items, "x-label": undefined };
        yield* this.problems(inner, item, validator, `${path}/${i}`, own);
      }
    }
  }

  ofValue(schema, value, validator, path) {
    const values = { value, id: value, key: schema["x-label"] };
    if (schema["x-pick"]) return this.ofChoice(schema, values);
    if (schema["x-pair"]) return this.ofPair(schema, value, validator, path);
    if (schema["x-rule"] in DATES) {
      const rule = brokenRule(value, DATES[schema["x-rule"]]);
      return rule && this.told(rule, values);
    }
    if (schema.type === "boolean") return undefined;
    const { type, pattern, enum: choices } = schema;
    const plain = Object.fromEntries(
      Object.entries({ type, pattern, enum: choices }).filter(([, said]) => said !== undefined),
    );
    const text = String(value).trim();
    if (validator.getErrors(text, plain, "", path).length) {
      return this.told(schema["x-rule"], values);
    }
    const { maxLength: limit } = schema;
    if (limit === undefined || !validator.getErrors(text, { maxLength: limit }, "", path).length) {
      return undefined;
    }
    return this.told("text-too-long", { ...values, length: [...text].length, limit });
  }

  ofChoice({ "x-pick": pick, "x-rule": rule }, values) {
    if (this.names.has(pick, values.value)) return undefined;
    return rule ? this.told(rule, values) : this.breach(this.names.choices[pick].rule, values);
  }

  ofPair(schema, value, validator, path) {
    if (!PAIR.test(value)) return say("not_a_pair");
    for (const [i, text] of value.split(",").entries()) {
      const { maximum, minimum } = schema["x-pair"][i];
      const number = Number(text);
      if (validator.getErrors(number, { type: "number", maximum, minimum }, "", path).length) {
        return this.told("out-of-range", {
          value: text.trim(),
          limit: number > maximum ? maximum : minimum,
        });
      }
    }
    return undefined;
  }

  /* An id that somebody gives; `taken(id)` says whether another record has it. */
  ofId(id, taken) {
    const problem = (text, lacking = false) => ({ path: "id", label: [say("id")], text, lacking });
    if (!id) return [problem(say("id_needed"), true)];
    if (!ID.test(id)) return [problem(this.told("bad-id", { value: id }))];
    return taken(id) ? [problem(say("id_taken", { id }))] : [];
  }

  /* What is wrong between records that are written together: [record, problem]. */
  *between(records) {
    for (const record of records) {
      const value = record.raw;
      const problem = (path, key, rule, values) => [
        record,
        { path, label: [key], text: this.breach(rule, values), lacking: false },
      ];
      const label = (key) => record.schema.properties[key]["x-label"];
      if (record.kind.kind === "pairings") {
        for (const place of value.partner ?? []) {
          if (!value.japan?.includes(place)) continue;
          const named = { id: this.names.name("places", place) ?? place };
          yield problem("#/partner", label("partner"), "same-place-twice", named);
        }
        for (const other of records) {
          const member = [...(value.japan ?? []), ...(value.partner ?? [])].includes(other.key);
          if (other.kind.kind !== "places" || !member || !isEmpty(other.raw.coordinates)) continue;
          const text = this.breach("missing-coordinates", { pairing: record.name });
          const where = other.schema.properties.coordinates["x-label"];
          yield [other, { path: "#/coordinates", label: [where], text, lacking: false }];
        }
      }
      if (record.kind.kind === "timelines") {
        const ids = (value.events ?? []).map(({ id }) => id?.trim());
        for (const [i, id] of ids.entries()) {
          if (!id || ids.indexOf(id) === i) continue;
          const where = say("numbered", { label: label("events"), number: i + 1 });
          yield problem(`#/events/${i}/id`, where, "doubled-id", { id });
        }
      }
    }
  }
}
