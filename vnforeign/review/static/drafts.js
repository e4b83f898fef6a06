// What was typed and is not saved yet: kept by the tab, so that a reload, a lost session or a fallen server does not cost it.
"use strict";
const Drafts = (() => {
  const rows = document.getElementById("rows");
  const name = (card) => `draft ${rows.dataset.drafts} ${card.dataset.row}`;
  const forget = (card) => sessionStorage.removeItem(name(card));
  const read = (card) => JSON.parse(sessionStorage.getItem(name(card)) || "null");
  const shown = (field) => field.tagName === "SELECT" ? [...field.options].find((each) => each.defaultSelected)?.value || "" : field.defaultValue;

  function keep(form) {              // the cells that differ from what the server knows, and those that once did
    const card = form.closest(".row"), version = form.elements.version.value, old = read(card);
    const cells = old && old.version === version ? old.cells : {};
    for (const field of form.querySelectorAll("[data-words]"))
      if (field.value !== shown(field) || field.name in cells) cells[field.name] = [field.value, field.dataset.words];
    try { sessionStorage.setItem(name(card), JSON.stringify({ version, cells })); } catch { /* the tab keeps nothing */ }
  }

  function put(field, [value, words]) {
    field.value = value;
    field.dataset.words = field.form.elements["w_" + field.dataset.key].value = words;
  }

  function offer(field, cell) {      // someone else has changed the row: what was typed is a button away
    const button = document.createElement("button");
    button.type = "button";
    button.className = "mine";
    button.textContent = rows.dataset.mine + " " + cell[0];
    button.addEventListener("click", () => { put(field, cell); Fields.dirty(field.form); button.remove(); field.focus(); });
    field.closest(".field").append(button);
  }

  function sign(card) {              // a closed row says that something in it is not saved
    if (!card.matches(".open-card") && read(card)?.version) card.querySelector(".said").textContent = rows.dataset.unsaved;
  }

  function restore(card) {
    const form = card.querySelector(".cells"), old = read(card);
    if (!form || !old) return;
    const same = old.version === form.elements.version.value;
    for (const [key, cell] of Object.entries(old.cells)) {
      const field = form.elements[key];
      if (field && same) put(field, cell);
      else if (field && cell[0] !== field.value) offer(field, cell);
    }
    if (same) Fields.dirty(form);
  }

  function settle(card, answer) {    // saved: only what could not be read when the row was rejected is left, to be offered again
    const unread = (answer.match(/data-unread="([\w ]+)"/) || ["", ""])[1].split(" "), old = read(card);
    const cells = Object.fromEntries(Object.entries(old ? old.cells : {}).filter(([key]) => unread.includes(key)));
    forget(card);
    if (Object.keys(cells).length) sessionStorage.setItem(name(card), JSON.stringify({ version: "", cells }));
  }

  document.addEventListener("htmx:after:request", (event) => {
    const ctx = event.detail.ctx, verb = event.target.closest("[data-verb]");
    if (verb && ctx.response.status < 300) settle(verb.closest(".row"), ctx.text || "");
  });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) if (node.matches && node.matches(".row")) { restore(node); sign(node); }
  }).observe(rows, { childList: true });

  function resume() {                // after the page was loaded again
    for (const card of document.querySelectorAll(".row"))
      if (card.matches(".open-card")) restore(card);
      else if (read(card)?.version) card.querySelector(".head").click();
  }
  document.addEventListener("DOMContentLoaded", resume);
  return { keep };
})();
