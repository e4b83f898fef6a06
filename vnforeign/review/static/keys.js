// The keyboard: what each key does, where the focus goes after a decision, and what is told when the server cannot answer.
"use strict";
const Keys = (() => {
  const one = (selector) => document.querySelector(selector);
  const cards = () => [...document.querySelectorAll(".row")];
  let here = "";       // the open card that has the focus or had it last: several are open where one holds unsaved cells
  const opened = () => one(`#${here || "none"}.open-card`) || one(".open-card");
  const click = (button) => { if (button) button.click(); return Boolean(button); };
  const press = (selector) => click(one(selector));
  const verb = (name) => { const card = opened(); return click(card && card.querySelector(`[data-verb=${name}]`)); };

  function arrive(card) {
    here = card.id;
    for (const each of cards()) each.classList.toggle("here", each === card);
  }
  document.addEventListener("focusin", (event) => { const card = event.target.closest(".open-card"); if (card) arrive(card); });

  function tell(said) { one("#notice").textContent = said; }

  function go(step) {                // opens the card after or before the open one
    const all = cards(), at = all.indexOf(opened());
    const next = all[at < 0 ? 0 : at + step];
    if (next && next.matches(".open-card")) settle(next);
    else if (next) next.querySelector(".head").click();
  }

  function first() {
    const field = opened() && opened().querySelector("[data-words]");
    if (field) { field.focus(); if (field.select) field.select(); }
  }

  function onwards(field) {          // the next field of the same form, or its button
    const all = [...field.form.querySelectorAll("[data-words], [data-verb=accept]")].filter((each) => each.offsetParent);
    const next = all[all.indexOf(field) + 1];
    if (next) next.focus();
  }

  const single = {
    a: () => verb("accept"), x: () => verb("reject"), s: () => verb("save"), o: () => verb("reopen"),
    j: () => go(1), k: () => go(-1), e: first, u: () => press("#undo"), g: () => press("#next-document"),
    n: () => one("#new-type").focus(), t: () => { pane("text"); Marking.enter(); }, "?": () => one("#help").showModal(),
    f: () => { const box = one("#passage-box"); box.open = !box.open; if (box.open) { pane("rows"); box.scrollIntoView({ block: "nearest" }); box.firstElementChild.focus(); } },
    m: () => { if (Marking.chosen()) one("#marking select").focus(); },
  };

  const inText = {
    ArrowRight: (event) => event.shiftKey ? Marking.stretch("end", true) : event.altKey ? Marking.stretch("start", true) : Marking.step(true),
    ArrowLeft: (event) => event.shiftKey ? Marking.stretch("end", false) : event.altKey ? Marking.stretch("start", false) : Marking.step(false),
    Enter: () => Marking.offer(), Delete: () => Marking.unmark(),
  };

  function typing(node) { return node instanceof Element && node.matches("input:not([type=checkbox], [type=radio]), textarea, select"); }

  // Typing software for Vietnamese (Telex) makes one letter of two keys also outside fields: â of a and a, á of a and s.
  const TELEX = { "\u0301": "s", "\u0303": "x", "\u0323": "j", "\u0300": "f", "\u0309": "r" };
  function meant(event) {
    if (event.key.length > 1) return event.key;          // Tab, Enter
    const [letter, ...marks] = event.key.normalize("NFD");
    const key = marks.length ? TELEX[marks.pop()] || letter : letter;
    return event.shiftKey ? key : key.toLowerCase();
  }

  function withControl(event) {      // Ctrl+Backspace belongs to the field while something is typed: it deletes a word there
    const name = { enter: "accept", s: "save", backspace: typing(event.target) ? "" : "reject" }[event.key.toLowerCase()];
    if (!name || event.altKey) return false;
    return event.repeat || verb(name);
  }

  function handle(event) {
    if (event.isComposing || one("dialog[open]")) return false;
    if (event.ctrlKey || event.metaKey) return withControl(event);
    if (event.key === "Escape") { Marking.choose(null); tell(""); if (document.activeElement) document.activeElement.blur(); return true; }
    if (typing(event.target)) {
      if (event.key === "Enter" && event.target.id === "new-type") { event.target.form.requestSubmit(); return true; }
      const moves = event.key === "Enter" && event.target.matches(".cells [data-words]");
      if (moves) onwards(event.target);
      return moves;
    }
    if (event.target.id === "text" && inText[event.key]) { inText[event.key](event); return true; }
    const key = meant(event);
    if (event.altKey || !one("#single-keys").checked || !Object.hasOwn(single, key)) return false;
    if (!event.repeat) single[key]();      // a key held down decides once
    return true;
  }
  document.addEventListener("keydown", (event) => { if (handle(event)) event.preventDefault(); });

  function pane(name) {
    document.body.classList.toggle("on-text", name === "text");
    for (const button of document.querySelectorAll("[data-pane]")) button.setAttribute("aria-pressed", String(button.dataset.pane === name));
    if (name === "text") Place.scroll(Place.shown());      // on a narrow page the text was out of sight when words were shown
  }
  for (const button of document.querySelectorAll("[data-pane]")) button.addEventListener("click", () => pane(button.dataset.pane));
  one("#help-open").addEventListener("click", () => one("#help").showModal());

  const box = one("#single-keys");
  box.checked = localStorage.getItem("single-keys") !== "no";
  box.addEventListener("change", () => localStorage.setItem("single-keys", box.checked ? "yes" : "no"));

  // A card that an answer has opened gets the focus; another open one closes, unless something in it is not saved yet.
  document.addEventListener("htmx:before:request", (event) => { if (event.detail.ctx.request.method !== "GET") tell(""); });
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.matches && node.matches(".row"));
    const newest = added.find((card) => card.matches(".open-card"));
    if (newest) {
      for (const card of cards()) if (card !== newest && card.matches(".open-card") && !card.querySelector("[data-dirty]")) close(card);
      settle(newest);
    } else if (added.length && !document.activeElement.closest(".row")) added[0].querySelector(".head").focus({ preventScroll: true });
  }).observe(one("#rows"), { childList: true });

  function close(card) { htmx.ajax("GET", `/rows/${card.dataset.row}?open=false`, { target: "#" + card.id, swap: "outerHTML" }); }

  function settle(card) {
    arrive(card);
    (card.querySelector("[aria-invalid]") || card.querySelector(".head")).focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const anchor = Number(card.dataset.anchor);
    if (anchor >= 0) Place.scroll([[anchor, anchor + 1]]);
  }

  document.addEventListener("htmx:response:error", (event) => {
    const ctx = event.detail.ctx, status = ctx && ctx.response ? ctx.response.status : 0, said = one("#notice").dataset;
    const plain = ctx && ctx.text && !ctx.text.includes("<") ? ctx.text.trim() : "";
    if (status === 401) tell(said.stale);
    else if (status >= 500) tell(said.failed);
    else if (plain) tell(plain);           // what the server says in the language of the page
  });
  document.addEventListener("htmx:error", () => tell(one("#notice").dataset.failed));

  if (opened()) settle(opened());
  return { tell, pane, opened };
})();
