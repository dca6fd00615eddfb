/* The list of pairings: filters, counts, order, address and download. Without this script the
   table is whole. Every word is in the HTML, and the form's own fields are the only state. */

"use strict";

(() => {
  const form = document.querySelector(".atlas-filter");
  const region = document.querySelector(".atlas-table--list");
  const nothing = document.querySelector(".atlas-filter-nothing");
  const count = form.querySelector("[role=status]");
  const download = form.querySelector("[data-action=download]");
  const more = form.querySelector("details");
  const wide = matchMedia("(min-width: 60em)");
  const { text: free, sort, order } = form.elements;
  const filters = [...form.querySelectorAll("[data-filter]")];
  const heads = [...region.querySelectorAll("thead th")];
  const body = region.querySelector("tbody");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  /* One writing for all: full and half width, capitals, katakana and hiragana, accents of Latin
     and Greek (but not the marks that make か into が), and no dots and dashes inside names. */
  const fold = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[・.'’\p{Pd}]/gu, "");

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const valuesOf = (cell) => {
    const value = cell.firstElementChild; // what follows is a note in small type
    const items = value.querySelectorAll("li");
    return (items.length ? [...items] : [value]).map((item) => item.textContent.trim());
  };

  /* Everything is read from the table once; later only what changes is touched. */
  const rows = [...body.rows].map((row, position) => ({
    row,
    position,
    shown: true,
    text: fold(row.dataset.search),
    filed: filters.map((filter) => row.dataset[filter.name].split(" ").filter(Boolean)),
    keys: [...row.cells].map((cell) => cell.dataset.sort ?? valuesOf(cell).join(" ")),
  }));
  let inOrder = rows;
  let orderedBy;

  /* Which rows are shown, and how many each option would show with all other filters as they are.
     Bit 0 of `missed` is the text, and each filter has a bit of its own. */
  function filter() {
    const words = fold(free.value).split(/\s+/).filter(Boolean);
    const chosen = filters.map((select) => select.value);
    const counts = filters.map(() => new Map());
    let shown = 0;
    for (const entry of rows) {
      let missed = words.every((word) => entry.text.includes(word)) ? 0 : 1;
      chosen.forEach((value, i) => {
        if (value && !entry.filed[i].includes(value)) missed |= 2 << i;
      });
      filters.forEach((_, i) => {
        if (missed & ~(2 << i)) return;
        for (const value of entry.filed[i]) counts[i].set(value, (counts[i].get(value) ?? 0) + 1);
      });
      shown += !missed;
      if (entry.shown !== !missed) {
        entry.shown = !missed;
        entry.row.hidden = !entry.shown;
      }
    }
    filters.forEach((select, i) => label(select, counts[i]));
    count.textContent = fill(count.dataset.shown, { shown, total: rows.length });
    nothing.hidden = shown > 0;
    region.hidden = shown === 0;
    download.disabled = shown === 0;
  }

  function label(select, counts) {
    for (const option of select.options) {
      if (!option.value) continue;
      const number = counts.get(option.value) ?? 0;
      const text = fill(form.dataset.option, { name: option.dataset.label, count: number });
      if (option.textContent !== text) option.textContent = text;
      option.disabled = number === 0 && !option.selected;
    }
  }

  /* Rows that say nothing come last in both directions; equals keep the order of the document. */
  function arrange() {
    if (orderedBy === `${sort.value} ${order.value}`) return;
    orderedBy = `${sort.value} ${order.value}`;
    const column = heads.findIndex((head) => head.dataset.name === sort.value);
    const way = order.value === "desc" ? -1 : 1;
    const compare = (a, b) => {
      const [x, y] = [a.keys[column], b.keys[column]];
      if (!x || !y) return Number(!x) - Number(!y) || a.position - b.position;
      return way * collator.compare(x, y) || a.position - b.position;
    };
    const arranged = column < 0 ? rows : [...rows].sort(compare);
    if (arranged.some((entry, i) => entry !== inOrder[i])) {
      body.append(...arranged.map((entry) => entry.row));
      inOrder = arranged;
    }
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", way < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    order.disabled = column < 0;
  }

  /* The state in the address. The free text is not called `q`: Material's script takes that for
     its own search. */
  let writing;

  function write() {
    const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    const query = state.size ? `?${state}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  function read() {
    clearTimeout(writing);
    const state = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0; // a value that there is not
    }
    arrange();
    filter();
  }

  function change() {
    arrange();
    filter();
    clearTimeout(writing);
    writing = setTimeout(write, 150); // browsers limit how often an address may change
  }

  /* RFC 4180, with a BOM for spreadsheets; what they would take for a formula is made harmless. */
  function csv() {
    const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    const line = (cells) =>
      cells.map((text) => `"${harmless(text).replaceAll('"', '""')}"`).join(",") + "\r\n";
    const lines = inOrder
      .filter((entry) => entry.shown)
      .map(({ row }) => [
        ...[...row.cells].map((cell) => valuesOf(cell).join("; ")),
        row.querySelector("th a").href,
      ]);
    const headings = [...heads.map((head) => head.textContent.trim()), download.dataset.address];
    return "\ufeff" + [headings, ...lines].map(line).join("");
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.download = download.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  /* In a narrow window the filters fold away, unless one of them is set. */
  function unfold() {
    const set = [...more.querySelectorAll("select")].some((select) => select.value);
    more.open = wide.matches || set;
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const again = sort.value === head.dataset.name;
      order.value = again && order.value === "" ? "desc" : "";
      sort.value = head.dataset.name;
      change();
    });
  }
  form.addEventListener("input", (event) => event.isComposing || change());
  form.addEventListener("compositionend", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-action=clear]").addEventListener("click", () => {
    form.reset();
    change();
  });
  download.addEventListener("click", save);
  addEventListener("popstate", read);
  addEventListener("pagehide", write);
  region.classList.toggle("atlas-table--long", rows.length > 200); // see the style sheet
  wide.addEventListener("change", unfold);
  read();
  write(); // without what the address could not mean
  unfold();
  form.hidden = false;
})();
