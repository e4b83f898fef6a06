// Places in the text: code-point offsets, as the library counts, to and from the page's own; words shown and scrolled to.
"use strict";
const Place = (() => {
  let nodes = [];      // text nodes of the document, in order
  let starts = [];     // the code-point offset where each begins
  let built = null;
  let latest = [];     // the words that were shown last

  const points = (text) => { let n = 0; for (const _ of text) n += 1; return n; };

  function index() {
    const box = document.getElementById("text");
    if (built === box) return box;
    nodes = []; starts = []; built = box;
    let at = 0;
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { nodes.push(walk.currentNode); starts.push(at); at += points(walk.currentNode.data); }
    starts.push(at);
    return box;
  }

  new MutationObserver(() => { built = null; }).observe(document.querySelector(".text-pane"), { childList: true, subtree: true });

  function find(offset) {           // the last node that begins at or before the offset
    let low = 0, high = nodes.length - 1;
    while (low < high) { const mid = (low + high + 1) >> 1; if (starts[mid] <= offset) low = mid; else high = mid - 1; }
    return low;
  }

  function unit(text, count) {      // code points to UTF-16 units
    let at = 0;
    while (count > 0 && at < text.length) { at += text.codePointAt(at) > 0xffff ? 2 : 1; count -= 1; }
    return at;
  }

  function range(start, end) {
    index();
    const made = document.createRange();
    const first = find(start), last = find(Math.max(start, end - 1));
    made.setStart(nodes[first], unit(nodes[first].data, start - starts[first]));
    made.setEnd(nodes[last], unit(nodes[last].data, end - starts[last]));
    return made;
  }

  function offset(node, at) {       // a place of the page as an offset, -1 outside the text
    const box = index();
    if (!box.contains(node)) return -1;
    if (node.nodeType !== Node.TEXT_NODE) {
      const before = document.createRange();
      before.setStart(box, 0); before.setEnd(node, at);
      return points(before.toString());
    }
    const place = nodes.indexOf(node);
    return starts[place] + points(node.data.slice(0, at));
  }

  const text = () => index().textContent;
  const size = () => { index(); return starts[starts.length - 1]; };
  const said = (start, end) => start < end ? range(start, end).toString() : "";
  const pairs = (words) => words.split(",").filter(Boolean).map((each) => each.split("-").map(Number));

  function show(name, words) {      // marks the words; the first of them comes into view
    if (words.length) latest = words;
    if (window.CSS && CSS.highlights) {
      if (words.length) CSS.highlights.set(name, new Highlight(...words.map(([start, end]) => range(start, end))));
      else CSS.highlights.delete(name);
    }
  }

  function scroll(words) {
    if (!words.length) return;
    const pane = document.querySelector(".text-pane");
    if (!pane.offsetParent) return;
    const place = range(...words[0]).getBoundingClientRect(), view = pane.getBoundingClientRect();
    const covered = Math.max(80, document.querySelector(".dock").offsetHeight + 30);
    if (place.top < view.top + 40 || place.bottom > view.bottom - covered)
      pane.scrollBy({ top: place.top - view.top - view.height / 3, behavior: "instant" });
  }

  const shown = () => latest;

  return { range, offset, text, size, said, pairs, show, scroll, shown };
})();
