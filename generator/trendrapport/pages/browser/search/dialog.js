(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const EACH = 3; // so many results of a kind; the page of all results has more
  let parts = null;

  // The edition of the page that is open, which a reader may want to stay in.
  const edition = (list) =>
    list.editions.find(([slug]) =>
      location.pathname.startsWith(new URL(search.address(`${slug}/`)).pathname),
    );

  const chosen = () => (parts.only.checked ? { edition: parts.only.value } : {});

  const address = (settings = {}) => {
    const url = new URL(parts.form.action);
    url.search = new URLSearchParams({ q: parts.field.value.trim(), ...chosen(), ...settings }).toString();
    return url.href;
  };

  const show = async () => {
    const query = parts.field.value.trim();
    if (!search.words(query).length) return clear();
    const found = await search.find(query);
    if (parts.field.value.trim() !== query) return undefined;
    offer(edition(found.list));
    const left = search.chosen(found, chosen());
    parts.results.replaceChildren(
      ...search.grouped(found, left, EACH, (kind, label, count) =>
        search.made(
          "p",
          { className: "more" },
          search.made("a", { href: address({ kind }) }, search.told("all_of", count, { kind: label })),
        ),
      ),
    );
    parts.all.replaceChildren(
      ...(left.length
        ? [search.made("a", { href: address(), className: "button" }, search.told("all", left.length))]
        : []),
    );
    return search.tell(parts.status, search.summary(found, left.length, query));
  };

  const clear = () => {
    parts.results.replaceChildren();
    parts.all.replaceChildren();
    search.tell(parts.status, "");
  };
  const attempt = () =>
    show().catch(() => {
      clear();
      search.tell(parts.status, search.labels.failed);
    });

  const offer = (own) => {
    if (!own || parts.only.value === own[0]) return;
    parts.only.value = own[0];
    parts.scope.replaceChildren(parts.only, ` ${search.said("only", { name: own[1].toLowerCase() })}`);
    parts.scope.hidden = false;
  };

  const make = (page) => {
    const field = search.made("input", {
      type: "search",
      name: "q",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: false,
      enterKeyHint: "search",
    });
    const only = search.made("input", { type: "checkbox", value: "" });
    const scope = search.made("label", { className: "scope", hidden: true });
    const close = search.made("button", { type: "button", className: "close" }, search.labels.close);
    const form = search.made(
      "form",
      { action: page, role: "search" },
      search.made("label", {}, search.made("span", {}, search.labels.field), field),
      close,
      scope,
    );
    const status = search.made("p", { className: "status", role: "status" });
    const [results, all] = [
      search.made("div", { className: "results" }),
      search.made("p", { className: "all" }),
    ];
    const keys = search.made(
      "p",
      { className: "note" },
      `${search.labels.keys} `,
      search.made("a", { href: `${page}#keys` }, search.labels.keys_off),
    );
    const dialog = search.made("dialog", { className: "searching" }, form, status, results, all, keys);
    dialog.setAttribute("aria-label", search.labels.name);
    parts = { dialog, form, field, only, scope, status, results, all };

    field.addEventListener("input", search.settled(attempt, 120));
    only.addEventListener("change", attempt);
    close.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) location.assign(address());
    });
    dialog.addEventListener("click", (event) => {
      const here = event.target.closest?.("a");
      if (event.target === dialog || (here && here.pathname === location.pathname)) dialog.close();
    });
    // A browser would only empty the field.
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        dialog.close();
      }
    });
    search.walkable(dialog, field);
    document.body.append(dialog);
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
