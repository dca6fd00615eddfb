/* The files that were written, to copy, to save, or to hand to the repository. */

import { button, el, say, sentences } from "./page.js";

const LONGEST = 7000; // characters of an address that the repository's host still reads

/* Where the repository is, and its branch: `edit/main/docs/` edits a file of the branch main. */
function repository() {
  const { repository: address, edit } = document.querySelector("script[data-repository]").dataset;
  const branch = /edit\/([^/]+)\//.exec(edit)?.[1];
  return address && branch ? { address: address.replace(/\/$/, ""), branch } : null;
}

function addressOf({ path, text, isNew }, { address, branch }) {
  if (!isNew) return `${address}/edit/${branch}/${path}`;
  const at = path.lastIndexOf("/");
  const start = `${address}/new/${branch}/${path.slice(0, at)}?filename=${encodeURIComponent(path.slice(at + 1))}`;
  const whole = `${start}&value=${encodeURIComponent(text)}`;
  return whole.length > LONGEST ? start : whole;
}

function save({ path, text }) {
  const link = el("a", { download: path.split("/").at(-1) });
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml;charset=utf-8" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

export function handOver(files, announce) {
  const to = repository();
  const copy = async (text) => {
    await navigator.clipboard.writeText(text);
    announce(say("copied"));
  };
  const shown = files.map((file) => {
    const { path, text, isNew } = file;
    const head = el("h4", {}, el("code", {}, path));
    if (!file.changed)
      return el("div", { class: "atlas-form__file" }, head, el("p", {}, say("unchanged")));
    const open = () => {
      copy(text).catch(() => {}); // the new page may already have the focus
      window.open(addressOf(file, to), "_blank", "noopener");
    };
    const bar = el(
      "div",
      { class: "atlas-form__bar" },
      button(say("copy_file", { path }), () => copy(text)),
      button(say("download", { path }), () => save(file), { "data-download": path }),
      to &&
        button(say(isNew ? "to_repository" : "edit_repository", { path }), open, {
          "data-address": addressOf(file, to),
        }),
    );
    const yaml = el(
      "pre",
      { tabindex: "0", role: "region", "aria-label": path },
      el("code", {}, text),
    );
    return el("div", { class: "atlas-form__file", "data-path": path }, head, bar, yaml);
  });
  const then = say(to ? "repository_note" : "by_hand_note");
  const note = el("p", {}, sentences(say("files_note"), then));
  return [note, ...shown];
}
