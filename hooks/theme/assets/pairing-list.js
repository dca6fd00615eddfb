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
  const bodies = [...region.querySelectorAll("tbody")]; // each of so many rows as the first
  const size = bodies[0]?.rows.length;
  const WINDOWFUL = 20; // rows, more or less
  let collator; // takes longer to make than all else here, and only an order needs it

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

  const column = (name) => heads.findIndex((head) => head.dataset.name === name);
  const idOf = (link) => link.getAttribute("href").split("/").at(-2);
  const idsIn = (cell) => [...cell.getElementsByTagName("a")].map(idOf);
  const valuesOf = (cell) => {
    const items = cell.tagName === "TH" ? [cell.firstElementChild] : cell.querySelectorAll("li");
    return (items.length ? [...items] : [cell]).map((item) => item.textContent.trim());
  };

  /* What a filter finds a row by is what its cells say: the records that they link to, the name of
     the country, the year. */
  const countries = new Map([...form.elements.country.options].map((o) => [o.dataset.label, o.value]));
  const filedBy = {
    programme: (row) => idsIn(row.cells[column("programme")]),
    country: (row) => valuesOf(row.cells[column("country")]).map((name) => countries.get(name)),
    theme: (row) => idsIn(row.cells[column("theme")]),
    year: (row) => [row.dataset.year ?? row.cells[column("since")].dataset.sort.slice(0, 4)],
  };

  /* Everything is read from the table once; later only what changes is touched. */
  const rows = bodies.flatMap((body) => [...body.rows]).map((row, position) => ({
    row,
    position,
    shown: true,
    text: "", // until the words are there
    filed: filters.map((filter) => filedBy[filter.name](row)),
  }));
  let inOrder = rows;
  let orderedBy;

  /* The words to search in are as large as the list: they are fetched when a reader turns to the
     field. If they do not come, the list is searched as it stands. */
  let words;

  const learn = () => (words ??= fetchWords());

  async function fetchWords() {
    const answer = await fetch(form.dataset.words).catch(() => null);
    const all = answer?.ok ? await answer.json() : {};
    const plain = rows.map(({ row }) =>
      (all[idOf(row.cells[0].firstElementChild)] ?? row.textContent).replaceAll("\n", " "));
    fold(plain.join("\n")).split("\n").forEach((text, i) => { rows[i].text = text; });
    filter();
  }

  /* Part by part: what fills the window at once, the rest when that is to be seen, ever more of it
     at a time. Nothing is touched but what changes. */
  let drawing;

  function draw(from = 0, atOnce = WINDOWFUL) {
    drawing = undefined;
    for (let i = from, drawn = 0; i < bodies.length; i++) {
      if (drawn >= atOnce) {
        region.setAttribute("aria-busy", "true");
        const rest = drawing = () => drawing === rest && draw(i, 4 * atOnce);
        requestAnimationFrame(() => setTimeout(rest)); // a picture later
        return;
      }
      drawn += drawPart(bodies[i], inOrder.slice(i * size, (i + 1) * size));
    }
    region.removeAttribute("aria-busy");
  }

  function drawPart(body, entries) {
    const there = body.rows;
    if (there.length < entries.length || entries.some(({ row }, at) => there[at] !== row)) {
      body.replaceChildren(...entries.map(({ row }) => row));
    }
    let shown = 0;
    for (const { row, shown: wanted } of entries) {
      shown += wanted;
      if (row.hidden === wanted) row.hidden = !wanted;
    }
    if (body.hidden !== !shown) body.hidden = !shown;
    if (body.style.getPropertyValue("--rows") !== `${shown}`) {
      body.style.setProperty("--rows", shown); // see the style sheet
    }
    return shown;
  }

  /* Which rows are shown, and how many each option would show with all other filters as they are.
     Bit 0 of `missed` is the text, and each filter has a bit of its own. */
  function filter() {
    if (free.value && rows[0]?.text === "") {
      region.setAttribute("aria-busy", "true");
      learn(); // and filter again
      return;
    }
    const sought = fold(free.value).split(/\s+/).filter(Boolean);
    const chosen = filters.map((select) => select.value);
    const counts = filters.map(() => new Map());
    let shown = 0;
    for (const entry of rows) {
      let missed = sought.every((word) => entry.text.includes(word)) ? 0 : 1;
      chosen.forEach((value, i) => {
        if (value && !entry.filed[i].includes(value)) missed |= 2 << i;
      });
      filters.forEach((_, i) => {
        if (missed & ~(2 << i)) return;
        for (const value of entry.filed[i]) counts[i].set(value, (counts[i].get(value) ?? 0) + 1);
      });
      entry.shown = !missed;
      shown += entry.shown;
    }
    draw();
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

  /* The place of every row in the order of a column, found once: equal texts have the same place,
     so that few are compared where many are equal. Rows that say nothing have none. */
  const ranks = new Map();

  function rank(index) {
    if (!ranks.has(index)) {
      collator ??= new Intl.Collator(document.documentElement.lang, { numeric: true });
      const note = "byNote" in heads[index].dataset;
      const keys = rows.map(({ row }) => {
        const cell = row.cells[index];
        if (note) return cell.lastElementChild.textContent;
        return cell.dataset.sort ?? valuesOf(cell).join(" ");
      });
      const places = new Map([...new Set(keys)].sort(collator.compare).map((key, i) => [key, i]));
      ranks.set(index, keys.map((key) => (key ? places.get(key) : NaN)));
    }
    return ranks.get(index);
  }

  const prepare = () => heads.forEach((_, i) => globalThis.requestIdleCallback?.(() => rank(i)));

  /* Rows that say nothing come last in both directions; equals keep the order of the document. */
  function arrange() {
    if (orderedBy === `${sort.value} ${order.value}`) return;
    orderedBy = `${sort.value} ${order.value}`;
    const index = column(sort.value);
    const way = order.value === "desc" ? -1 : 1;
    const place = index < 0 ? [] : rank(index);
    const compare = ({ position: a }, { position: b }) => {
      const [x, y] = [place[a], place[b]];
      if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y) || a - b;
      return way * (x - y) || a - b;
    };
    const arranged = index < 0 ? rows : [...rows].sort(compare);
    inOrder = arranged;
    heads.forEach((head, i) => {
      if (i === index) head.setAttribute("aria-sort", way < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    order.disabled = index < 0;
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
  for (const part of [region, more]) { // where an order is chosen: it is found before
    for (const turn of ["focusin", "pointerover"]) part.addEventListener(turn, prepare, { once: true });
  }
  free.addEventListener("focus", learn);
  wide.addEventListener("change", unfold);
  read();
  write(); // without what the address could not mean
  unfold();
  form.hidden = false;
  Promise.resolve(free.value && learn()).then(() => {
    document.documentElement.classList.remove("atlas-choosing");
  });
})();
