(() => {
  "use strict";
  const link = document.querySelector(".top .find");
  if (!link) return;
  const search = self.reportSearch ??= {};
  const store = (task) => { try { return task(localStorage); } catch { return null; } }; // not allowed everywhere
  search.hasKey = () => store((kept) => kept.getItem("zoektoets")) !== "uit";
  search.keepKey = (on) => store((kept) => (on ? kept.removeItem("zoektoets") : kept.setItem("zoektoets", "uit")));

  let loading = null;
  const part = (tag, settings) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), settings, { onload: done, onerror: failed }));
  });
  const at = (name) => new URL(`assets/${name}`, link.href).href;
  const field = document.querySelector(".search-page [name=q]"); // this page has the styles already
  const styles = () => field || part("link", { rel: "stylesheet", href: at("search.css") });
  const loaded = () => loading ??= Promise.all([part("script", { src: at("search/search.js") }), styles()]);
  let typed = null; // what is typed while the dialog is on its way
  const open = (event) => {
    event.preventDefault();
    if (field) return field.focus();
    typed ??= "";
    return loaded().then(() => search.open(link.href, typed)).catch(() => location.assign(link.href)).finally(() => { typed = null; });
  };

  if (field) {
    const page = field.closest(".search-page").classList;
    if (new URLSearchParams(location.search).get("q")) {
      page.add("seeking");
      part("link", { rel: "preload", as: "script", href: at("search/index.js") }).catch(() => {});
    }
    loaded().then(() => search.start()).finally(() => page.remove("seeking"));
  }
  link.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
  addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
    const slash = event.key === "/" && !held && !event.altKey && !event.target.closest?.("input,select,textarea") && search.hasKey();
    if (slash || (event.key === "k" && held && !event.altKey && !event.shiftKey)) open(event);
    else if (typed !== null && !held && event.key.length === 1) { event.preventDefault(); typed += event.key; }
  });
})();
