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
  // Accents, kinds of quotation marks and of hyphens make no other word; each sign stays one sign.
  const fold = (text) => text.toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (c) => c.normalize("NFD")[0])
    .replace(/[‘’ʼ′]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑‒–—−]/g, "-").replace(/\s/g, " ");
  const plain = (text) => fold(text).replace(/ +/g, " ");
  const shown = one("#shown");
  // The words of each version by themselves, so that a phrase is found across an edit.
  const textOf = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node; (node = walker.nextNode());) if (!node.parentElement.matches(".sign")) text += node.data;
    return text;
  };
  // What stands on the page beside the paragraphs is searched as well: the first page, headings, brief lines.
  const top = all("header.top h1, header.top p, header.top dd"), brief = all("#folded dd");
  const others = [...top, ...heads, ...brief];
  const words = new Map(pairs.map((pair) => {
    const sides = all(".side", pair);
    const parts = sides.length ? sides : all(".text", pair);
    return [pair, parts.map((part) => plain(textOf(part)))];
  }));
  for (const part of others) words.set(part, [plain(textOf(part))]);

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
    for (const pair of [...pairs, ...others.filter((part) => part.classList.contains("hit"))]) {
      if (pair.classList.contains("out")) continue;
      for (const part of pair.matches("article") ? all(".text, .side", pair) : [pair]) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const text = fold(node.data);
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
    return all("#text .news, #text article.pair, .hit").filter((element) =>
      !element.classList.contains("out") &&
      (filtering ? element.matches("article, .hit") : element.classList.contains("news")));
  };

  const filter = () => {
    const query = plain(search.value.trim());
    const filtering = Boolean(kind.value || weight.value || query);
    const says = (part) => words.get(part).some((text) => text.includes(query));
    for (const pair of pairs) {
      out(pair, filtering && !(wanted(pair) && (!query || says(pair))));
    }
    // They are of no kind and no weight.
    const wide = Boolean(query) && !kind.value && !weight.value;
    for (const part of others) part.classList.toggle("hit", wide && says(part));
    for (const row of rows) {
      out(row, filtering && !(wanted(row) && (!query || plain(row.textContent).includes(query))));
    }
    const facts = one("#facts"), folded = one("#folded");
    if (facts) {
      out(facts, filtering && rows.every((row) => row.classList.contains("out")));
      // What is the same in both is no change that a filter could find.
      for (const rest of all("#facts > p, #facts > dl", facts.parentElement)) out(rest, filtering);
    }
    const hit = (part) => part.classList.contains("hit");
    for (const line of brief) out(line, filtering && !hit(line));
    for (const row of all("#folded dl > div")) out(row, filtering && !all("dd", row).some(hit));
    if (folded) out(folded, filtering && !brief.some(hit));
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
      let stays = hit(head) || head.closest(".group").dataset.stays === "yes";
      if (filtering && !stays) {
        for (const later of heads.slice(heads.indexOf(head) + 1)) {
          if (Number(later.tagName[1]) <= level) break;
          if (hit(later) || later.closest(".group").dataset.stays === "yes") { stays = true; break; }
        }
      }
      out(head, !stays);
    }
    const count = stops().length;
    const noun = filtering ? (count === 1 ? "text found" : "texts found")
      : (count === 1 ? "change" : "changes");
    status.textContent = count + " " + noun;
    tell(filtering, count, pairs.length + (wide ? others.length : 0));
    highlight(query);
  };

  // On the page itself, and so on paper: what is left out, and how to have it back.
  const tell = (filtering, count, total) => {
    shown.hidden = !filtering;
    shown.replaceChildren();
    if (!filtering) return;
    const name = (field) => field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "");
    const asked = [];
    if (kind.value) asked.push("changes of the kind “" + name(kind) + "”");
    if (weight.value) asked.push("changes of the weight “" + name(weight) + "”");
    if (search.value.trim()) asked.push("texts with “" + search.value.trim() + "”");
    const found = count ? "Shown: only " : "Nothing was found. Looked for: ";
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = "Show all";
    back.addEventListener("click", () => { clear(); search.focus(); });
    const many = count ? ", " + count + " of " + total + " texts. " : ". ";
    shown.append(found + asked.join(" and ") + many, back);
  };

  const go = (step) => {
    const list = stops();
    if (!list.length) return;
    let at = list.findIndex((element) => element.contains(document.activeElement));
    if (at < 0) {
      // From where the reader is on the page.
      const first = list.findIndex((element) => element.getBoundingClientRect().top > covered() + 2);
      at = step > 0 ? (first < 0 ? list.length : first) - 1 : (first < 0 ? list.length : first);
    }
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    reveal(next);
    pad();
    if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
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
    pad();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  const clear = () => { kind.value = weight.value = search.value = ""; filter(); };
  const foldAll = () => {
    const open = unfold.textContent === "Unfold all";
    unfold.textContent = open ? "Fold all" : "Unfold all";
    shownInRun.clear();
    for (const run of runs) run.open = open;
  };

  // What the bar covers, which is more with the keys open, is no place for what was jumped to.
  const bar = one(".tools");
  const covered = () => getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
  const pad = () => {
    document.documentElement.style.scrollPaddingTop = covered() ? (covered() + 12) + "px" : "";
  };
  pad();
  new ResizeObserver(pad).observe(bar);
  window.addEventListener("resize", pad);

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
