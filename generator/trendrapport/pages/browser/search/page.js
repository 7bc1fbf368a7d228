(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const EACH = 5;
  const MANY = 50;
  const box = document.querySelector(".search-page");
  if (!box) return;

  const PARTS = ["form", "[name=q]", ".choices", ".status", ".results"];
  const [form, field, facets, status, results] = PARTS.map((part) => box.querySelector(part));
  const title = document.title;
  const selects = new Map();
  let found = null;
  let shown = MANY;

  const chosen = () => Object.fromEntries([...selects].map(([name, select]) => [name, select.value]));

  // The address says what is shown, so that it can be shared and found back.
  const keep = () => {
    const query = field.value.trim();
    const asked = Object.entries({ q: query, ...chosen() });
    const url = new URL(location.href);
    url.search = new URLSearchParams(asked.filter(([, value]) => value)).toString();
    try {
      history.replaceState(history.state, "", url.href);
    } catch {
      // not allowed in a folder
    }
    document.title = query ? `${query} - ${title}` : title;
  };

  const option = ({ slug, label, count }) => new Option(`${label} (${search.count(count)})`, slug);

  const choices = () =>
    search.facets.forEach((facet) => {
      const select = selects.get(facet[0]);
      const { value } = select;
      const counts = search.counts(found, chosen(), facet);
      const useful = counts.filter(({ slug, count }) => count || slug === value);
      select.replaceChildren(new Option(search.labels.every, ""), ...useful.map(option));
      select.value = value;
      select.parentNode.hidden = useful.length < 2 && !value;
    });

  const links = () => results.querySelectorAll("h3 a");

  const more = (kind, label, count) => {
    const text = chosen().kind ? search.labels.further : search.countPhrase("all_of", count, { kind: label });
    const button = search.element("button", { type: "button", className: "button" }, text);
    button.addEventListener("click", () => {
      let first = 0;
      if (chosen().kind) {
        first = links().length;
        shown += MANY;
      }
      selects.get("kind").value = kind;
      show();
      links()[first]?.focus();
    });
    return search.element("p", { className: "more" }, button);
  };

  const show = () => {
    choices();
    keep();
    const left = search.chosen(found, chosen());
    results.replaceChildren(...search.grouped(found, left, chosen().kind ? shown : EACH, more));
    search.announce(status, search.summary(found, left.length, field.value.trim()));
  };

  const ask = async () => {
    const query = field.value.trim();
    shown = MANY;
    const asks = search.words(query).length > 0;
    box.classList.toggle("asked", asks);
    if (!asks) {
      results.replaceChildren();
      facets.hidden = true;
      search.announce(status, "");
      return keep();
    }
    const got = await search.find(query).then(search.later);
    if (field.value.trim() !== query) return undefined;
    found = got;
    facets.hidden = false;
    return show();
  };
  const attempt = () =>
    ask().catch(() => {
      search.announce(status, search.labels.failed);
    });

  const shortcut = (line) => {
    const check = line.querySelector("input");
    check.checked = search.hasKey();
    const keepChoice = (storage) => {
      if (check.checked) storage.removeItem(search.KEY);
      else storage.setItem(search.KEY, "uit");
    };
    check.addEventListener("change", () => search.store(keepChoice));
    line.hidden = false;
  };

  // The choices of a facet, with the one that the address asks for.
  const addFacet = (name, value) => {
    const select = search.element("select", { name });
    if (value) select.append(new Option("", value));
    if (value) select.value = value;
    select.addEventListener("change", () => {
      shown = MANY;
      show();
    });
    selects.set(name, select);
    facets.append(search.element("label", {}, `${search.labels[name]} `, select));
  };

  search.start = () => {
    const asked = new URL(location.href).searchParams;
    field.value = asked.get("q") ?? "";
    for (const [name] of search.facets) addFacet(name, asked.get(name));
    form.hidden = false;
    field.addEventListener("input", search.debounced(attempt, 150));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt();
    });
    search.walkWithArrows(box, field);
    shortcut(box.querySelector("#keys"));
    return field.value ? attempt().then(search.filled) : undefined;
  };
})();
