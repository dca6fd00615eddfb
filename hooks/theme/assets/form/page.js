/* What all parts of the form share: the page's words, small elements, and how names are compared. */

export const language = document.documentElement.lang === "en" ? "en" : "ja";
export const other = language === "ja" ? "en" : "ja";

/* Every word of the page, filled in once the form's data have come. */
export const words = {};

export const fill = (pattern, values = {}) =>
  pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

export const say = (name, values) => fill(words[name], values);

/* One after the other; Japanese has no space between sentences. */
export const sentences = (...texts) => texts.filter(Boolean).join(language === "ja" ? "" : " ");

/* el("p", {class: "x"}, "text", node): an element; what begins with "on" is a listener. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

export const button = (label, action, attributes = {}) =>
  el(
    "button",
    { type: "button", class: "atlas-form__button", onclick: action, ...attributes },
    label,
  );

/* One writing for all: full and half width, capitals, katakana and hiragana, accents of Latin and
   Greek (but not the marks that make か into が), and no dots and dashes inside names. The list of
   pairings compares in the same way; its script is no module, for it must run at once. */
export const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[・.'’\p{Pd}]/gu, "");

/* A word as an id: "San José" → san-jose; what has no Latin letters becomes nothing. */
export const slug = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

const JAPANESE = /[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]/;

/* The language that a text must be marked with on a page of `language`, if any. */
export const marked = (text) => (language !== "ja" && JAPANESE.test(text) ? "ja" : null);

export const isEmpty = (value) =>
  value == null ||
  value === "" ||
  value === false ||
  (typeof value === "string" && !value.trim()) ||
  (typeof value === "object" && Object.values(value).every(isEmpty));
