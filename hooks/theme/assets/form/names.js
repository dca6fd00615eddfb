/* What there is to choose from: the records of the site, and those that are being written. A record
   that is being written has a key of its own, which stands for its id until that is final. */

import { fold, language, other, say } from "./page.js";

export class Names {
  /* `data` are the form's own, `ids` the schema of ids, `written()` the records in hand;
     `create(kind, text)` begins a new one and returns its key, `announce(text)` says something. */
  constructor({ kinds, records, choices }, ids, { written, create, announce }) {
    Object.assign(this, { kinds, records, choices, written, create, announce });
    this.found = new Map();
    for (const [list, { enum: values, "x-names": names }] of Object.entries(ids.definitions)) {
      if (!choices[list]) continue;
      for (const id of values) if (!this.published(list, id)) this.put(list, id, names[id]);
    }
  }

  put(list, id, name) {
    this.records[list] ??= {};
    this.records[list][id] ??= { ...name, find: "" };
  }

  kindsOf(pick) {
    const kinds = this.choices[pick]?.kinds ?? [pick]; // of some kinds no id is ever named
    return kinds.every((kind) => this.kinds.some((each) => each.kind === kind)) ? kinds : [pick];
  }

  published(pick, id) {
    return this.kindsOf(pick)
      .map((kind) => this.records[kind]?.[id])
      .find(Boolean);
  }

  inHand(pick) {
    const kinds = this.kindsOf(pick);
    return this.written().filter((record) => kinds.includes(record.kind.kind));
  }

  has(pick, id) {
    return this.name(pick, id) !== undefined;
  }

  /* What something is called in one of the languages; undefined if there is no such thing. */
  name(pick, id, of = language) {
    if (typeof pick === "object") return pick[id]?.[of];
    const own = this.inHand(pick).find((record) => record.key === id);
    return own ? own.nameIn(of) : this.published(pick, id)?.[of];
  }

  options(pick, taken = []) {
    const ofKind = (kind) => this.records[kind] ?? {};
    const named = typeof pick === "object" ? [pick] : this.kindsOf(pick).map(ofKind);
    const option = ([id, name]) => this.option(pick, id, name);
    const options = named.flatMap((names) => Object.entries(names).map(option));
    const own = typeof pick === "object" ? [] : this.inHand(pick).filter((record) => record.isNew);
    const fresh = own.map(({ key, name, id }) => ({
      id: key,
      name,
      note: id,
      find: fold(`${name} ${id}`),
    }));
    return [...fresh, ...options].filter(({ id }) => !taken.includes(id));
  }

  option(pick, id, name) {
    const at = `${typeof pick === "object" ? "named" : pick} ${id}`;
    if (!this.found.has(at)) {
      const find = fold([id, name.ja, name.en, name.find ?? ""].join(" "));
      this.found.set(at, { id, name: name[language], note: `${name[other]} · ${id}`, find });
    }
    return this.found.get(at);
  }

  /* How a record that is missing is begun; none where the form knows no way. */
  creator(pick) {
    const kinds = typeof pick === "object" ? [] : this.kindsOf(pick);
    const kind = this.kinds.find(
      (each) => kinds.length === 1 && each.kind === kinds[0] && !each.timeline,
    );
    return kind && { kind: kind.name[language], make: (text) => this.create(kind, text) };
  }

  /* Whether an id belongs to a record other than the given one. */
  taken(id, record) {
    const published = this.kinds.some(
      ({ kind }) => kind !== "timelines" && id in this.records[kind],
    );
    const others = this.written().filter((each) => each !== record && each.owner !== record);
    return published || others.some((each) => each.id === id);
  }
}

/* The comments that a new file begins with: for editors' programs, and for people. */
export const headOf = ({ file, schema }, name) => {
  const up = "../".repeat(file.split("/").length - 1);
  return [`yaml-language-server: $schema=${up}.vscode/${schema}`, name];
};

export const untitled = (kind) => say("new_record", { kind: kind.name[language] });
