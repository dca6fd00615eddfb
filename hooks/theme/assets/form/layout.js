/* Values as lines of YAML, in the layout of `atlas format` (atlas/source/layout.py and scalars.py):
   in brackets what is simple and short, a text of several lines as a block after |. */

const WIDTH = 100; // columns that a list or a block in brackets may reach to
const COMMENT_COLUMN = 37;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
const width = (text) => [...text].length + (text.match(WIDE) ?? []).length;

const BEGINS_OTHERWISE = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:[\s,[\]{}]|$)|---|\.\.\.)/;
const ENDS = /:(?:\s|$)|\s#|[\n\t]/;
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function word(text, inBrackets) {
  const plain =
    text &&
    text === text.trim() &&
    !BEGINS_OTHERWISE.test(text) &&
    !ENDS.test(text) &&
    text.search(UNSEEN) < 0 &&
    !(inBrackets && /[,[\]{}]/.test(text));
  if (plain) return text;
  if (text.search(UNSEEN) >= 0 || /[\n\t]/.test(text)) {
    const escaped = (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return JSON.stringify(text).replace(UNSEEN, escaped);
  }
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/* A list or block on one line; null if it is not simple enough: keys with single words or texts,
   and lists that are not of such blocks. */
function brackets(value) {
  const listed = Array.isArray(value);
  if (listed && value.length && value.every((item) => typeof item === "object")) return null;
  const parts = [];
  for (const [key, inner] of Object.entries(value)) {
    let text = null;
    if (typeof inner === "string") text = inner.includes("\n") ? null : word(inner, true);
    else if (listed) text = brackets(inner);
    if (text === null) return null;
    parts.push(listed ? text : `${word(key, true)}: ${text}`);
  }
  return listed ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}

function withComment(line, comment) {
  return comment ? line + " ".repeat(Math.max(COMMENT_COLUMN - width(line), 3)) + comment : line;
}

const beginning = (key, indent) => `${" ".repeat(indent)}${key === null ? "-" : `${word(key)}:`}`;

export function fitsInBrackets(key, value, indent) {
  const short = brackets(value);
  return short !== null && width(`${beginning(key, indent)} ${short}`) <= WIDTH;
}

/* The lines of a key with its value, or of an item of a list (no key). A text may be asked to stay
   a block after |, however short it is. */
export function entry(key, value, indent, { comment = "", block = false } = {}) {
  const start = beginning(key, indent);
  if (typeof value === "string") {
    const text = value.trim();
    if (!block && !text.includes("\n")) return [withComment(`${start} ${word(text)}`, comment)];
    const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
    const inner = lines.map((line) => (line ? " ".repeat(indent + 2) + line : ""));
    return [withComment(`${start} |`, comment), ...inner];
  }
  if (fitsInBrackets(key, value, indent)) {
    return [withComment(`${start} ${brackets(value)}`, comment)];
  }
  const inner = entries(value, indent + 2);
  if (key !== null) return [withComment(start, comment), ...inner];
  return [`${start} ${inner[0].slice(indent + 2)}`, ...inner.slice(1)];
}

export function entries(value, indent) {
  const listed = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) => entry(listed ? null : key, inner, indent));
}
