(() => {
  "use strict";
  const link = document.querySelector(".top .find");
  if (!link) return;
  const search = (self.reportSearch ??= {});
  search.store = (task) => {
    try {
      return task(localStorage);
    } catch {
      // Not allowed everywhere.
      return null;
    }
  };
  search.KEY = "zoektoets";
  search.hasKey = () => search.store((kept) => kept.getItem(search.KEY)) !== "uit";

  let loading = null;
  const part = (tag, settings) =>
    new Promise((done, failed) => {
      const element = Object.assign(document.createElement(tag), settings);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  const at = (name) => new URL(`assets/${name}`, link.href).href;
  // The page of the search has its styles already.
  const field = document.querySelector(".search-page [name=q]");
  const styles = () => field || part("link", { rel: "stylesheet", href: at("search.css") });
  const loaded = () => (loading ??= Promise.all([part("script", { src: at("search/search.js") }), styles()]));
  // A bare field for what is typed while the dialog is on its way.
  const meanwhile = () => {
    const dialog = document.createElement("dialog");
    const input = document.createElement("input");
    input.setAttribute("aria-label", link.textContent.trim());
    dialog.append(input);
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    document.body.append(dialog);
    dialog.showModal();
    const toPage = () => location.assign(`${link.href}?q=${encodeURIComponent(input.value)}`);
    const goOn = (next) => {
      const { open } = dialog;
      dialog.close();
      dialog.remove();
      if (open) next(link.href, input.value);
    };
    loaded().then(
      () => goOn(search.open),
      () => goOn(toPage),
    );
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
    if (event.altKey) return;
    const held = event.ctrlKey || event.metaKey;
    const typing = event.target.closest?.("input,select,textarea");
    const slash = event.key === "/" && !held && !typing && search.hasKey();
    if (slash || (event.key === "k" && held && !event.shiftKey)) open(event);
  });
})();
