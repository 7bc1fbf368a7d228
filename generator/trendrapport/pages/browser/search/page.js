(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const EACH = 5;
  const MANY = 50;
  const box = document.querySelector(".search-page");
  if (!box) return;

  const [form, field, facets, status, results] = ["form", "[name=q]", ".choices", ".status", ".results"].map(
    (name) => box.querySelector(name),
  );
  const title = document.title;
  const selects = new Map();
  let found = null;
  let shown = MANY;

  const chosen = () => Object.fromEntries([...selects].map(([name, select]) => [name, select.value]));

  // The address says what is shown, so that it can be shared and found back.
  const keep = () => {
    const url = new URL(location.href);
    url.search = new URLSearchParams(
      Object.entries({ q: field.value.trim(), ...chosen() }).filter(([, value]) => value),
    ).toString();
    try {
      history.replaceState(history.state, "", url.href);
    } catch {
      // not allowed in a folder
    }
    document.title = field.value.trim() ? `${field.value.trim()} - ${title}` : title;
  };

  const choices = () =>
    search.facets.forEach((facet) => {
      const select = selects.get(facet[0]);
      const value = select.value;
      const options = search
        .counts(found, chosen(), facet)
        .filter(({ slug, count }) => count || slug === value);
      select.replaceChildren(
        new Option(search.labels.every, ""),
        ...options.map(({ slug, label, count }) => new Option(`${label} (${search.count(count)})`, slug)),
      );
      select.value = value;
      select.parentNode.hidden = options.length < 2 && !value;
    });

  const more = (kind, label, count) => {
    const button = search.made(
      "button",
      { type: "button", className: "button" },
      chosen().kind ? search.labels.further : search.told("all_of", count, { kind: label }),
    );
    button.addEventListener("click", () => {
      const from = chosen().kind ? results.querySelectorAll("h3 a").length : 0;
      if (chosen().kind) shown += MANY;
      selects.get("kind").value = kind;
      show();
      results.querySelectorAll("h3 a")[from]?.focus();
    });
    return search.made("p", { className: "more" }, button);
  };

  const show = () => {
    choices();
    keep();
    const left = search.chosen(found, chosen());
    results.replaceChildren(...search.grouped(found, left, chosen().kind ? shown : EACH, more));
    search.tell(status, search.summary(found, left.length, field.value.trim()));
  };

  const ask = async () => {
    const query = field.value.trim();
    shown = MANY;
    box.classList.toggle("asked", search.words(query).length > 0);
    if (!search.words(query).length) {
      results.replaceChildren();
      facets.hidden = true;
      search.tell(status, "");
      return keep();
    }
    const got = await search.find(query).then(search.later);
    if (field.value.trim() !== query) return undefined;
    [found, facets.hidden] = [got, false];
    return show();
  };
  const attempt = () =>
    ask().catch(() => {
      search.tell(status, search.labels.failed);
    });

  const shortcut = (line) => {
    const check = line.querySelector("input");
    check.checked = search.hasKey();
    check.addEventListener("change", () =>
      search.store((kept) => (check.checked ? kept.removeItem(search.KEY) : kept.setItem(search.KEY, "uit"))),
    );
    line.hidden = false;
  };

  search.start = () => {
    for (const [name] of search.facets) {
      const select = search.made("select", { name });
      select.addEventListener("change", () => {
        shown = MANY;
        show();
      });
      selects.set(name, select);
      facets.append(search.made("label", {}, `${search.labels[name]} `, select));
    }
    const asked = new URL(location.href).searchParams;
    field.value = asked.get("q") ?? "";
    for (const [name, select] of selects)
      if (asked.get(name)) {
        select.append(new Option("", asked.get(name)));
        select.value = asked.get(name);
      }
    form.hidden = false;
    field.addEventListener("input", search.settled(attempt, 150));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt();
    });
    search.walkable(box, field);
    shortcut(box.querySelector("#keys"));
    return field.value ? attempt().then(search.filled) : undefined;
  };
})();
