/* Records from YAML and back. Every word is read as it is written. Lines that say what they said
   before stay as they are, with their comments, and so does all that the form does not know. */

import { isMap, isSeq, parseDocument } from "../vendor/yaml/yaml.js";
import { entries, entry, fitsInBrackets } from "./layout.js";
import { isEmpty } from "./page.js";

const parsed = (text) => parseDocument(text, { schema: "failsafe" });

/* A record's value: that of the whole file, or what stands under its id in a file of many. */
export function read(text, id) {
  const document = parsed(text);
  const node = id ? document.get(id, true) : document.contents;
  return node ? node.toJSON() : {};
}

/* The text of a file in which a record has a new value. `keys` has the keys that the form knows,
   in the order of the schema, and below each those of its block; `id` is for a file of many. */
export function write({ original, value, keys, id, head = [] }) {
  if (!original) return [...head.map((line) => `# ${line}`), ...entries(value, 0), ""].join("\n");
  const source = new Source(original);
  const root = source.root;
  if (!id) return source.text(source.map(root, value, keys, 0));
  const known = Object.fromEntries(root.items.map((pair) => [String(pair.key), null]));
  const whole = { ...root.toJSON(), [id]: value };
  return source.text(source.map(root, whole, { ...known, [id]: keys }, 0, { apart: true }));
}

/* A key that may be left out as well: nothing changes when the form leaves it out. */
const saysNothing = (value) => isEmpty(value) || value === "false";

/* What a value says, whatever the order of its keys and the white space around its texts. */
function said(value) {
  if (typeof value === "string") return JSON.stringify(value.trim());
  const parts = Object.entries(value).map(([key, inner]) => `${key}: ${said(inner)}`);
  return `{${(Array.isArray(value) ? parts : parts.sort()).join()}}`;
}

const same = (node, value) => Boolean(node) && said(node.toJSON()) === said(value);
const inBlock = (node) => (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0;

/* A file as lines, and where each entry of a block has its own. */
class Source {
  constructor(text) {
    this.lines = text.replace(/\n$/, "").split("\n");
    this.root = parsed(text).contents;
    this.starts = [0];
    for (const line of this.lines) this.starts.push(this.starts.at(-1) + line.length + 1);
  }

  lineOf(offset) {
    return this.starts.findLastIndex((start) => start <= offset);
  }

  text({ from, to, made }) {
    return [...this.lines.slice(0, from), ...made, ...this.lines.slice(to), ""].join("\n");
  }

  /* The entries of a block: key, value, the lines they take, and the comments above them. */
  entries(node, from) {
    let last = from;
    return node.items.map((item) => {
      const [key, value] = isMap(node) ? [item.key, item.value] : [null, item];
      const first = this.lineOf((key ?? value).range[0]);
      const end = value?.range ? Math.max(value.range[0], value.range[1] - 1) : key.range[1];
      const above = this.lines.slice(last, first);
      last = Math.max(first, this.lineOf(end)) + 1;
      while (last - 1 > first && !this.lines[last - 1].trim()) last -= 1;
      return { key: key && String(key), value, first, last, above };
    });
  }

  own({ first, last }) {
    return this.lines.slice(first, last);
  }

  /* What stands behind the value of an entry on its line. */
  comment({ value, first }) {
    const line = this.lines[first];
    const from = inBlock(value) ? line.indexOf(":") : value.range[0] - this.starts[first];
    const flow = value.flow ? value.range[1] - this.starts[first] : from;
    return /(?:^|\s)(#.*)$/.exec(line.slice(Math.max(flow, 0)))?.[1] ?? "";
  }

  /* A block of keys with a new value. */
  map(node, wanted, keys, indent, { apart = false, from } = {}) {
    const start = from ?? this.lineOf(node.items[0].key.range[0]);
    const there = this.entries(node, start);
    const made = [];
    const order = Object.keys(keys);
    const missing = (key) => !there.some((each) => each.key === key);
    const fresh = order.filter((key) => wanted[key] !== undefined && missing(key));
    const put = (key) => made.push(...(apart ? [""] : []), ...entry(key, wanted[key], indent));
    const rank = ({ key }) => order.indexOf(key);
    const before = (key, next) =>
      there.slice(there.indexOf(next)).every((e) => rank(e) < 0 || rank(e) > order.indexOf(key));
    for (const each of there) {
      while (fresh.length && before(fresh[0], each)) put(fresh.shift());
      const value = wanted[each.key];
      const kept =
        value === undefined ? saysNothing(each.value?.toJSON()) : same(each.value, value);
      if (kept || !(each.key in keys)) {
        made.push(...each.above, ...this.own(each));
      } else if (value !== undefined) {
        made.push(...each.above, ...this.changed(each, value, keys[each.key], indent));
      }
    }
    for (const key of fresh) put(key);
    return { from: start, to: there.at(-1).last, made };
  }

  /* The lines of an entry that has a new value. */
  changed(each, value, keys, indent) {
    const { key, value: node } = each;
    const block =
      inBlock(node) && typeof value === "object" && !this.becomesShort(each, value, indent);
    if (block && isMap(node) && keys) {
      if (key === null) return this.item(each, value, keys, indent);
      const { made } = this.map(node, value, keys, indent + 2, { from: each.first + 1 });
      return [this.lines[each.first], ...made];
    }
    if (block && isSeq(node) && Array.isArray(value)) {
      return [this.lines[each.first], ...this.list(node, value, keys, indent + 2, each.first + 1)];
    }
    const literal = node.type?.startsWith("BLOCK");
    return entry(key, value, indent, { comment: this.comment(each), block: literal });
  }

  /* Whether a block of a few words, with no comment inside, now goes into brackets. */
  becomesShort({ key, first, last }, value, indent) {
    const inner = this.lines.slice(first + 1, last).join("\n");
    return !/(^|\s)#|: [|>]/.test(inner) && fitsInBrackets(key, value, indent);
  }

  /* An item that is a block: its first key stands behind the dash. */
  item(each, value, keys, indent) {
    const line = this.lines[each.first];
    this.lines[each.first] = line.replace(/^(\s*)- /, "$1  ");
    const made = this.map(each.value, value, keys, indent + 2, { from: each.first }).made;
    this.lines[each.first] = line;
    const first = made.findIndex((one) => !one.trim().startsWith("#"));
    made[first] = `${" ".repeat(indent)}- ${made[first].slice(indent + 2)}`;
    return made;
  }

  /* A list with new values. Items keep their lines and comments: first those that say the same or
     bear the same id, then those at the same place. */
  list(node, values, keys, indent, from) {
    const there = this.entries(node, from);
    const left = [...there];
    const take = (test) => {
      const position = left.findIndex((each) => each && test(each.value));
      return position < 0 ? undefined : left.splice(position, 1, null)[0];
    };
    const kept = values.map((value) => take((item) => same(item, value)));
    values.forEach((value, i) => {
      if (value.id) kept[i] ??= take((item) => isMap(item) && item.get("id") === value.id);
    });
    values.forEach((value, i) => {
      if (!value.id && left[i]) kept[i] ??= left.splice(i, 1, null)[0];
    });
    return values.flatMap((value, i) => {
      const each = kept[i];
      if (!each) return entry(null, value, indent);
      const stays = same(each.value, value);
      return [...each.above, ...(stays ? this.own(each) : this.changed(each, value, keys, indent))];
    });
  }
}
