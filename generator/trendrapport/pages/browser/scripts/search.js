(() => {
  "use strict";
  const link = document.querySelector(".top .find");
  if (!link) return;
  const search = (self.reportSearch ??= {});
  search.store = (task) => {
    try {
      return task(localStorage);
    } catch {
      return null;
    }
  }; // not allowed everywhere
  search.KEY = "zoektoets";
  search.hasKey = () => search.store((kept) => kept.getItem(search.KEY)) !== "uit";

  let loading = null;
  const part = (tag, settings) =>
    new Promise((done, failed) => {
      document.head.append(
        Object.assign(document.createElement(tag), settings, { onload: done, onerror: failed }),
      );
    });
  const at = (name) => new URL(`assets/${name}`, link.href).href;
  const field = document.querySelector(".search-page [name=q]"); // this page has the styles already
  const styles = () => field || part("link", { rel: "stylesheet", href: at("search.css") });
  const loaded = () => (loading ??= Promise.all([part("script", { src: at("search/search.js") }), styles()]));
  // A bare field for what is typed while the dialog is on its way.
  const meanwhile = () => {
    const [dialog, input] = ["dialog", "input"].map((tag) => document.createElement(tag));
    input.setAttribute("aria-label", link.textContent.trim());
    dialog.append(input);
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    document.body.append(dialog);
    dialog.showModal();
    const go = () => location.assign(`${link.href}?q=${encodeURIComponent(input.value)}`);
    loaded()
      .then(
        () => search.open,
        () => go,
      )
      .then((then) => {
        const { open } = dialog;
        dialog.close();
        dialog.remove();
        if (open) then(link.href, input.value);
      });
  };
  const open = (event) => {
    event.preventDefault();
    if (field) field.focus();
    else if (search.open) search.open(link.href);
    else if (!document.querySelector("dialog[open]")) meanwhile();
  };

  if (field) {
    const page = field.closest(".search-page").classList;
    if (new URLSearchParams(location.search).get("q")) {
      page.add("seeking");
      part("link", { rel: "preload", as: "script", href: at("search/index.js") }).catch(() => {});
    }
    loaded()
      .then(() => search.start())
      .finally(() => page.remove("seeking"));
  }
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
    const slash =
      event.key === "/" &&
      !held &&
      !event.altKey &&
      !event.target.closest?.("input,select,textarea") &&
      search.hasKey();
    if (slash || (event.key === "k" && held && !event.altKey && !event.shiftKey)) open(event);
  });
})();
