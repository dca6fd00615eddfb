/* The two ways to begin: with a new pairing, or with a record that exists. */

import { button, el, language, say } from "./page.js";
import { Combobox } from "./picker.js";

/* Every record that can be corrected, found by any of its names. */
function everything({ data, names }) {
  return data.kinds
    .filter(({ kind }) => kind !== "timelines")
    .flatMap(({ kind, name }) =>
      names.options(kind).map((option) => ({
        ...option,
        id: `${kind} ${option.id}`,
        note: `${name[language]} · ${option.note}`,
      })),
    );
}

function correcting(app) {
  const all = everything(app);
  const field = el("input", { id: "atlas-correct", "aria-describedby": "atlas-correct-hint" });
  let chosen = null;
  const load = async () => {
    if (!chosen) return field.focus();
    const [kind, id] = chosen;
    const there = app.records.find((each) => each.kind.kind === kind && each.key === id);
    const record = there ?? (await app.correct(kind, id));
    record?.enter();
    box.show("");
    chosen = null;
    return undefined;
  };
  const element = el(
    "div",
    { class: "atlas-form__field" },
    el("label", { for: field.id }, say("correct")),
    el("p", { class: "atlas-form__help", id: "atlas-correct-hint" }, say("correct_hint")),
    el("div", { class: "atlas-form__load" }, field, button(say("load"), load, { "data-load": "" })),
  );
  const box = new Combobox(field, {
    options: () => all,
    pick: (id) => {
      chosen = id.split(" ");
      box.show(all.find((option) => option.id === id).name);
    },
  });
  return element;
}

export function beginnings(app) {
  const begin = async () => (await app.add(app.kinds.pairings)).enter();
  const look = { class: "atlas-button", "data-begin": "" };
  return [el("p", {}, button(say("begin_pairing"), begin, look)), correcting(app)];
}
