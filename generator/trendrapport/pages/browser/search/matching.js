(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const MOST = 40; // the most groups of words that are looked up for a typed word
  const GUESSES = 3; // the most words that are tried for one that is nowhere
  const PART = 4; // the fewest letters that are looked for within words
  const LONG = 8; // from this number of letters a word may have two typing errors
  const SHARE = 0.6; // words begin alike when they share this part of what is typed
  const ENDING = 3; // and have no more letters after that
  const LIKENESS = { part: 0.4, start: 0.5, beginning: 0.5, knownPart: 0.05 };

  // Typing errors between two words: a letter too many, missing, wrong or swapped with the next (Damerau,
  // 1964; optimal string alignment).
  const errors = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [older, former, row] = [[], [], Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let i = 1; i <= a.length; i += 1) {
      [older, former, row] = [former, row, [i]];
      for (let j = 1; j <= b.length; j += 1) {
        const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        row[j] = Math.min(row[j - 1] + 1, former[j] + 1, former[j - 1] + wrong);
        if (swapped) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row[b.length];
  };

  const shared = (word, typed) => {
    let same = 0;
    while (same < word.length && word[same] === typed[same]) same += 1;
    return same;
  };

  // How much a word is what was typed: 1 for the word itself, less for what has it as its beginning or a
  // part, and least for a part when the word itself is in the report: "haven" is not "handhaven". For a form
  // that is nowhere in the report, such as "veiligheid" where that has only "veilige", also for what begins
  // alike: no stemmer is needed.
  const likeness = (word, typed, known) => {
    if (word === typed) return 1;
    const { length } = typed;
    if (length > 1 && word.startsWith(typed)) return LIKENESS.start + (0.4 * length) / word.length;
    if (length >= PART && word.includes(typed)) {
      return (known ? LIKENESS.knownPart : LIKENESS.part) + (0.2 * length) / word.length;
    }
    if (known) return 0;
    const same = shared(word, typed);
    const beginsAlike = same >= PART && same >= SHARE * length && word.length - same <= ENDING;
    return beginsAlike ? (LIKENESS.beginning * same) / length : 0;
  };

  // The words with the fewest typing errors: one in a word of four letters or more, two from eight. What is
  // still being typed may be a beginning.
  const near = (words, typed) => {
    if (typed.length < PART) return [];
    const all = words.map(([word]) => word);
    const within = (most) => all.filter((word) => errors(word, typed, most) <= most);
    const beginning = () => all.filter((word) => errors(word.slice(0, typed.length), typed, 1) <= 1);
    let found = within(1);
    if (!found.length) found = beginning();
    if (!found.length && typed.length >= LONG) found = within(2);
    return found.slice(0, GUESSES);
  };

  const alike = (words, typed) => {
    const known = words.some(([word]) => word === typed);
    const graded = words.map(([word, group]) => [likeness(word, typed, known), group]);
    return graded.filter(([grade]) => grade);
  };

  // What a typed word stands for: groups of words, each with how much it is what was typed, all words in
  // them, and what was guessed where that is asked for.
  const matches = (list, typed, guesses) => {
    const like = alike(list.words, typed);
    const guessed = like.length || !guesses ? [] : near(list.words, typed);
    const found = like.concat(guessed.flatMap((word) => alike(list.words, word)));
    const groups = new Map();
    for (const [grade, group] of found.sort((a, b) => b[0] - a[0])) {
      if (!groups.has(group) && groups.size < MOST) groups.set(group, grade);
    }
    const meant = list.words.filter(([, group]) => groups.has(group));
    const words = new Set(meant.map(([word]) => word));
    return { typed, groups, words, guessed };
  };

  // The same of what joins several words, whole and in its parts; these are guessed where the whole is
  // nowhere.
  search.matches = (list, [typed, joined]) => {
    const whole = matches(list, typed, !joined.length);
    const parts = joined.map((part) => matches(list, part, !whole.groups.size));
    const every = [whole, ...parts];
    const words = new Set(every.flatMap((one) => [...one.words]));
    return { ...whole, words, parts, guessed: every.flatMap((one) => one.guessed) };
  };
})();
