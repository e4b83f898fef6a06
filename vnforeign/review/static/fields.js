// Fields and their words: hovering or focusing a field shows its words; words that were chosen fill the field left last.
"use strict";
const Fields = (() => {
  let last = null;     // the id of the field that was left last
  const asked = (node) => node instanceof Element && node.closest("[data-words]");
  const companion = (field) => field.form.elements["w_" + field.dataset.key];

  function point(field, scroll) {
    const words = field ? Place.pairs(field.dataset.words) : [];
    Place.show("words", words);
    if (scroll) Place.scroll(words);
  }

  function quote(field) {            // where the text is out of sight, its words stand below the field
    const old = document.querySelector(".quote");
    if (old) old.remove();
    if (document.getElementById("text").offsetParent || !field.dataset.words) return;
    const [[start, end]] = Place.pairs(field.dataset.words), line = document.createElement("p"), words = document.createElement("mark");
    words.textContent = Place.said(start, end);
    line.className = "hint quote";
    line.append("…" + Place.said(Math.max(0, start - 60), start), words, Place.said(end, Math.min(Place.size(), end + 60)) + "…");
    field.closest(".field").append(line);
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
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  const changed = () => document.querySelector("form[data-dirty]") !== null;
  window.addEventListener("beforeunload", (event) => { if (changed()) event.preventDefault(); });
  return { fill, current, point, dirty };
})();
