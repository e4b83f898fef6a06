// The keyboard: what each key does, where the focus goes after a decision, and what is told when the server cannot answer.
"use strict";
const Keys = (() => {
  const one = (selector) => document.querySelector(selector);
  const cards = () => [...document.querySelectorAll(".row")];
  const opened = () => one(".open-card");
  const press = (selector) => { const button = one(selector); if (button) button.click(); return Boolean(button); };
  const verb = (name) => press(`.open-card [data-verb=${name}]`);

  function tell(said) { one("#notice").textContent = said; }

  function go(step) {                // opens the card after or before the open one
    const all = cards(), at = all.indexOf(opened());
    const next = all[at < 0 ? 0 : at + step];
    if (next) next.querySelector(".head").click();
  }

  function first() {
    const field = one(".open-card [data-words]");
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
    n: () => one("#new-type").focus(), t: () => { pane("text"); one("#text").focus(); }, "?": () => one("#help").showModal(),
    f: () => { const box = one("#passage-box"); box.open = !box.open; if (box.open) box.scrollIntoView({ block: "nearest" }); },
    m: () => { if (Marking.chosen()) one("#marking select").focus(); },
  };

  const inText = {
    ArrowRight: (event) => event.shiftKey ? Marking.stretch("end", true) : event.altKey ? Marking.stretch("start", true) : Marking.step(true),
    ArrowLeft: (event) => event.shiftKey ? Marking.stretch("end", false) : event.altKey ? Marking.stretch("start", false) : Marking.step(false),
    Enter: () => Marking.offer(), Delete: () => Marking.unmark(),
  };

  function typing(node) { return node instanceof Element && node.matches("input:not([type=checkbox], [type=radio]), textarea, select"); }

  function handle(event) {
    if (event.isComposing || one("dialog[open]")) return false;
    if (event.ctrlKey || event.metaKey) {
      const name = { Enter: "accept", Backspace: "reject", s: "save" }[event.key];
      return name ? verb(name) : false;
    }
    if (event.key === "Escape") { Marking.choose(null); tell(""); if (document.activeElement) document.activeElement.blur(); return true; }
    if (typing(event.target)) {
      const moves = event.key === "Enter" && event.target.matches(".cells [data-words]");
      if (moves) onwards(event.target);
      return moves;
    }
    if (event.target.id === "text" && inText[event.key]) { inText[event.key](event); return true; }
    if (event.altKey || !one("#single-keys").checked || !single[event.key]) return false;
    single[event.key]();
    return true;
  }
  document.addEventListener("keydown", (event) => { if (handle(event)) event.preventDefault(); });

  function pane(name) {
    document.body.classList.toggle("on-text", name === "text");
    for (const button of document.querySelectorAll("[data-pane]")) button.setAttribute("aria-pressed", String(button.dataset.pane === name));
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
    (card.querySelector("[aria-invalid]") || card.querySelector(".head")).focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const anchor = Number(card.dataset.anchor);
    if (anchor >= 0) Place.scroll([[anchor, anchor + 1]]);
  }

  document.addEventListener("htmx:response:error", (event) => {
    const status = event.detail.ctx && event.detail.ctx.response ? event.detail.ctx.response.status : 0;
    const said = one("#notice").dataset;
    if ([401, 403].includes(status)) tell(said.stale);
    else if (status >= 500 || status === 404 || status === 413) tell(said.failed);
  });
  document.addEventListener("htmx:error", () => tell(one("#notice").dataset.failed));

  if (opened()) settle(opened());
  return { tell, pane };
})();
