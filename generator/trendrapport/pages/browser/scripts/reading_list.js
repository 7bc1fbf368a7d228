(() => {
  "use strict";
  // The reader's own list: names of pages, joined by commas, in the browser's store and in addresses alike.
  // Nothing is stored before a choice.
  const link = document.querySelector("a.reading-list");
  if (!link) return;
  const KEY = `leeslijst ${new URL(".", link.href).pathname}`;
  // What was saved under a former name of an entry is that entry.
  const renamed = new Map(Object.entries(self.reportRenamed ?? {}));
  const names = (text) =>
    [...new Set((text ?? "").split(",").map((name) => renamed.get(name) ?? name))].filter(Boolean);
  const read = () => {
    try {
      return names(localStorage.getItem(KEY));
    } catch {
      return [];
    }
  };
  const say = (text, values = {}) => self.reportSay(text.replace(/\{(\w+)\}/g, (_, name) => values[name]));
  const write = (list) => {
    try {
      if (list.length) localStorage.setItem(KEY, list);
      else localStorage.removeItem(KEY);
    } catch {
      say(link.dataset.unstored);
      return false;
    }
    return true;
  };

  // --- a button at each entry that can be saved ---

  const drawn = [];
  const button = (place) => {
    const name = place.dataset.save;
    const title = (place.querySelector("h2, h3, h4") ?? document.querySelector("h1")).textContent.trim();
    const made = document.createElement("button");
    const words = document.createElement("span");
    made.type = "button";
    made.className = "bookmark-button";
    made.append(link.querySelector("svg").cloneNode(true), words);
    made.addEventListener("click", () => {
      const list = read();
      const kept = list.includes(name);
      if (write(kept ? list.filter((one) => one !== name) : [...list, name]))
        say(kept ? link.dataset.unsaved : link.dataset.saved, { title });
      refresh();
    });
    drawn.push((list) => {
      const kept = list.includes(name);
      made.classList.toggle("on", kept);
      words.textContent = kept ? link.dataset.unsave : link.dataset.save;
      made.setAttribute("aria-label", `${words.textContent}: ${title}`);
      if (place.localName === "li") made.title = words.textContent;
    });
    place.append(made);
  };
  const refresh = () => {
    const list = read();
    drawn.forEach((show) => show(list));
    link.querySelector(".count").textContent = list.length ? `(${list.length})` : "";
  };
  document.querySelectorAll("[data-save]:not(a)").forEach(button);
  document.querySelectorAll("[data-print]").forEach((place) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = place.dataset.print;
    made.addEventListener("click", () => print());
    place.append(made);
  });

  // --- the page of the list ---

  const page = document.querySelector("[data-reading]");
  // The browser reads a page of this site into a document in which nothing runs; no text becomes markup here.
  const fetched = (address) =>
    new Promise((done, failed) => {
      if (location.protocol === "file:") {
        failed(new Error("a browser fetches nothing from a folder"));
        return;
      }
      const asked = new XMLHttpRequest();
      asked.responseType = "document";
      asked.addEventListener("load", () =>
        asked.status === 200 && asked.response ? done(asked.response) : failed(new Error(address)),
      );
      asked.addEventListener("error", failed);
      asked.open("GET", address);
      asked.send();
    });
  const whole = async (lines) => {
    const parts = await Promise.all(
      lines.map(async (line) => {
        const address = line.querySelector("a").href;
        const entry = (await fetched(address)).querySelector(".entry");
        entry
          .querySelectorAll(
            "script, style, link, template, iframe, object, embed, form, button, input, nav, .save, .own",
          )
          .forEach((part) => part.remove());
        [entry, ...entry.querySelectorAll("*")].forEach((part) =>
          [...part.attributes].forEach(({ name, value }) => {
            if (name.startsWith("on") || (name === "id" && !part.closest("svg"))) part.removeAttribute(name);
            else if (["href", "src"].includes(name) && !value.startsWith("#"))
              part.setAttribute(name, new URL(value, address));
            else if (name === "loading") part.removeAttribute(name);
          }),
        );
        return entry;
      }),
    );
    page.querySelector(".texts").replaceChildren(...parts);
    await Promise.all(
      [...page.querySelectorAll(".texts img")].map((image) => image.decode().catch(() => {})),
    );
  };
  const listed = () => {
    const lines = new Map(
      [...page.querySelector("template").content.children].map((line) => [line.dataset.name, line]),
    );
    const shown = page.querySelector(".kept");
    const told = page.querySelector(".told");
    const asked = () => {
      try {
        return names(decodeURIComponent(location.hash.slice(1))).filter((name) => lines.has(name));
      } catch {
        return [];
      }
    };
    const kept = () => read().filter((name) => lines.has(name));
    const current = () => (asked().length ? asked() : kept());
    let former = null;
    const show = () => {
      const list = current();
      const shared = asked().length > 0;
      const text = shared
        ? page.dataset.shared
        : list.length === 1
          ? page.dataset.one
          : list.length
            ? page.dataset.other
            : page.dataset.empty;
      const address = new URL(`#${list}`, location.href).href;
      const way = page.querySelector(".share a");
      told.textContent = text.replace("{count}", list.length);
      shown.replaceChildren(...list.map((name) => lines.get(name)));
      page.classList.toggle("shared", shared);
      page.classList.toggle("empty", !list.length);
      page.querySelector("[data-do=undo]").hidden = shared || !former;
      way.href = address;
      way.textContent = address;
      refresh();
    };
    const change = (list, before = null) => {
      if (!write([...list, ...read().filter((name) => !lines.has(name))])) return;
      former = before;
      show();
    };
    const moved = (line, step, button) => {
      const list = kept();
      const at = list.indexOf(line.dataset.name);
      const title = line.querySelector("h2").textContent;
      const to = Math.min(Math.max(at + step, 0), list.length - 1);
      const rest = list.filter((_, place) => place !== at);
      if (step) {
        rest.splice(to, 0, line.dataset.name);
        change(rest);
      } else change(rest, list);
      (step
        ? button
        : (shown.children[Math.min(at, rest.length - 1)]?.querySelector("[data-move='0']") ??
          page.querySelector("[data-do=undo]"))
      ).focus();
      say(step ? page.dataset.moved : page.dataset.removed, { title, place: to + 1 });
    };
    const printed = async (full) => {
      if (full) {
        told.textContent = page.dataset.fetching;
        try {
          await whole([...shown.children]);
          page.classList.add("whole");
          show();
        } catch {
          told.textContent = page.dataset.unfetched;
        }
      }
      print();
    };
    const doing = {
      print: () => printed(false),
      whole: () => printed(true),
      keep: () => {
        const list = asked();
        history.pushState(null, "", location.pathname + location.search);
        change([...new Set([...kept(), ...list])]);
      },
      clear: () => {
        change([], kept());
        page.querySelector("[data-do=undo]").focus();
        say(page.dataset.cleared);
      },
      undo: () => change(former),
    };
    page.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.dataset.do) doing[button.dataset.do]();
      else if (button?.dataset.move) moved(button.closest("li"), Number(button.dataset.move), button);
    });
    addEventListener("afterprint", () => {
      page.classList.remove("whole");
      page.querySelector(".texts").replaceChildren();
    });
    ["hashchange", "popstate", "storage"].forEach((event) => addEventListener(event, show));
    document.querySelector(".plain").hidden = true;
    page.hidden = false;
    show();
  };
  if (page) listed();
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  refresh();
})();
