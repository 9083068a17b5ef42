"use strict";
(() => {
  /* The page is whole without this; here entries are hidden that are not asked for. What is asked stands in the form and
     in the address. Only what is near the window changes at once, the rest when the browser has time, all before printing. */
  const find = id => document.getElementById("chn:" + id);
  const form = find("filter"), count = find("count"), shownNote = find("shown"), said = find("said"), dialog = find("keys");
  const fields = form.elements;
  const columns = JSON.parse(find("columns").textContent);
  const entries = [...document.querySelectorAll(".e")], chunks = [...document.querySelectorAll(".c")];
  const groups = [...document.querySelectorAll(".g")], notes = [...document.querySelectorAll(".notes li")];
  const total = entries.length, nowhere = total;
  const picture = find("picture"), marks = new Map([...picture?.querySelectorAll("[data-id]") ?? []].map(mark => [mark.dataset.id, mark]));
  const markOf = columns.same.map((first, i) => (first === i ? marks.get(entries[i].id) : undefined));
  const marked = new Uint8Array(total).fill(1), seen = new Uint8Array(total); /* events whose marks are shown; that match */

  /* Chunks and groups as ranges: chunk c holds the entries from start[c] up to start[c + 1]. */
  const start = new Int32Array(chunks.length + 1), groupOf = new Int32Array(chunks.length), chunkOf = new Int32Array(total);
  const parents = new Map(groups.map((group, i) => [group, i]));
  for (let c = 0, i = 0; c < chunks.length; c++) {
    for (const n = i + chunks[c].querySelectorAll(".e").length; i < n; i++) chunkOf[i] = c;
    start[c + 1] = i;
    groupOf[c] = parents.get(chunks[c].parentNode);
  }

  const from = Float64Array.from(columns.from, year => year ?? -Infinity), to = Float64Array.from(columns.to, year => year ?? Infinity);
  const texts = new Array(total);
  const passes = new Uint8Array(total).fill(1);  /* all but words */
  const matches = new Uint8Array(total).fill(1); /* all */
  const shows = new Uint8Array(total).fill(1);   /* what the page has */
  const inChunk = new Int32Array(chunks.length), inGroup = new Int32Array(groups.length);

  /* As the engine folds text: case, compatibility forms and accents go, quotation marks and dashes become one. */
  const fold = text => {
    if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ");
    return text.toUpperCase().toLowerCase().replace(/\u03c2/g, "\u03c3").replace(/\u00b4/g, "'").normalize("NFKD").replace(/\p{M}+/gu, "")
      .replace(/[\u2018\u2019\u201b\u02bc\u02b9\u2032`]/g, "'").replace(/[\u201c-\u201e\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s+/g, " ");
  };
  const textOf = i => texts[i] ??= fold(entries[i].textContent);

  const idle = window.requestIdleCallback ?? (run => setTimeout(() => {
    const end = performance.now() + 8;
    run({ timeRemaining: () => end - performance.now() });
  }, 30));
  /* Does a job step by step whenever there is time; the latest call counts. */
  const later = job => {
    let asked = false;
    const run = deadline => {
      while (deadline.timeRemaining() > 1)
        if (!job()) { asked = false; return; }
      idle(run);
    };
    return () => {
      if (!asked) { asked = true; idle(run); }
    };
  };

  let folded = 0;
  const foldAll = later(() => {
    for (const end = Math.min(total, folded + 20); folded < end; folded++) textOf(folded);
    return folded < total;
  });

  /* Links to entries are made for those that may be seen. */
  const linked = new Uint8Array(chunks.length);
  const addressOf = i => "#" + entries[columns.same[i]].id;
  const linkChunk = c => {
    if (linked[c]) return;
    linked[c] = 1;
    for (let i = start[c]; i < start[c + 1]; i++) {
      const link = document.createElement("a");
      link.className = "l";
      link.href = addressOf(i);
      link.ariaLabel = "Copy link";
      (entries[i].cells?.[2] ?? entries[i]).append(link);
      if (marks.has(entries[columns.same[i]].id)) linkMark(i, link);
    }
  };

  /* The picture's marks, by the ids of entries: each leads to its entry, and a link of the entry back. */
  const linkMark = (i, before) => {
    const link = document.createElement("a");
    link.className = "l v";
    link.href = "#chn:picture";
    link.ariaLabel = "Show in the picture";
    link.dataset.mark = entries[columns.same[i]].id;
    before.before(link);
  };
  const goToMark = id => {
    const mark = marks.get(id);
    if (!mark) return;
    picture.querySelector(".at")?.classList.remove("at");
    mark.classList.add("at");
    mark.scrollIntoView({ block: "center", inline: "center" });
  };
  let nextMark = total;
  const showMarks = end => {
    for (; nextMark < end; nextMark++)
      if (markOf[nextMark] && marked[nextMark] !== seen[nextMark]) markOf[nextMark].classList.toggle("off", !(marked[nextMark] = seen[nextMark]));
  };

  /* Chunks that may be seen. */
  const near = new Set();
  const watch = new IntersectionObserver(changes => {
    for (const change of changes) {
      const c = chunks.indexOf(change.target);
      if (change.isIntersecting) { near.add(c); linkChunk(c); showChunk(c); } else near.delete(c);
    }
  }, { rootMargin: "60% 0px" });

  const showChunk = c => {
    if (inChunk[c] === 0) return 0;
    for (let i = start[c]; i < start[c + 1]; i++)
      if (shows[i] !== matches[i]) entries[i].hidden = !(shows[i] = matches[i]);
    return inChunk[c];
  };

  let nextChunk = chunks.length, nextNote = notes.length;
  const usedNotes = new Uint8Array(notes.length + 1);
  /* A note that stands in place of another's words keeps that one. */
  const useNotes = () => {
    usedNotes.fill(0);
    for (let i = 0; i < total; i++) if (matches[i]) usedNotes[columns.note[i]] = 1;
    for (let n = notes.length; n > 0; n--)
      if (usedNotes[n])
        for (const link of notes[n - 1].querySelectorAll('a[href^="#n:"]')) usedNotes[+link.hash.slice(3)] = 1;
  };
  const showRest = () => {
    if (nextMark < total) { showMarks(Math.min(total, nextMark + 200)); return true; }
    if (nextChunk < chunks.length) { showChunk(nextChunk++); return true; }
    if (nextNote === -1) { useNotes(); nextNote = 0; return true; }
    for (const end = Math.min(notes.length, nextNote + 50); nextNote < end; nextNote++) notes[nextNote].hidden = !usedNotes[nextNote + 1];
    return nextNote < notes.length;
  };
  const restLater = later(showRest);
  const showAll = () => { while (showRest()); };

  const links = new Map([...document.querySelectorAll("nav a")].map(link => [link.hash.slice(1), link.parentNode]));
  const showGroups = () => {
    for (let c = 0; c < chunks.length; c++) {
      const none = inChunk[c] === 0;
      if (chunks[c].hidden !== none) chunks[c].hidden = none;
    }
    for (let g = 0; g < groups.length; g++) {
      /* A heading with nothing of its own goes where all that follows below it goes. */
      let n = inGroup[g];
      if (!groups[g].querySelector(".c") && groups[g].querySelector("h2"))
        for (let k = g + 1; k < groups.length && !groups[k].querySelector(":scope > h2"); k++) n += inGroup[k];
      if (groups[g].hidden !== (n === 0)) groups[g].hidden = n === 0;
      const link = links.get(groups[g].id);
      if (link && link.hidden !== (n === 0)) link.hidden = n === 0;
    }
  };

  const number = text => (/^\s*-?\d+\s*$/.test(text) ? Number(text) : null);
  const lists = { forum: columns.forums, actor: columns.actors, kind: columns.kinds, status: columns.statuses };
  const ask = () => {
    const asked = { words: fold(fields.words.value).match(/"[^"]*"?|\S+/g)?.map(word => word.replace(/"/g, "").trim()).filter(Boolean) ?? [],
      from: number(fields.from.value), to: number(fields.to.value), importance: number(fields.importance.value), disputed: fields.disputed.checked };
    for (const name in lists) asked[name] = fields[name].selectedIndex - 1;
    return asked;
  };

  let before = "";
  const pass = asked => {
    const { words, ...rest } = asked, key = JSON.stringify(rest);
    if (key === before) return;
    before = key;
    for (let i = 0; i < total; i++)
      passes[i] = (asked.from === null || to[i] >= asked.from) && (asked.to === null || from[i] <= asked.to) &&
        (asked.importance === null || columns.importance[i] >= asked.importance) && (!asked.disputed || columns.disputed[i] === 1) ? 1 : 0;
    for (const name in lists)
      if (asked[name] >= 0) for (let i = 0; i < total; i++) if (passes[i] && !lists[name][i].includes(asked[name])) passes[i] = 0;
  };

  const match = () => {
    const asked = ask(), words = asked.words;
    pass(asked);
    inChunk.fill(0);
    inGroup.fill(0);
    seen.fill(0);
    let n = 0;
    for (let i = 0; i < total; i++) {
      let is = passes[i];
      for (let k = 0; is && k < words.length; k++) is = textOf(i).includes(words[k]) ? 1 : 0;
      matches[i] = is;
      if (!is) continue;
      inChunk[chunkOf[i]]++;
      inGroup[groupOf[chunkOf[i]]]++;
      const first = columns.same[i];
      if (!seen[first]) { seen[first] = 1; n++; }
    }
    return n;
  };

  /* What is asked, in words: for print, which has no form. */
  const describe = () => {
    const parts = [];
    for (const field of fields) {
      const label = field.labels?.[0]?.firstChild.textContent.trim().toLowerCase();
      const isSet = field.type === "checkbox" ? field.checked : field.name && field.value.trim() !== "";
      if (field.name) field.classList.toggle("set", isSet);
      if (!isSet) continue;
      const value = field.options ? field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "").trim() : field.value.trim();
      parts.push(field.type === "checkbox" ? "disputed" : label + " " + (field.name === "words" ? "\u201c" + value + "\u201d" : value));
    }
    return parts.join("; ");
  };

  const all = new Set(columns.same).size;
  const write = (n, text) => {
    const events = all === 1 ? " event" : " events";
    const counted = text ? n + " of " + all + events : all + events;
    if (count.value !== counted) count.value = counted;
    shownNote.hidden = !text;
    shownNote.textContent = text ? "Shown: " + counted + "; " + text + "." : "";
  };

  const address = () => {
    const asked = new URLSearchParams();
    for (const field of fields)
      if (field.name && (field.type === "checkbox" ? field.checked : field.value.trim() !== "")) asked.append(field.name, field.value.trim());
    return asked.size ?? [...asked].length ? "#?" + asked : "";
  };
  let waiting = 0;
  const keepAddress = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const hash = address();
      if (hash ? location.hash !== hash : location.hash.startsWith("#?")) history.replaceState(null, "", hash || location.href.split("#")[0]);
    }, 150);
  };

  const ENOUGH = 60; /* entries fill any window */
  const apply = () => {
    const n = match();
    showGroups();
    write(n, describe());
    let c = near.size > 0 ? Math.min(...near) : 0;
    for (let filled = 0; c < chunks.length && filled < ENOUGH; c++) filled += showChunk(c);
    nextChunk = nextMark = 0;
    nextNote = -1;
    showMarks(Math.min(total, 500));
    restLater();
  };
  const change = () => { apply(); keepAddress(); };

  const read = () => {
    if (!location.hash.startsWith("#?")) return false;
    const asked = new URLSearchParams(location.hash.slice(2));
    for (const field of fields) {
      if (!field.name) continue;
      const value = asked.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = value === field.value;
      else field.value = value;
      if (field.options && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    apply();
    return true;
  };

  /* Again until nothing moves: what comes into the window has been laid out only by then. */
  const goTo = (element, block, tries = 6) => {
    const before = element.getBoundingClientRect().top;
    element.scrollIntoView({ block });
    if (tries > 0 && (tries === 6 || before !== element.getBoundingClientRect().top)) requestAnimationFrame(() => goTo(element, block, tries - 1));
  };

  /* An address names an entry or a note that is hidden: everything is shown, so that it can be gone to. */
  const reveal = () => {
    const target = document.querySelector(":target");
    if (!target || target.checkVisibility?.() !== false) return;
    form.reset();
    apply();
    showAll();
    goTo(target, "start");
  };

  let saidUntil = 0;
  const say = text => {
    said.textContent = text;
    clearTimeout(saidUntil);
    saidUntil = setTimeout(() => { said.textContent = ""; }, 2500);
  };
  const copy = async hash => {
    try {
      await navigator.clipboard.writeText(location.href.split("#")[0] + hash);
      say("Link copied");
    } catch {
      location.hash = hash;
      say("The link is in the address bar");
    }
  };

  /* Keys walk from the entry that has the focus, else from the one on top of the window. */
  const here = () => entries.indexOf(document.activeElement?.closest?.(".e"));
  const onTop = () => {
    for (const c of [...near].sort((a, b) => a - b))
      for (let i = start[c]; i < start[c + 1]; i++)
        if (matches[i] && entries[i].getBoundingClientRect().bottom > 0) return i;
    return 0;
  };
  const walk = step => {
    let i = here();
    i = i < 0 ? (step > 0 ? onTop() - 1 : onTop()) + step * (step > 0 ? 1 : 0) : i + step;
    while (i >= 0 && i < nowhere && !matches[i]) i += step;
    if (i < 0 || i >= nowhere) return;
    showChunk(chunkOf[i]);
    entries[i].tabIndex = -1;
    entries[i].focus({ preventScroll: true });
    goTo(entries[i], "center");
  };
  const keys = {
    "/": () => { fields.words.focus(); fields.words.select(); form.scrollIntoView({ block: "nearest" }); },
    j: () => walk(1),
    k: () => walk(-1),
    o: () => { const box = entries[here()]?.querySelector("details"); if (box) box.open = !box.open; },
    c: () => { if (here() >= 0) copy(addressOf(here())); },
    p: () => { if (here() >= 0) goToMark(entries[columns.same[here()]].id); },
    x: () => form.reset(),
    g: () => { document.activeElement?.blur?.(); scrollTo(0, 0); },
    "?": () => dialog.showModal(),
  };
  const keysOn = find("keys-on");

  form.addEventListener("input", change);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  find("help").addEventListener("click", () => dialog.showModal());
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  /* In a narrow window the form scrolls away, and this leads back to it. */
  const back = document.querySelector(".f");
  new IntersectionObserver(([change]) => { back.hidden = change.isIntersecting; }).observe(form);
  back.addEventListener("click", event => {
    event.preventDefault();
    form.scrollIntoView();
    fields.words.focus({ preventScroll: true });
  });
  document.addEventListener("click", event => {
    const link = event.target.closest?.(".l");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.mark) goToMark(link.dataset.mark);
    else copy(link.hash);
  });
  picture?.addEventListener("click", event => {
    const id = event.target.closest("[data-id]")?.dataset.id;
    if (!id) return;
    location.hash = id;
    goTo(document.getElementById(id), "start");
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!keysOn.checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("beforeprint", showAll);
  addEventListener("hashchange", () => read() || reveal());
  for (const chunk of chunks) watch.observe(chunk);
  read() || apply();
  foldAll();
})();
