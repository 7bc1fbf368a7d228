(() => {
  "use strict";
  const search = (self.reportSearch ??= {});

  // A facet's name, the list that its choices come from, and which of those a document has.
  search.facets = [
    ["kind", "kinds", (one) => [one[0]]],
    ["edition", "editions", (one) => [one[1]]],
    ["category", "categories", (one) => one[2]],
  ];

  const fits = (list, number, [name, source, values], chosen) => {
    if (!chosen[name]) return true;
    const choices = values(list.documents[number]);
    return choices.some((choice) => list[source][choice]?.[0] === chosen[name]);
  };

  // The results that the choices in these facets leave.
  const left = ({ list, documents }, chosen, facets) => {
    const fitsAll = ({ number }) => facets.every((facet) => fits(list, number, facet, chosen));
    return documents.filter(fitsAll);
  };

  search.chosen = (found, chosen) => search.once(found.list, left(found, chosen, search.facets));

  // For each choice of a facet how many results it would leave, the other facets as they are.
  search.counts = (found, chosen, [name, source, values]) => {
    const others = search.facets.filter(([other]) => other !== name);
    const results = left(found, chosen, others);
    const having = (choice) =>
      results.filter(({ number }) => values(found.list.documents[number]).includes(choice));
    return found.list[source].map(([slug, label], choice) => {
      const { length: count } = search.once(found.list, having(choice));
      return { slug, label, count };
    });
  };
})();
