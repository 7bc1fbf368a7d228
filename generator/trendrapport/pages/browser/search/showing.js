(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  // Characters of an excerpt, about: three lines, also on a phone.
  const LENGTH = matchMedia("(max-width: 40rem)").matches ? 130 : 190;
  const BEFORE = 40; // so many of those stand before what was found

  search.labels = search.translations[document.documentElement.lang] ?? Object.values(search.translations)[0];
  search.said = (name, values = {}) =>
    Object.entries(values).reduce(
      (text, [key, value]) => text.replace(`{${key}}`, () => value),
      search.labels[name],
    );
  // What a language does with numbers takes longer to look up than a search takes; small ones are the same in
  // those of a report.
  search.count = (number) =>
    number < 1000 ? `${number}` : number.toLocaleString(document.documentElement.lang);
  search.told = (name, number, values = {}) =>
    search.said(`${name}_${number === 1 ? "one" : "other"}`, { count: search.count(number), ...values });

  search.made = (tag, settings = {}, ...parts) => {
    const made = Object.assign(document.createElement(tag), settings);
    made.append(...parts);
    return made;
  };

  const marked = (pieces) => pieces.map(([text, term]) => (term < 0 ? text : search.made("mark", {}, text)));

  // The pieces of a passage around where the most of what was asked stands together.
  const cut = (pieces) => {
    let [at, best, start] = [0, 0, 0];
    const hits = [];
    for (const [text, term] of pieces) {
      if (term >= 0) hits.push([at, term]);
      at += text.length;
    }
    for (const [from] of hits) {
      const seen = new Set(
        hits.filter(([place]) => place >= from && place < from + LENGTH - BEFORE).map(([, term]) => term),
      ).size;
      if (seen > best) [best, start] = [seen, from];
    }
    return around(pieces, Math.max(0, Math.min(start - BEFORE, at - LENGTH)));
  };

  const around = (pieces, start) => {
    const [end, kept] = [start + LENGTH, []];
    let at = 0;
    for (const [text, term] of pieces) {
      let shown =
        term < 0
          ? text.slice(Math.max(0, start - at), Math.max(0, end - at))
          : at >= start && at < end
            ? text
            : "";
      if (shown && term < 0 && start > at) shown = shown.replace(/^\S*\s/, "… ");
      if (shown && term < 0 && end < at + text.length) shown = shown.replace(/\s\S*$/, " …");
      if (shown) kept.push([shown, term]);
      at += text.length;
    }
    return kept;
  };

  // The passage with the most of what was asked, the first of those; the first passage is the summary.
  const passage = (passages, terms) =>
    passages
      .map((one) => [...one, search.split(one[2], terms), search.split(one[1], terms)])
      .map((one) => [
        new Set([...one[3], ...one[4]].map(([, term]) => term).filter((term) => term >= 0)).size,
        one,
      ])
      .reduce((best, one) => (one[0] > best[0] ? one : best))[1];

  const link = (found, number) => {
    const [, , , path, title] = found.list.documents[number];
    return search.made("a", { href: search.address(path) }, ...marked(search.split(title, found.terms)));
  };

  const fill = async (found, number, note, text) => {
    await search.later();
    const passages = await search.item("texts", number).then(search.later);
    const [anchor, heading, , pieces, head] = passage(passages, found.terms);
    const page = found.list.documents[number][3];
    if (heading)
      note.append(
        note.textContent ? " · " : "",
        search.made("a", { href: search.address(`${page.split("#")[0]}#${anchor}`) }, ...marked(head)),
      );
    text.append(...marked(cut(pieces)));
  };

  const filling = new Set(); // the excerpts that are still to come
  search.filled = () => Promise.all(filling);

  const item = (found, number) => {
    const [, edition, categories, , , language] = found.list.documents[number];
    const name = found.list.languages.find(([one]) => one === language)?.[1];
    const words = [
      name,
      found.list.editions[edition]?.[1],
      ...categories.map((one) => found.list.categories[one][1]),
    ].filter(Boolean);
    const [note, text] = [
      search.made("p", { className: "note" }, words.join(" · ")),
      search.made("p", { className: "found-text" }),
    ];
    const filled = fill(found, number, note, text)
      .catch(() => {})
      .finally(() => filling.delete(filled)); // a result without an excerpt is one all the same
    filling.add(filled);
    const lang = language ?? found.list.languages[0][0];
    return search.made(
      "li",
      {},
      search.made("h3", { lang }, link(found, number)),
      note,
      Object.assign(text, { lang }),
    );
  };

  const byKind = (found, documents) =>
    documents.reduce((kinds, one) => {
      const kind = found.list.documents[one.number][0];
      return kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    }, new Map());

  // Results by kind, the kind with the best result first; `more` makes the way to those of a kind that are
  // left out.
  search.grouped = (found, documents, most, more) =>
    [...byKind(found, documents)].map(([kind, own]) => {
      const [name, label] = found.list.kinds[kind];
      const heading = search.made(
        "h2",
        { id: `found-${name}` },
        label,
        " ",
        search.made("span", { className: "note" }, `(${search.count(own.length)})`),
      );
      const section = search.made(
        "section",
        {},
        heading,
        search.made("ul", {}, ...own.slice(0, most).map(({ number }) => item(found, number))),
      );
      section.setAttribute("aria-labelledby", heading.id);
      if (own.length > most) section.append(more(name, label, own.length));
      return section;
    });

  // What is said of a search: how much was found, and whether that is what was typed.
  search.summary = (found, count, query) => {
    const guesses = found.terms
      .filter((term) => term.guessed.length)
      .map((term) => search.said("guessed", { typed: term.typed, words: term.guessed.join(", ") }));
    return [
      count ? search.told("found", count, { query }) : search.said("nothing", { query }),
      ...(found.partial && count ? [search.said("partial")] : []),
      ...guesses,
    ].join(" ");
  };

  // Arrow keys go along the results, from the field and back to it.
  search.walkable = (box, field) =>
    box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...box.querySelectorAll(".results h3 a")];
      const at = stops.indexOf(
        document.activeElement.closest("li")?.querySelector("h3 a") ?? document.activeElement,
      );
      if (!step || at < 0 || at + step < 0 || !stops[at + step]) return;
      event.preventDefault();
      stops[at + step].focus();
    });

  // Says something a moment after the last letter, so that a screen reader is not interrupted at each.
  const saying = new WeakMap();
  search.tell = (status, text) => {
    clearTimeout(saying.get(status));
    saying.set(
      status,
      setTimeout(() => {
        status.textContent = text;
      }, 300),
    );
  };

  // Calls back a moment after the last of several calls.
  search.settled = (task, wait) => {
    let timer = 0;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(task, wait, ...values);
    };
  };
})();
