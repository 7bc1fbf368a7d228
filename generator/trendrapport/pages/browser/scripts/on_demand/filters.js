(() => {
  "use strict";
  // A list that can be narrowed and sorted. What is chosen is in the address; each term says how many items
  // it would show beside the other choices.
  const SORT = "sort";
  const TEXT = "q";
  const { lang } = document.documentElement;
  // As the search does: without accents, and what is joined both in parts and whole, as node.js.
  const plain = (text) =>
    text
      .replaceAll("\u00ad", "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll("ß", "ss");
  const whole = (text) => text.replace(/[-.\u2010]/g, "");
  const counted = (count) => (count < 1000 ? `${count}` : count.toLocaleString(lang || undefined));
  const makeNarrowable = (form) => {
    const list = form.closest("[data-narrowed]");
    const items = [...list.querySelectorAll("[data-item]")];
    const homes = items.map((item) => item.parentNode);
    const flat = list.querySelector(".sorted ul") ?? homes[0];
    const holdsItems = (part) => part.querySelector("[data-item]") || part.contains(flat);
    const parts = [...list.querySelectorAll("section")].filter(holdsItems);
    const folds = [...list.querySelectorAll("details.fold")];
    const fields = [...form.elements].filter((field) => field.name);
    const names = [...new Set(fields.map((field) => field.name))];
    const facets = names.filter((name) => name !== SORT && name !== TEXT);
    const isBox = (field) => field.type === "checkbox";
    const isChosen = (field) => (isBox(field) ? field.checked : field.value.trim());
    const chosen = (name) => {
      const own = fields.filter((field) => field.name === name && isChosen(field));
      return own.map((field) => field.value);
    };
    // What an item has of a facet; where that is the same for a group, the group says it.
    const termsIn = (item, name) => item.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? "";
    const own = items.map((item) => new Map(facets.map((name) => [name, termsIn(item, name).split(" ")])));
    const numbers = new Map(items.map((item, number) => [item, number]));
    const texts = items.map(({ textContent }) => `${plain(textContent)} ${whole(plain(textContent))}`);
    const has = (item, name, term) => own[numbers.get(item)].get(name).includes(term);
    const showCount = (node, count) => {
      node.textContent = node.textContent.replace(/\([^()]*\)$/, `(${counted(count)})`);
    };
    // The terms of a field, each with the node that says its count.
    const termsOf = (field) => {
      const { name } = field;
      if (isBox(field)) return [[name, field.value, field.parentNode.querySelector(".count")]];
      const [, ...options] = field.options;
      return options.map((option) => [name, option.value, option]);
    };
    const terms = fields.filter((field) => facets.includes(field.name)).flatMap(termsOf);

    const arrange = () => {
      const [by] = chosen(SORT);
      const key = (item) => item.dataset[by] ?? item.querySelector("a").textContent;
      const order = (a, b) => Number(key(b)) - Number(key(a)) || key(a).localeCompare(key(b), lang);
      const sorted = by ? [...items].sort(order) : items;
      sorted.forEach((item) => (by ? flat : homes[numbers.get(item)]).append(item));
    };
    const apply = () => {
      const values = new Map(facets.map((name) => [name, chosen(name)]));
      const words = plain(chosen(TEXT)[0] ?? "").split(/\s+/);
      // The fields whose choices leave an item out.
      const missed = (item) => {
        const fits = (name) => values.get(name).some((value) => has(item, name, value));
        const missing = facets.filter((name) => values.get(name).length && !fits(name));
        const text = texts[numbers.get(item)];
        const found = (word) => text.includes(word) || text.includes(whole(word));
        if (!words.every(found)) missing.push(TEXT);
        return missing;
      };
      const misses = items.map(missed);
      items.forEach((item, index) => {
        item.hidden = misses[index].length > 0;
      });
      terms.forEach(([name, term, node]) => {
        const fitsOthers = (index) => misses[index].every((missing) => missing === name);
        const left = items.filter((item, index) => has(item, name, term) && fitsOthers(index));
        showCount(node, left.length);
      });
      parts.forEach((part) => {
        part.hidden = !part.querySelector("[data-item]:not([hidden])");
      });
      // What is folded opens for what was chosen.
      const anyChosen = fields.some((field) => field.name !== SORT && isChosen(field));
      folds.forEach((fold) => {
        if (anyChosen !== fold.matches("[data-opened]")) fold.open = anyChosen;
        fold.toggleAttribute("data-opened", anyChosen);
      });
      const shown = items.filter((item) => !item.hidden).length;
      const text = shown ? form.dataset.count : form.dataset.none;
      const withShown = text.replace("{shown}", counted(shown));
      form.querySelector("output").textContent = withShown.replace("{all}", counted(items.length));
      list.dispatchEvent(new Event("narrowed"));
    };
    const read = () => {
      const asked = new URLSearchParams(location.search);
      fields.forEach((field) => {
        const values = asked.getAll(field.name);
        if (isBox(field)) field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
        // An address of someone else can name what there is not.
        if (field.selectedIndex < 0) field.value = "";
      });
      arrange();
      apply();
    };
    const write = (how) => {
      const address = new URL(location.href);
      for (const name of names) {
        address.searchParams.delete(name);
        chosen(name).forEach((value) => address.searchParams.append(name, value));
      }
      history[how](null, "", address);
    };
    form.hidden = false;
    const folded = form.querySelector("details");
    if (folded) folded.open = matchMedia("(min-width: 60rem)").matches;
    form.addEventListener("input", ({ target }) => {
      if (target.name !== TEXT) return;
      apply();
      write("replaceState");
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
        if (isBox(field)) field.checked = false;
        else field.value = "";
      });
      arrange();
      apply();
      write("pushState");
    });
    addEventListener("popstate", read);
    read();
  };
  document.querySelectorAll("form.filters").forEach(makeNarrowable);
})();
