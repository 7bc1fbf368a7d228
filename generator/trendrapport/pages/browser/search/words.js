(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const PART = /[\p{L}\p{N}\p{M}\u00ad]+/gu; // a soft hyphen says where a word may be broken
  const JOINED = /[\p{L}\p{N}\p{M}\u00ad]+(?:[-.\u2010\u2011][\p{L}\p{N}\p{M}\u00ad]+)*/gu;
  const HUMP = /[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g; // where a name such as MijnOverheid joins two words
  const WORD = /[\p{L}\p{N}]+/gu;
  const WORDS = /[\p{L}\p{N}]+(?:[-.\u2010][\p{L}\p{N}]+)*/gu;

  // Letters that Unicode does not take apart.
  const PLAIN = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i" };

  const unmarked = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

  const plain = (text) => {
    const joined = unmarked(text.replaceAll("\u00ad", "")).replace(HUMP, "$&-");
    return unmarked(joined.toLowerCase()).replace(/[ßœæøłđı]/g, (letter) => PLAIN[letter]);
  };

  // The same words as the build makes of a text: search/words.py.
  search.words = (text) => plain(text).match(WORD) ?? [];

  // What is typed, each word with its parts where it joins several: node.js is found as node, js and nodejs.
  search.typed = (text) => {
    const found = (plain(text).match(WORDS) ?? []).map((one) => one.match(WORD));
    return found.flatMap((parts) => {
      const whole = parts.join("");
      return /^\p{Nd}+$/u.test(whole)
        ? parts.map((one) => [one, []])
        : [[whole, parts.length > 1 ? parts : []]];
    });
  };

  // The number of the typed word for which a word of a text is found, or -1.
  const termOf = (words, terms) => {
    for (const word of words) {
      const found = terms.findIndex((term) => term.words.has(word));
      if (found >= 0) return found;
    }
    return -1;
  };

  // A text in pieces, each with what it is found for: the number of a typed word, or -1 for what lies
  // between.
  search.split = (text, terms) => {
    const pieces = [];
    let end = 0;
    const mark = (start, word, term) => {
      if (start > end) pieces.push([text.slice(end, start), -1]);
      end = start + word.length;
      pieces.push([word, term]);
    };
    for (const { 0: joined, index } of text.matchAll(JOINED)) {
      const found = [...joined.matchAll(PART)].map((part) => [part, termOf(search.words(part[0]), terms)]);
      const hits = found.filter(([, term]) => term >= 0);
      const whole = termOf([search.words(joined).join("")], terms);
      hits.forEach(([part, term]) => mark(index + part.index, part[0], term));
      if (!hits.length && whole >= 0) mark(index, joined, whole);
    }
    if (end < text.length) pieces.push([text.slice(end), -1]);
    return pieces;
  };
})();
