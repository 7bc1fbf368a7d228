(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const EACH = 3; // results of a kind; the page of all results has more
  let parts = null;

  // The edition of the page that is open, which a reader may want to stay in.
  const currentEdition = (list) =>
    list.editions.find(([slug]) => {
      const { pathname } = new URL(search.address(`${slug}/`));
      return location.pathname.startsWith(pathname);
    });

  const chosen = () => (parts.only.checked ? { edition: parts.only.value } : {});

  const address = (settings = {}) => {
    const url = new URL(parts.form.action);
    const asked = { q: parts.field.value.trim(), ...chosen(), ...settings };
    url.search = new URLSearchParams(asked).toString();
    return url.href;
  };

  const more = (kind, label, count) => {
    const text = search.countPhrase("all_of", count, { kind: label });
    const link = search.element("a", { href: address({ kind }) }, text);
    return search.element("p", { className: "more" }, link);
  };

  const show = async () => {
    const query = parts.field.value.trim();
    if (!search.words(query).length) return clear();
    const found = await search.find(query);
    if (parts.field.value.trim() !== query) return undefined;
    offer(currentEdition(found.list));
    const left = search.chosen(found, chosen());
    parts.results.replaceChildren(...search.grouped(found, left, EACH, more));
    parts.all.replaceChildren();
    if (left.length) {
      const text = search.countPhrase("all", left.length);
      parts.all.append(search.element("a", { href: address(), className: "button" }, text));
    }
    return search.announce(parts.status, search.summary(found, left.length, query));
  };

  const clear = () => {
    parts.results.replaceChildren();
    parts.all.replaceChildren();
    search.announce(parts.status, "");
  };
  const attempt = () =>
    show().catch(() => {
      clear();
      search.announce(parts.status, search.labels.failed);
    });

  // Offers to search in one edition only.
  const offer = (edition) => {
    if (!edition || parts.only.value === edition[0]) return;
    const [slug, name] = edition;
    const text = search.phrase("only", { name: name.toLowerCase() });
    parts.only.value = slug;
    parts.scope.replaceChildren(parts.only, ` ${text}`);
    parts.scope.hidden = false;
  };

  const make = (page) => {
    const field = search.element("input", {
      type: "search",
      name: "q",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: false,
      enterKeyHint: "search",
    });
    const only = search.element("input", { type: "checkbox", value: "" });
    const scope = search.element("label", { className: "scope", hidden: true });
    const { labels } = search;
    const close = search.element("button", { type: "button", className: "close" }, labels.close);
    const label = search.element("label", {}, search.element("span", {}, labels.field), field);
    const form = search.element("form", { action: page, role: "search" }, label, close, scope);
    const status = search.element("p", { className: "status", role: "status" });
    const results = search.element("div", { className: "results" });
    const all = search.element("p", { className: "all" });
    const keysOff = search.element("a", { href: `${page}#keys` }, labels.keys_off);
    const keys = search.element("p", { className: "note" }, `${labels.keys} `, keysOff);
    const dialog = search.element("dialog", { className: "searching" }, form, status, results, all, keys);
    dialog.setAttribute("aria-label", labels.name);
    parts = { dialog, form, field, only, scope, status, results, all };
    listen();
    document.body.append(dialog);
  };

  const listen = () => {
    const { dialog, form, field, only } = parts;
    const close = form.querySelector(".close");
    field.addEventListener("input", search.debounced(attempt, 120));
    only.addEventListener("change", attempt);
    close.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) location.assign(address());
    });
    dialog.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      const stays = link && link.pathname === location.pathname;
      if (stays || event.target === dialog) dialog.close();
    });
    // A browser would only empty the field.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    search.walkWithArrows(dialog, field);
  };

  // Opens the dialog, with what was typed meanwhile; when it closes, the browser gives the focus back to
  // where it was.
  search.open = (page, typed) => {
    if (!parts) make(page);
    if (!parts.dialog.open) parts.dialog.showModal();
    parts.field.focus();
    if (!typed) return parts.field.select();
    parts.field.value = typed;
    return parts.field.dispatchEvent(new Event("input"));
  };
})();
