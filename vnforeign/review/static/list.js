// The list of documents: its address follows what is searched for, "/" goes to the search, a file too large is said before it is sent.
"use strict";
(() => {
  const search = document.querySelector(".search"), upload = document.getElementById("upload");

  document.addEventListener("htmx:after:swap", () => {
    const said = [...new FormData(search)].filter(([, value]) => value);
    history.replaceState(null, "", said.length ? "/?" + new URLSearchParams(said) : "/");
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey || localStorage.getItem("single-keys") === "no") return;
    event.preventDefault();
    document.getElementById("q").select();
  });

  upload.addEventListener("submit", (event) => {
    const size = [...upload.elements.files.files].reduce((sum, file) => sum + file.size, upload.elements.text.value.length);
    const told = document.getElementById("too-large");
    told.hidden = size <= Number(upload.dataset.most);
    if (!told.hidden) event.preventDefault();
  });
})();
