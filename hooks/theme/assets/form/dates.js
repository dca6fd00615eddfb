/* Partial dates, read and put into words as atlas/dates.py does: 2018年10月10日〜12日,
   10–12 October 2018. The words come with the page's data. */

const MOMENT = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/;

export class DateError extends Error {}

const lastDay = (year, month) => {
  const day = new Date(Date.UTC(2000, month, 0));
  day.setUTCFullYear(year, month, 0);
  return day.getUTCDate();
};

const two = (number) => String(number).padStart(2, "0");

function moment(text) {
  const match = MOMENT.exec(text);
  if (!match) throw new DateError("bad-date");
  const parts = match.slice(1, 4).filter(Boolean).map(Number);
  const [year, month = 1, day = 1] = parts;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
    throw new DateError("impossible-date");
  }
  const end = [match[1], match[2] ?? "12"];
  end.push(match[3] ?? two(lastDay(year, Number(end[1]))));
  const start = [match[1], match[2] ?? "01", match[3] ?? "01"];
  return { parts, around: match[4] === "~", first: start.join("-"), last: end.join("-") };
}

/* Reads a date; a DateError's message is the id of the rule that it breaks. */
export function parse(text) {
  const parts = text.trim().split("/").map(moment);
  if (parts.length > 2) throw new DateError("bad-date");
  const [start, end] = [parts[0], parts.at(-1)];
  if (end.last < start.first) throw new DateError("reversed-date");
  return { start, end };
}

/* Which rule a text breaks as a date or, if it must be one, as a single day; none: undefined. */
export function brokenRule(text, day = false) {
  try {
    const { start, end } = parse(text);
    return day && (start !== end || start.parts.length < 3 || start.around) ? "bad-day" : undefined;
  } catch (error) {
    if (error instanceof DateError) return error.message;
    throw error;
  }
}

/* How much the two ends share and need not both say: nothing, the year, the month too. */
function shared({ start, end }) {
  const precise = start.parts.length;
  if (precise !== end.parts.length || start.around || end.around || precise === 1) return 0;
  if (start.parts[0] !== end.parts[0]) return 0;
  return precise === 3 && start.parts[1] === end.parts[1] ? 2 : 1;
}

function inWords({ parts, around }, language, omitted, { units, months, around: mark }) {
  if (language === "ja") {
    const written = units.map((unit, i) => `${parts[i]}${unit}`);
    return written.slice(omitted, parts.length).join("") + (around ? mark.ja : "");
  }
  const written = [parts[0], months[parts[1] - 1], parts[2]];
  return (around ? mark.en : "") + written.slice(omitted, parts.length).reverse().join(" ");
}

/* A date in words; `table` has those of exports/form.py. */
export function written(text, language, table) {
  const when = parse(text);
  const { start, end } = when;
  if (start === end) return inWords(start, language, 0, table);
  const omitted = shared(when);
  const from = inWords(start, language, language === "en" ? omitted : 0, table);
  const to = inWords(end, language, language === "ja" ? omitted : 0, table);
  const joint = language === "en" && from.includes(" ") ? "en_spaced" : language;
  return from + table.to[joint] + to;
}
