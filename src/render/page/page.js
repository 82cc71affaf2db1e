"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const kind = one("#kind"), weight = one("#weight"), search = one("#search"), status = one("#status");
  document.documentElement.classList.add("js");
  if (!kind) return;
  for (const part of all(".scripted")) part.hidden = false;

  const pairs = all("article.pair"), rows = all("table.facts tbody tr");
  const groups = all(".group"), runs = all("details.run"), unfold = one("#unfold");
  const heads = all("#text h3, #text h4, #text h5, #text h6");
  const plain = (text) => text.replace(/\s+/g, " ").toLowerCase();
  // The words of each version by themselves, so that a phrase is found across an edit.
  const words = new Map(pairs.map((pair) => {
    const sides = all(".side", pair);
    const parts = sides.length ? sides : all(".text", pair);
    return [pair, parts.map((part) => plain(part.textContent))];
  }));

  const wanted = (element) => {
    if (!kind.value && !weight.value) return true;
    return (element.dataset.marks || "").split(" ").some((mark) => {
      const [k, w] = mark.split(":");
      return w && (!kind.value || k === kind.value) && (!weight.value || w === weight.value);
    });
  };
  const out = (element, is) => element.classList.toggle("out", is);
  const shownInRun = new Set();

  const highlight = (query) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (query.length < 2) return;
    const ranges = [];
    for (const pair of pairs) {
      if (pair.classList.contains("out")) continue;
      for (const part of all(".text, .side", pair)) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const text = node.data.toLowerCase();
          if (text.length !== node.data.length) continue;
          for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + query.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const stops = () => {
    const filtering = kind.value || weight.value || search.value.trim();
    return all("#text .news, #text article.pair").filter((element) =>
      !element.classList.contains("out") &&
      (filtering ? element.matches("article") : element.classList.contains("news")));
  };

  const filter = () => {
    const query = plain(search.value.trim());
    const filtering = Boolean(kind.value || weight.value || query);
    for (const pair of pairs) {
      out(pair, filtering && !(wanted(pair) && (!query || words.get(pair).some((text) => text.includes(query)))));
    }
    for (const row of rows) {
      out(row, filtering && !(wanted(row) && (!query || plain(row.textContent).includes(query))));
    }
    for (const table of all("table.facts")) out(table, rows.every((row) => row.classList.contains("out")));
    for (const run of runs) {
      const inside = all("article.pair", run).some((pair) => !pair.classList.contains("out"));
      out(run, !inside);
      if (filtering && inside && !run.open) { run.open = true; shownInRun.add(run); }
      if (!filtering && shownInRun.delete(run)) run.open = false;
    }
    // A heading stays where something stays under it.
    for (const group of groups) {
      const stays = all("article.pair", group).some((pair) => !pair.classList.contains("out"));
      group.dataset.stays = stays || !filtering ? "yes" : "";
    }
    for (const head of heads) {
      const level = Number(head.tagName[1]);
      let stays = head.closest(".group").dataset.stays === "yes";
      if (filtering && !stays) {
        for (const later of heads.slice(heads.indexOf(head) + 1)) {
          if (Number(later.tagName[1]) <= level) break;
          if (later.closest(".group").dataset.stays === "yes") { stays = true; break; }
        }
      }
      out(head, !stays);
    }
    const count = stops().length;
    const noun = filtering ? (count === 1 ? "paragraph found" : "paragraphs found")
      : (count === 1 ? "change" : "changes");
    status.textContent = count + " " + noun;
    highlight(query);
  };

  const go = (step) => {
    const list = stops();
    if (!list.length) return;
    const here = document.activeElement.closest("#text .news, #text article.pair");
    let at = here ? list.indexOf(here) : -1;
    if (at < 0) {
      // From where the reader is on the page.
      const first = list.findIndex((element) => element.getBoundingClientRect().top > 90);
      at = step > 0 ? (first < 0 ? list.length : first) - 1 : (first < 0 ? list.length : first);
    }
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    reveal(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    status.textContent = (list.indexOf(next) + 1) + " of " + list.length;
  };
  const reveal = (element) => {
    for (let up = element; up; up = up.parentElement) if (up.matches("details")) up.open = true;
  };
  const jump = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.classList.contains("out")) { clear(); }
    reveal(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  const clear = () => { kind.value = weight.value = search.value = ""; filter(); };
  const foldAll = () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(open));
    shownInRun.clear();
    for (const run of runs) run.open = open;
  };

  for (const input of [kind, weight]) input.addEventListener("change", filter);
  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); search.blur(); go(1); }
  });
  one("#next").addEventListener("click", () => go(1));
  one("#previous").addEventListener("click", () => go(-1));
  unfold.addEventListener("click", foldAll);
  window.addEventListener("hashchange", jump);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { clear(); return; }
    if (!one("#keys").checked || event.target.closest("input:not([type=radio]):not([type=checkbox]), select, textarea")) return;
    const act = {
      j: () => go(1), n: () => go(1), k: () => go(-1), p: () => go(-1), u: foldAll,
      v: () => { const now = one("#view-sides").checked; one(now ? "#view-inline" : "#view-sides").checked = true; },
      "/": () => search.focus(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  jump();
})();
