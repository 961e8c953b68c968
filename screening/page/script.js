"use strict";
// Filters the announcements, and opens what a link leads to. The page is whole without it.
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const entries = [...document.querySelectorAll("article.entry")];
  const fields = ["relevance", "issuer", "target", "measure", "category", "status"];
  const parts = new Map(entries.map((entry) => [entry.id, [entry]]));
  for (const part of document.querySelectorAll("[data-of]")) {
    parts.get(part.dataset.of)?.push(part);
  }

  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const textOf = (entry) => {
    if (!texts.has(entry)) texts.set(entry, fold(entry.textContent));
    return texts.get(entry);
  };

  const matches = (entry, wanted, words) =>
    fields.every((name) => !wanted[name] || entry.dataset[name].split(" ").includes(wanted[name])) &&
    words.every((word) => textOf(entry).includes(word));

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = fold(wanted.words).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      const fits = matches(entry, wanted, words);
      count += fits;
      for (const part of parts.get(entry.id)) part.classList.toggle("hidden", !fits);
    }
    shown.textContent = `${count} of ${entries.length} shown`;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest(".hidden")) {
      form.reset();
      apply();
    }
    for (let at = target; at; at = at.parentElement?.closest("details")) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = entries.length < 2;
  apply();
  if (location.hash) reveal();
})();
