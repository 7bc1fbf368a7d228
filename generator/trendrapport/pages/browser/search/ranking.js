(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const COMMON = 0.4; // a word that is in more of the documents need not be in a result
  // A posting is this times the distance to the document before, plus a weight: search/index.py.
  const STEP = 64;
  const MOST = 8; // the most words of a query that are looked up
  const OLDER = 0.9; // what a result of an older edition counts for
  const ELSEWHERE = 0.8; // what a result in another language counts for

  // How rare a word is: the weight of Robertson and Spärck Jones (1976) as BM25 uses it, without going below
  // zero.
  const rareness = (all, having) => Math.log(1 + (all - having + 0.5) / (having + 0.5));

  // What is in the newest edition, or in none, comes before the same in an older one, and what is in the
  // page's language before the same in another; a kind may count for less.
  const worth = (list, number) => {
    const [kind, edition, , , , language = list.languages[0][0]] = list.documents[number];
    const age = edition > 0 ? OLDER : 1;
    const own = language === document.documentElement.lang ? 1 : ELSEWHERE;
    return list.kinds[kind][2] * age * own;
  };

  const postings = async (group) => {
    const found = await search.item("postings", group);
    let number = 0;
    return found.map((posting) => {
      number += Math.floor(posting / STEP);
      return [number, posting % STEP];
    });
  };

  // What each document scores for a word: its best group of words.
  const wordScores = async (list, term) => {
    const all = list.documents.length;
    const graded = async ([group, grade]) => [grade, await postings(group)];
    const groups = await Promise.all([...term.groups].map(graded));
    const exact = groups.find(([grade]) => grade === 1);
    const most = exact ? rareness(all, exact[1].length) : Infinity;
    const best = new Map();
    for (const [grade, found] of groups) {
      const worth = grade * Math.min(most, rareness(all, found.length));
      for (const [number, weight] of found) {
        best.set(number, Math.max(best.get(number) ?? 0, worth * weight));
      }
    }
    return best;
  };

  // The same for what was typed, whole or in all its parts.
  const scores = async (list, term) => {
    const best = await wordScores(list, term);
    const [first, ...others] = await Promise.all(term.parts.map((part) => wordScores(list, part)));
    for (const [number, score] of first ?? []) {
      if (!others.every((one) => one.has(number))) continue;
      const sum = others.reduce((total, one) => total + one.get(number), score);
      best.set(number, Math.max(best.get(number) ?? 0, sum));
    }
    return best;
  };

  // The documents that were asked for, the best first: those with all words, else those with the most of
  // them.
  const find = async (query) => {
    const list = await search.list();
    const typed = [...new Map(search.typed(query)).entries()].slice(0, MOST);
    const terms = typed.map((one) => search.matches(list, one));
    const found = await Promise.all(terms.map((term) => scores(list, term)));
    const rare = found.filter((one) => one.size <= COMMON * list.documents.length);
    const needed = rare.length ? rare : found;
    const numbers = [...new Set(needed.flatMap((one) => [...one.keys()]))];
    const having = (number) => needed.filter((one) => one.has(number)).length;
    const most = Math.max(0, ...numbers.map(having));
    const score = (number) => {
      const sum = found.reduce((total, one) => total + (one.get(number) ?? 0), 0);
      return { number, score: sum * worth(list, number) };
    };
    const documents = numbers.filter((number) => having(number) === most).map(score);
    documents.sort((a, b) => b.score - a.score || a.number - b.number);
    return { list, terms, documents, partial: documents.length > 0 && most < needed.length };
  };

  // A trend once over its editions, at the place of the best: its newest edition of those that were found,
  // with the others.
  search.once = (list, documents) => {
    const numbers = new Set(documents.map(({ number }) => number));
    const shown = new Map();
    for (const one of documents) {
      const same = list.sameAs.get(one.number) ?? [one.number];
      const [number, ...others] = same.filter((other) => numbers.has(other));
      if (!shown.has(number)) shown.set(number, { ...one, number, others });
    }
    return [...shown.values()];
  };

  search.find = (query) => search.fresh(() => find(query));
})();
