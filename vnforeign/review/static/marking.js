// The text itself: a cursor over entities, selections, and the bar that makes entities of them.
"use strict";
const Marking = (() => {
  const bar = document.getElementById("marking");
  let here = null;     // the chosen words: {start, end, label}, label empty for a bare selection
  let last = -1;       // where the words began that were chosen last: arrows go on from there

  const box = () => document.getElementById("text");
  const marks = () => document.getElementById("marks").dataset.marks.split(";").filter(Boolean).map((each) => {
    const [start, end, label] = each.split(",");
    return { start: Number(start), end: Number(end), label };
  });

  function choose(words, old) {
    here = words;
    bar.hidden = !words;
    Place.show("cursor", words ? [[words.start, words.end]] : []);
    if (!words) return;
    last = words.start;
    passage(words.start);
    const { start, end, old: was, label } = bar.elements;
    start.value = words.start; end.value = words.end; was.value = old || "";
    bar.elements.value.value = "";
    if (words.label) label.value = words.label;
    document.getElementById("selected").textContent = Place.said(words.start, words.end).replace(/\s+/g, " ");
    document.getElementById("unmark").hidden = !old;
    for (const each of bar.querySelectorAll("[data-old]")) each.hidden = (each.dataset.old === "yes") !== Boolean(old);
    Place.scroll([[words.start, words.end]]);
  }

  const name = (mark) => [mark.start, mark.end, mark.label].join(",");

  function at(offset) {              // the shortest entity that holds an offset
    const found = marks().filter((mark) => mark.start <= offset && offset < mark.end);
    return found.sort((a, b) => (a.end - a.start) - (b.end - b.start))[0];
  }

  function enter() {                 // into the text: arrows go on from the chosen words, or from those of the row, or from what is in sight
    if (!here) {
      const start = Fields.words(Keys.opened()), held = start >= 0 ? at(start) : first();
      last = (held ? held.start : start) - 1;
    }
    box().focus({ preventScroll: true });
  }

  function first() {                 // the first entity in sight
    const top = document.querySelector(".text-pane").getBoundingClientRect().top;
    return marks().find((mark) => Place.range(mark.start, mark.end).getBoundingClientRect().bottom > Math.max(0, top));
  }

  function step(forward) {
    const all = marks(), from = last;
    const next = forward ? all.find((mark) => mark.start > from) : all.filter((mark) => mark.start < from).pop();
    if (next) choose({ ...next }, name(next));
  }

  function stretch(edge, forward) {  // moves an edge by a word
    if (!here) return;
    const text = Array.from(Place.text()), blank = (i) => /\s/.test(text[i] || " ");
    let place = here[edge] + (forward ? 0 : -1);
    const direction = forward ? 1 : -1;
    while (place >= 0 && place < text.length && blank(place)) place += direction;
    while (place >= 0 && place < text.length && !blank(place)) place += direction;
    place = edge === "end" ? place : place + (forward ? 0 : 1);
    if (edge === "end" && !forward) place += 1, place = trim(text, place);
    if (edge === "start" && forward) while (place < here.end && blank(place)) place += 1;
    const moved = { ...here, [edge]: place };
    if (moved.start < moved.end) choose(moved, bar.elements.old.value);
  }
  const trim = (text, end) => { while (end > 0 && /\s/.test(text[end - 1])) end -= 1; return end; };

  function selection() {
    const chosen = document.getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const start = Place.offset(range.startContainer, range.startOffset), end = Place.offset(range.endContainer, range.endOffset);
    return start >= 0 && end > start ? { start, end, label: "" } : null;
  }

  function passage(offset) {
    document.getElementById("passage").dataset.at = offset;
    if (document.getElementById("passage-box").open) load();
  }
  function load() {
    const panel = document.getElementById("passage"), card = Keys.opened();
    if (!panel.dataset.at && card && card.dataset.anchor >= 0) panel.dataset.at = card.dataset.anchor;      // nothing was chosen yet
    if (panel.querySelector("form[data-dirty]")) Keys.tell(document.getElementById("notice").dataset.unconfirmed);
    else if (panel.dataset.at) htmx.ajax("GET", panel.dataset.url + "?at=" + panel.dataset.at, { target: "#passage", swap: "innerHTML" });
  }

  function take(words) {             // new edges for the entity in the bar, or for one that keeps an edge; else bare words
    const crosses = (mark) => mark.start < words.end && words.start < mark.end;
    const inBar = marks().find((mark) => !bar.hidden && name(mark) === bar.elements.old.value && crosses(mark));
    const old = inBar || marks().find(crosses);
    const keeps = old && (old === inBar || old.start === words.start || old.end === words.end);
    choose({ ...words, label: old ? old.label : "" }, keeps ? name(old) : "");
  }

  // A finger selects with handles and lifts no mouse button: what it has selected waits for a button of its own.
  const grab = document.getElementById("grab");
  let finger = false, pressed = false, waiting = 0, grabbed = null;
  function settled() {
    const words = finger ? selection() : null;
    if (words) grabbed = words;
    grab.hidden = !words && !pressed;
  }
  document.addEventListener("pointerdown", (event) => { finger = event.pointerType !== "mouse"; pressed = event.target === grab; });
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(settled, 200); });
  grab.addEventListener("click", () => {
    clearTimeout(waiting);
    pressed = false;
    grab.hidden = true;
    if (grabbed) take(grabbed);
    document.getSelection().removeAllRanges();
  });

  for (const button of bar.querySelectorAll("[data-edge]"))
    button.addEventListener("click", () => stretch(button.dataset.edge, Boolean(button.dataset.forward)));

  document.addEventListener("mouseup", (event) => {
    if (!box() || !box().contains(event.target)) return;
    const words = selection();
    if (words) {
      if (!finger) take(words);
      return;
    }
    const caret = document.caretPositionFromPoint ? document.caretPositionFromPoint(event.clientX, event.clientY) : null;
    const place = caret ? Place.offset(caret.offsetNode, caret.offset) : -1;
    if (place >= 0) passage(place);
    const mark = event.target.closest(".s") && place >= 0 ? at(place) || at(place - 1) : null;
    choose(mark ? { ...mark } : null, mark ? name(mark) : "");
  });

  document.getElementById("unchoose").addEventListener("click", () => { choose(null); box().focus({ preventScroll: true }); });
  document.getElementById("offer").addEventListener("click", () => offer());
  document.getElementById("unmark").addEventListener("click", () => unmark());
  document.getElementById("passage").addEventListener("change", (event) => { event.target.form.dataset.dirty = "yes"; });
  document.addEventListener("htmx:before:swap", (event) => {      // an answer that comes too late takes nothing away
    const { request, target } = event.detail.ctx;
    if (request.method === "GET" && target?.id === "passage" && target.querySelector("form[data-dirty]")) event.preventDefault();
  });
  document.addEventListener("htmx:after:swap", () => {
    const panel = document.getElementById("passage-box");
    if (panel.contains(document.activeElement) && document.activeElement.tagName === "SUMMARY") panel.scrollIntoView({ block: "start" });
  });
  document.getElementById("passage-box").addEventListener("toggle", (event) => {
    if (!event.target.open) event.target.querySelector("form[data-dirty]")?.removeAttribute("data-dirty");      // closed: given up
    else load();
  });

  function offer() {
    const narrow = !document.getElementById("rows").offsetParent;
    if (here && narrow && Fields.current()) Keys.pane("rows");      // a field out of sight cannot be filled
    if (!here || Fields.fill(here.start, here.end)) { choose(null); return; }
    Keys.tell(document.getElementById("notice").dataset.noField);
  }
  function unmark() {
    bar.elements.remove.disabled = false;
    bar.requestSubmit(document.getElementById("mark"));
    bar.elements.remove.disabled = true;
  }
  function answered() {              // the text has changed: whoever was in the bar goes back into the text
    if (!here) return;
    if (bar.contains(document.activeElement)) box().focus({ preventScroll: true });
    choose(null);
  }
  new MutationObserver(answered).observe(document.querySelector(".text-pane"), { childList: true, subtree: true });

  return { choose, enter, step, stretch, offer, unmark, chosen: () => here, load, passage };
})();
