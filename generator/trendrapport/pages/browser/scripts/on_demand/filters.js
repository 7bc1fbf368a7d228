(() => {
  "use strict";
  // A list that can be narrowed and sorted. What is chosen stands in the address; each term says how many it
  // would show beside the other choices.
  const SORT = "sort";
  const TEXT = "q";
  const counted = (count) =>
    count < 1000 ? `${count}` : count.toLocaleString(document.documentElement.lang || undefined);
  const narrowed = (form) => {
    const whole = form.closest("[data-narrowed]");
    const items = [...whole.querySelectorAll("[data-item]")];
    const homes = items.map((item) => item.parentNode);
    const flat = whole.querySelector(".sorted ul") ?? homes[0];
    const parts = [...whole.querySelectorAll("section")].filter(
      (part) => part.querySelector("[data-item]") || part.contains(flat),
    );
    const fields = [...form.elements].filter((field) => field.name);
    const names = [...new Set(fields.map((field) => field.name))];
    const facets = names.filter((name) => name !== SORT && name !== TEXT);
    const chosen = (name) =>
      fields
        .filter(
          (field) => field.name === name && (field.type === "checkbox" ? field.checked : field.value.trim()),
        )
        .map((field) => field.value);
    const has = (item, name, term) => (item.dataset[name] ?? "").split(" ").includes(term);
    const told = (node, count) => {
      node.textContent = node.textContent.replace(/\([^()]*\)$/, `(${counted(count)})`);
    };
    const terms = fields
      .filter((field) => facets.includes(field.name))
      .flatMap((field) =>
        field.type === "checkbox"
          ? [[field.name, field.value, field.parentNode.querySelector(".count")]]
          : [...field.options].slice(1).map((option) => [field.name, option.value, option]),
      );

    const arrange = () => {
      const [by] = chosen(SORT);
      const key = (item) => item.dataset[by] ?? item.querySelector("a").textContent;
      const order = (a, b) =>
        Number(key(b)) - Number(key(a)) || key(a).localeCompare(key(b), document.documentElement.lang);
      const sorted = by ? [...items].sort(order) : items;
      sorted.forEach((item) => (by ? flat : homes[items.indexOf(item)]).append(item));
    };
    const apply = () => {
      const wanted = facets.map((name) => [name, chosen(name)]).filter(([, values]) => values.length);
      const words = (chosen(TEXT)[0] ?? "").toLowerCase().split(/\s+/);
      const misses = items.map((item) => {
        const text = item.textContent.replaceAll("\u00ad", "").toLowerCase();
        const missed = wanted
          .filter(([name, values]) => !values.some((value) => has(item, name, value)))
          .map(([name]) => name);
        return words.every((word) => text.includes(word)) ? missed : [...missed, TEXT];
      });
      items.forEach((item, place) => {
        item.hidden = misses[place].length > 0;
      });
      terms.forEach(([name, term, node]) => {
        told(
          node,
          items.filter(
            (item, place) => has(item, name, term) && misses[place].every((missed) => missed === name),
          ).length,
        );
      });
      parts.forEach((part) => {
        part.hidden = !part.querySelector("[data-item]:not([hidden])");
      });
      const shown = items.filter((item) => !item.hidden).length;
      const said = form.dataset.count
        .replace("{shown}", counted(shown))
        .replace("{all}", counted(items.length));
      form.querySelector("output").textContent = shown ? said : form.dataset.none;
      whole.dispatchEvent(new Event("narrowed"));
    };
    const read = () => {
      const asked = new URLSearchParams(location.search);
      fields.forEach((field) => {
        const values = asked.getAll(field.name);
        if (field.type === "checkbox") field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
        // An address of someone else can name what there is not.
        if (field.selectedIndex < 0) field.value = "";
      });
      arrange();
      apply();
    };
    const write = (how) => {
      const address = new URL(location.href);
      names.forEach((name) => address.searchParams.delete(name));
      names.forEach((name) => chosen(name).forEach((value) => address.searchParams.append(name, value)));
      history[how](null, "", address);
    };
    form.hidden = false;
    const folded = form.querySelector("details");
    if (folded) folded.open = matchMedia("(min-width: 60rem)").matches;
    form.addEventListener("input", ({ target }) => {
      if (target.name === TEXT) {
        apply();
        write("replaceState");
      }
    });
    form.addEventListener("change", ({ target }) => {
      if (target.name === TEXT) return;
      if (target.name === SORT) arrange();
      apply();
      write("pushState");
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      fields.forEach((field) => {
        if (field.type === "checkbox") field.checked = false;
        else field.value = "";
      });
      arrange();
      apply();
      write("pushState");
    });
    addEventListener("popstate", read);
    read();
  };
  document.querySelectorAll("form.filters").forEach(narrowed);
})();
