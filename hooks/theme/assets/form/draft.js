/* The draft, kept in this browser alone: it is there again when the page is opened again, in either
   language. */

const NAME = `atlas-draft:${new URL(document.getElementById("atlas-form").dataset.root, location.href).pathname}`;

export function keep(records) {
  try {
    if (!records.length) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ saved: new Date().toISOString(), records }));
  } catch {
    // no room, or not allowed: then the draft lives as long as the page
  }
}

export function kept() {
  try {
    const draft = JSON.parse(localStorage.getItem(NAME));
    return draft?.records?.length ? draft : null;
  } catch {
    return null;
  }
}
