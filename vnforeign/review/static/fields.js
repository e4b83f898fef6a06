// Fields and their words: hovering or focusing a field shows its words; words that were chosen fill the field left last.
"use strict";
const Fields = (() => {
  let last = null;     // the id of the field that was left last
  let lit = null;      // the field whose words were shown last
  const MOST = 200;    // characters of words below a field
  const asked = (node) => node instanceof Element && node.closest("[data-words]");
  const companion = (field) => field.form.elements["w_" + field.dataset.key];

  function point(field, scroll) {
    const words = field ? Place.pairs(field.dataset.words) : [];
    lit = field;
    Place.show("words", words);
    if (scroll) Place.scroll(words);
  }

  function quote(field) {            // the words stand below the field; where the text is out of sight, with what is around them
    const old = document.querySelector(".quote");
    if (old) old.remove();
    if (!field.dataset.words) return;
    const line = document.createElement("p");
    line.className = "hint quote";
    line.append(...(document.getElementById("text").offsetParent ? named(field) : around(field)));
    field.closest(".field").append(line);
  }

  function named(field) {            // From: “words”
    const said = Place.pairs(field.dataset.words).map((words) => Place.said(...words).replace(/\s+/g, " ").trim()).join(" … ");
    const short = said.length > MOST ? said.slice(0, MOST).trim() + "…" : said;
    return [document.getElementById("rows").dataset.from.replace("{said}", () => short)];
  }

  function around(field) {
    const [[start, end]] = Place.pairs(field.dataset.words), words = document.createElement("mark");
    words.textContent = Place.said(start, end);
    return ["…" + Place.said(Math.max(0, start - 60), start), words, Place.said(end, Math.min(Place.size(), end + 60)) + "…"];
  }

  document.addEventListener("focusin", (event) => {
    const field = asked(event.target);
    const card = event.target.closest(".open-card");
    if (field) { last = field.id; point(field, true); quote(field); }
    else if (card && last && !card.contains(document.getElementById(last))) last = null;     // another row: its first field is meant
  });
  document.addEventListener("mouseover", (event) => {
    const box = event.target instanceof Element && event.target.closest(".field");
    const field = box && box.querySelector("[data-words]");
    if (field && field.dataset.words) point(field, true);
  });
  document.addEventListener("input", (event) => {
    const field = asked(event.target);
    if (!field) return;
    field.dataset.words = companion(field).value = "";     // typed by hand: the old words are no longer behind it
    quote(field);
    dirty(field.form);
  });

  function dirty(form) {
    form.dataset.dirty = "yes";
    Drafts.keep(form);
    const sign = form.querySelector(".unsaved");
    if (sign) sign.hidden = false;
  }

  function current() {
    const field = last && document.getElementById(last);
    const card = Keys.opened();
    return field || (card && card.querySelector("[data-words]"));
  }

  function fill(start, end) {        // the words of the text go into the field
    const field = current();
    if (!field) return false;
    const said = Place.said(start, end).replace(/\s+/g, " ").trim(), words = start + "-" + end;
    const adds = field.tagName === "TEXTAREA" && field.value.trim() && field.dataset.type === "list";
    if (field.tagName !== "SELECT") field.value = adds ? field.value.trim() + "; " + said : said;
    field.dataset.words = companion(field).value = adds && field.dataset.words ? field.dataset.words + "," + words : words;
    dirty(field.form);
    field.focus();
    quote(field);
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  function words(card) {             // where the shown words of a row begin, else its own words; -1 without any
    const shown = lit && card && card.contains(lit) ? Place.pairs(lit.dataset.words) : [];
    return shown.length ? shown[0][0] : card ? Number(card.dataset.anchor) : -1;
  }

  const changed = () => document.querySelector("form[data-dirty]") !== null;
  window.addEventListener("beforeunload", (event) => { if (changed()) event.preventDefault(); });
  return { fill, current, point, dirty, words };
})();
