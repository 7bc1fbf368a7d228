(() => {
  "use strict";
  // The reader's own list: names of pages, joined by commas, in the browser's store and in addresses alike.
  // Nothing is stored before a choice.
  const link = document.querySelector("a.reading-list");
  if (!link) return;
  const KEY = `leeslijst ${new URL(".", link.href).pathname}`;
  // What was saved under a former name of an entry is that entry.
  const renamed = new Map(Object.entries(self.reportRenamed ?? {}));
  const names = (text) => {
    const current = (text ?? "").split(",").map((name) => renamed.get(name) ?? name);
    return [...new Set(current)].filter(Boolean);
  };
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

  const buttons = [];
  const addButton = (part) => {
    const name = part.dataset.save;
    const heading = part.querySelector("h2, h3, h4") ?? document.querySelector("h1");
    const title = heading.textContent.trim();
    const button = document.createElement("button");
    const words = document.createElement("span");
    button.type = "button";
    button.className = "bookmark-button";
    button.append(link.querySelector("svg").cloneNode(true), words);
    button.addEventListener("click", () => {
      const list = read();
      const kept = list.includes(name);
      const changed = kept ? list.filter((one) => one !== name) : [...list, name];
      if (write(changed)) say(kept ? link.dataset.unsaved : link.dataset.saved, { title });
      refresh();
    });
    buttons.push((list) => {
      const kept = list.includes(name);
      const text = kept ? link.dataset.unsave : link.dataset.save;
      button.classList.toggle("on", kept);
      words.textContent = text;
      button.setAttribute("aria-label", `${text}: ${title}`);
      if (part.localName === "li") button.title = text;
    });
    part.append(button);
  };
  const refresh = () => {
    const list = read();
    buttons.forEach((show) => show(list));
    link.querySelector(".count").textContent = list.length ? `(${list.length})` : "";
  };
  document.querySelectorAll("[data-save]:not(a)").forEach(addButton);
  document.querySelectorAll("[data-print]").forEach((part) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = part.dataset.print;
    button.addEventListener("click", () => print());
    part.append(button);
  });

  // --- the page of the list ---

  const page = document.querySelector("[data-reading]");
  // The browser reads a page of this site into a document in which nothing runs; no text becomes markup here.
  const fetchPage = (address) =>
    new Promise((done, failed) => {
      if (location.protocol === "file:") {
        failed(new Error("a browser fetches nothing from a folder"));
        return;
      }
      const request = new XMLHttpRequest();
      request.responseType = "document";
      request.addEventListener("load", () => {
        if (request.status === 200 && request.response) done(request.response);
        else failed(new Error(address));
      });
      request.addEventListener("error", failed);
      request.open("GET", address);
      request.send();
    });
  const UNPRINTED =
    "script, style, link, template, iframe, object, embed, form, button, input, nav, .save, .own";
  // Attributes go that do something or would be there twice; addresses hold on another page too.
  const clean = (part, address) => {
    for (const { name, value } of [...part.attributes]) {
      const isName = name === "id" && !part.closest("svg");
      const isAddress = ["href", "src"].includes(name) && !value.startsWith("#");
      if (isName || name === "loading" || name.startsWith("on")) part.removeAttribute(name);
      else if (isAddress) part.setAttribute(name, new URL(value, address));
    }
  };
  const fetchEntry = async (line) => {
    const address = line.querySelector("a").href;
    const entry = (await fetchPage(address)).querySelector(".entry");
    entry.querySelectorAll(UNPRINTED).forEach((part) => part.remove());
    [entry, ...entry.querySelectorAll("*")].forEach((part) => clean(part, address));
    return entry;
  };
  const showTexts = async (lines) => {
    const texts = page.querySelector(".texts");
    texts.replaceChildren(...(await Promise.all(lines.map(fetchEntry))));
    const images = [...texts.querySelectorAll("img")];
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  };
  const sentence = (count) => {
    if (!count) return page.dataset.empty;
    return count === 1 ? page.dataset.one : page.dataset.other;
  };
  const showList = () => {
    const templates = [...page.querySelector("template").content.children];
    // Of many entries, another script makes the lines from data.
    const lines =
      self.reportLines?.(templates[0]) ?? new Map(templates.map((line) => [line.dataset.name, line]));
    const shown = page.querySelector(".kept");
    const status = page.querySelector(".status");
    const undo = page.querySelector("[data-do=undo]");
    const asked = () => {
      try {
        const list = names(decodeURIComponent(location.hash.slice(1)));
        return list.filter((name) => lines.has(name));
      } catch {
        return [];
      }
    };
    const kept = () => read().filter((name) => lines.has(name));
    let former = null;
    const show = () => {
      const shared = asked();
      const isShared = shared.length > 0;
      const list = isShared ? shared : kept();
      const text = isShared ? page.dataset.shared : sentence(list.length);
      const address = new URL(`#${list}`, location.href).href;
      const share = page.querySelector(".share a");
      status.textContent = text.replace("{count}", list.length);
      shown.replaceChildren(...list.map((name) => lines.get(name)));
      page.classList.toggle("shared", isShared);
      page.classList.toggle("empty", !list.length);
      undo.hidden = isShared || !former;
      share.href = address;
      share.textContent = address;
      refresh();
    };
    const change = (list, before = null) => {
      const unknown = read().filter((name) => !lines.has(name));
      if (!write([...list, ...unknown])) return;
      former = before;
      show();
    };
    const move = (line, step, button) => {
      const { name } = line.dataset;
      const title = line.querySelector("h2").textContent;
      const list = kept();
      const from = list.indexOf(name);
      const to = Math.min(Math.max(from + step, 0), list.length - 1);
      const moved = list.filter((one) => one !== name);
      moved.splice(to, 0, name);
      change(moved);
      button.focus();
      say(page.dataset.moved, { title, place: to + 1 });
    };
    const remove = (line) => {
      const title = line.querySelector("h2").textContent;
      const list = kept();
      const index = list.indexOf(line.dataset.name);
      const rest = list.filter((name) => name !== line.dataset.name);
      change(rest, list);
      const next = shown.children[Math.min(index, rest.length - 1)];
      (next?.querySelector("[data-move='0']") ?? undo).focus();
      say(page.dataset.removed, { title });
    };
    const printTexts = async () => {
      status.textContent = page.dataset.fetching;
      try {
        await showTexts([...shown.children]);
        page.classList.add("whole");
        show();
      } catch {
        status.textContent = page.dataset.unfetched;
      }
      print();
    };
    const actions = {
      print: () => print(),
      whole: printTexts,
      keep: () => {
        const list = asked();
        history.pushState(null, "", location.pathname + location.search);
        change([...new Set([...kept(), ...list])]);
      },
      clear: () => {
        change([], kept());
        undo.focus();
        say(page.dataset.cleared);
      },
      undo: () => change(former),
    };
    page.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.dataset.do) actions[button.dataset.do]();
      if (!button?.dataset.move) return;
      const step = Number(button.dataset.move);
      const line = button.closest("li");
      if (step) move(line, step, button);
      else remove(line);
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
  if (page) addEventListener("DOMContentLoaded", showList);
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  refresh();
})();
