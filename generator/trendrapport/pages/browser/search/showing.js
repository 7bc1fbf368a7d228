(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  // Characters of an excerpt, about: three lines, also on a phone.
  const LENGTH = matchMedia("(max-width: 40rem)").matches ? 130 : 190;
  const BEFORE = 40; // of which this many come before what was found

  search.labels = search.translations[document.documentElement.lang] ?? Object.values(search.translations)[0];
  search.phrase = (name, values = {}) => {
    let text = search.labels[name];
    for (const [key, value] of Object.entries(values)) text = text.replace(`{${key}}`, () => value);
    return text;
  };
  // What a language does with numbers takes longer to look up than a search takes; small ones are the same in
  // those of a report.
  search.count = (number) =>
    number < 1000 ? `${number}` : number.toLocaleString(document.documentElement.lang);
  search.countPhrase = (name, number, values = {}) =>
    search.phrase(`${name}_${number === 1 ? "one" : "other"}`, { count: search.count(number), ...values });

  search.element = (tag, settings = {}, ...parts) => {
    const made = Object.assign(document.createElement(tag), settings);
    made.append(...parts);
    return made;
  };

  const marked = (pieces) =>
    pieces.map(([text, term]) => (term < 0 ? text : search.element("mark", {}, text)));

  // The pieces of a passage around where most of the typed words are close together.
  const excerpt = (pieces) => {
    const hits = [];
    let length = 0;
    for (const [text, term] of pieces) {
      if (term >= 0) hits.push([length, term]);
      length += text.length;
    }
    let [best, start] = [0, 0];
    for (const [from] of hits) {
      const count = termsAfter(hits, from);
      if (count > best) [best, start] = [count, from];
    }
    return around(pieces, Math.max(0, Math.min(start - BEFORE, length - LENGTH)));
  };

  // The number of typed words that are found in an excerpt from here on.
  const termsAfter = (hits, from) => {
    const end = from + LENGTH - BEFORE;
    const within = hits.filter(([at]) => at >= from && at < end);
    return new Set(within.map(([, term]) => term)).size;
  };

  const around = (pieces, start) => {
    const end = start + LENGTH;
    const kept = [];
    let at = 0;
    for (const [text, term] of pieces) {
      if (term < 0) kept.push([clipped(text, start - at, end - at), term]);
      else if (at >= start && at < end) kept.push([text, term]);
      at += text.length;
    }
    return kept.filter(([text]) => text);
  };

  // The part of a text from one position to another, without the words through which they cut.
  const clipped = (text, start, end) => {
    let shown = text.slice(Math.max(0, start), Math.max(0, end));
    if (shown && start > 0) shown = shown.replace(/^\S*\s/, "… ");
    if (shown && end < text.length) shown = shown.replace(/\s\S*$/, " …");
    return shown;
  };

  // The passage with the most of the typed words, the first of those; the first passage is the summary.
  const bestPassage = (passages, terms) => {
    let [most, best] = [-1, null];
    for (const [anchor, heading, text] of passages) {
      const pieces = search.split(text, terms);
      const headingPieces = search.split(heading, terms);
      const found = new Set([...pieces, ...headingPieces].map(([, term]) => term));
      found.delete(-1);
      if (found.size > most) [most, best] = [found.size, { anchor, pieces, headingPieces }];
    }
    return best;
  };

  const link = (found, number) => {
    const [, , , path, title] = found.list.documents[number];
    const words = marked(search.split(title, found.terms));
    return search.element("a", { href: search.address(path) }, ...words);
  };

  const fill = async (found, number, note, text) => {
    await search.later();
    const passages = await search.item("texts", number).then(search.later);
    const { anchor, pieces, headingPieces } = bestPassage(passages, found.terms);
    const [page] = found.list.documents[number][3].split("#");
    const href = search.address(`${page}#${anchor}`);
    if (headingPieces.length) {
      if (note.textContent) note.append(" · ");
      note.append(search.element("a", { href }, ...marked(headingPieces)));
    }
    text.append(...marked(excerpt(pieces)));
  };

  const filling = new Set(); // the excerpts that are still to come
  search.filled = () => Promise.all(filling);

  // The other editions in which a trend is found.
  const elsewhere = (found, others) => {
    const links = others.map((number) => {
      const [, edition, , path] = found.list.documents[number];
      const name = found.list.editions[edition]?.[1] ?? path;
      return search.element("a", { href: search.address(path) }, name);
    });
    const between = links.flatMap((link, index) => (index ? [", ", link] : [link]));
    return search.element("p", { className: "note" }, `${search.labels.also} `, ...between);
  };

  const item = (found, { number, others }) => {
    const [, edition, categories, , , language] = found.list.documents[number];
    const languageName = found.list.languages.find(([one]) => one === language)?.[1];
    const editionName = found.list.editions[edition]?.[1];
    const categoryNames = categories.map((one) => found.list.categories[one][1]);
    const words = [languageName, editionName, ...categoryNames].filter(Boolean);
    const lang = language ?? found.list.languages[0][0];
    const heading = search.element("h3", { lang }, link(found, number));
    const note = search.element("p", { className: "note" }, words.join(" · "));
    const text = search.element("p", { className: "found-text", lang });
    // A result without an excerpt is one all the same.
    const filled = fill(found, number, note, text)
      .catch(() => {})
      .finally(() => filling.delete(filled));
    filling.add(filled);
    const parts = others.length ? [elsewhere(found, others)] : [];
    return search.element("li", {}, heading, note, text, ...parts);
  };

  const byKind = (found, documents) => {
    const kinds = new Map();
    for (const one of documents) {
      const kind = found.list.documents[one.number][0];
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(one);
    }
    return [...kinds];
  };

  // Results by kind, the kind with the best result first; `more` makes the way to those of a kind that are
  // left out.
  search.grouped = (found, documents, most, more) =>
    byKind(found, documents).map(([kind, own]) => {
      const [name, label] = found.list.kinds[kind];
      const count = search.element("span", { className: "note" }, `(${search.count(own.length)})`);
      const heading = search.element("h2", { id: `found-${name}` }, label, " ", count);
      const items = own.slice(0, most).map((one) => item(found, one));
      const section = search.element("section", {}, heading, search.element("ul", {}, ...items));
      section.setAttribute("aria-labelledby", heading.id);
      if (own.length > most) section.append(more(name, label, own.length));
      return section;
    });

  // What a status says of a search: how much was found, and whether that is what was typed.
  search.summary = (found, count, query) => {
    const sentences = [
      count ? search.countPhrase("found", count, { query }) : search.phrase("nothing", { query }),
    ];
    if (found.partial && count) sentences.push(search.phrase("partial"));
    for (const { typed, guessed } of found.terms) {
      if (guessed.length) sentences.push(search.phrase("guessed", { typed, words: guessed.join(", ") }));
    }
    return sentences.join(" ");
  };

  // Arrow keys go along the results, from the field and back to it.
  search.walkWithArrows = (box, field) =>
    box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...box.querySelectorAll(".results h3 a")];
      const focus = document.activeElement;
      const at = stops.indexOf(focus.closest("li")?.querySelector("h3 a") ?? focus);
      const next = stops[at + step];
      if (!step || at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });

  // Says something a moment after the last letter, so that a screen reader is not interrupted at each.
  const saying = new WeakMap();
  search.announce = (status, text) => {
    const say = () => {
      status.textContent = text;
    };
    clearTimeout(saying.get(status));
    saying.set(status, setTimeout(say, 300));
  };

  // Calls back a moment after the last of several calls.
  search.debounced = (task, wait) => {
    let timer = 0;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(task, wait, ...values);
    };
  };
})();
