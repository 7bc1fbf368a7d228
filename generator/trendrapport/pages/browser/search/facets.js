(() => {
  "use strict";
  const search = (self.reportSearch ??= {});

  // A facet's name, the list that its choices come from, and which of those a document has.
  search.facets = [
    ["kind", "kinds", (one) => [one[0]]],
    ["edition", "editions", (one) => [one[1]]],
    ["category", "categories", (one) => one[2]],
  ];

  const fits = (list, number, [name, source, values], chosen) =>
    !chosen[name] || values(list.documents[number]).some((one) => list[source][one]?.[0] === chosen[name]);

  // The results that every choice leaves.
  search.chosen = (found, chosen) =>
    found.documents.filter(({ number }) =>
      search.facets.every((facet) => fits(found.list, number, facet, chosen)),
    );

  // For each choice of a facet how many results it would leave, the other facets as they are.
  search.counts = (found, chosen, [name, source, values]) => {
    const others = search.facets.filter(([other]) => other !== name);
    const left = found.documents.filter(({ number }) =>
      others.every((facet) => fits(found.list, number, facet, chosen)),
    );
    return found.list[source].map(([slug, label], place) => ({
      slug,
      label,
      count: left.filter(({ number }) => values(found.list.documents[number]).includes(place)).length,
    }));
  };
})();
