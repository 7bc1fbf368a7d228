(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const part = /[\p{L}\p{N}\p{M}\u00ad]+/gu; // a soft hyphen says where a word may be broken

  // Letters that Unicode does not take apart.
  const PLAIN = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i" };

  // The same words as the build makes of a text: search/words.py.
  search.words = (text) =>
    text
      .replaceAll("\u00ad", "")
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[ßœæøłđı]/g, (letter) => PLAIN[letter])
      .match(/[\p{L}\p{N}]+/gu) ?? [];

  // The number of the typed word for which a word of a text is found, or -1.
  const termOf = (text, terms) => {
    for (const word of search.words(text)) {
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
    for (const match of text.matchAll(part)) {
      const [word] = match;
      const term = termOf(word, terms);
      if (term < 0) continue;
      if (match.index > end) pieces.push([text.slice(end, match.index), -1]);
      end = match.index + word.length;
      pieces.push([word, term]);
    }
    if (end < text.length) pieces.push([text.slice(end), -1]);
    return pieces;
  };
})();
