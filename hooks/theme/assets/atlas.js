/* What pages do beyond showing: all of it is there without, only less handy. */
"use strict";

/* A place on a map lights up its pairings, and a pairing its places. */
for (const map of document.querySelectorAll(".atlas-map")) {
  const links = [...map.querySelectorAll(".atlas-map__link")];
  const places = [...map.querySelectorAll(".atlas-map__place")];
  const light = (target) => {
    const link = target?.closest(".atlas-map__link");
    const place = target?.closest(".atlas-map__place")?.dataset.place;
    const lit = new Set(link ? link.dataset.places.split(" ") : []);
    for (const each of links) {
      const touches = place !== undefined && each.dataset.places.split(" ").includes(place);
      each.classList.toggle("atlas-lit", touches);
    }
    for (const each of places) each.classList.toggle("atlas-lit", lit.has(each.dataset.place));
  };
  map.addEventListener("pointerover", (event) => light(event.target));
  map.addEventListener("pointerleave", () => light(null));
  map.addEventListener("focusin", (event) => light(event.target));
  map.addEventListener("focusout", () => light(null));
}

/* The explanation of a term stays within the window, and Escape closes it. */
for (const term of document.querySelectorAll(".atlas-term")) {
  const open = () => {
    const tip = term.querySelector(".atlas-tip");
    term.classList.remove("atlas-shut");
    tip.style.translate = "none";
    const { left, right } = tip.getBoundingClientRect();
    const shift = Math.max(8 - left, Math.min(0, document.documentElement.clientWidth - 8 - right));
    tip.style.translate = `${shift}px 0`;
  };
  term.addEventListener("pointerenter", open);
  term.addEventListener("focusin", open);
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".atlas-term:is(:hover, :focus-within)")) {
    term.classList.add("atlas-shut");
  }
});

/* Copying a citation. */
for (const button of document.querySelectorAll("[data-atlas-copy]")) {
  if (!navigator.clipboard) break;
  const text = document.getElementById(button.dataset.atlasCopy);
  const status = button.nextElementSibling;
  let timer;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.innerText);
      status.textContent = button.dataset.atlasCopied;
    } catch {
      getSelection().selectAllChildren(text); // for the reader to copy
    }
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 3000);
  });
}

/* The switch between languages leads to the same section, with the same filters. */
const sectionBeingRead = () => {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const top = named ? named.getBoundingClientRect().top : -1;
  if (scrollY < 80 || (top >= 0 && top < innerHeight)) return location.hash;
  const passed = [...document.querySelectorAll(".md-content h2[id], .md-content li[id]")]
    .filter((each) => each.getBoundingClientRect().top < innerHeight / 3);
  return passed.length ? `#${passed.at(-1).id}` : location.hash;
};
for (const link of document.querySelectorAll(".atlas-languages a[hreflang]")) {
  const aim = () => Object.assign(link, { search: location.search, hash: sectionBeingRead() });
  for (const occasion of ["pointerdown", "focus", "click"]) link.addEventListener(occasion, aim);
}
