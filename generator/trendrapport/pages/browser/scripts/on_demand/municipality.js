(() => {
  "use strict";
  const KEY = "gemeente"; // in the address and in the browser's store
  const CODE = /^GM\d{4}$/;
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPE = ["d", "transform", "x", "y", "width", "height", "cx", "cy", "r"];
  const boxes = [...document.querySelectorAll(".own")];
  if (!boxes.length) return;

  let chosen = null; // the entry of a municipality: code, name, other names

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (code) => {
    try {
      if (code) localStorage.setItem(KEY, code);
      else localStorage.removeItem(KEY);
    } catch {
      // not allowed here
    }
  };
  const named = (text) => text.replaceAll("{name}", chosen?.[1] ?? "");
  const filled = (texts, [text, ...values]) => texts[text].replace(/\{(\d+)\}/g, (_, index) => values[index]);
  const words = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const plain = (text) => words(text).replaceAll(" ", "");

  // A script brings data from a folder too, and under a strict policy.
  const loading = {};
  const load = (address) =>
    (loading[address] ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", done);
      script.addEventListener("error", () => {
        delete loading[address];
        failed(new Error(address));
      });
      document.head.append(script);
    }));
  const municipalities = async () => {
    await load(boxes[0].dataset.names);
    return self.reportMunicipalities;
  };

  const address = (code, figure) => {
    const url = new URL(location.href);
    if (code) url.searchParams.set(KEY, code);
    else url.searchParams.delete(KEY);
    if (figure) url.hash = figure;
    return url.href;
  };
  const asked = () => new URL(location.href).searchParams.get(KEY);

  // --- the drawing ---

  const setAttributes = (element, values) => {
    Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));
  };

  const outline = (mark, kind) => {
    const made = document.createElementNS(SVG, mark.localName);
    const names = SHAPE.filter((name) => mark.hasAttribute(name));
    names.forEach((name) => made.setAttribute(name, mark.getAttribute(name)));
    made.setAttribute("class", `own-mark ${kind}`);
    mark.parentNode.append(made);
  };

  const label = (mark, text) => {
    const svg = mark.ownerSVGElement;
    const box = mark.getBBox();
    const { a, d, e, f } = svg.getScreenCTM().inverse().multiply(mark.getScreenCTM());
    const name = document.createElementNS(SVG, "text");
    name.setAttribute("class", "own-mark name");
    name.textContent = text;
    const plate = document.createElementNS(SVG, "rect");
    plate.setAttribute("class", "own-mark plate");
    svg.append(plate, name);
    const width = name.getComputedTextLength();
    const middle = e + a * (box.x + box.width / 2);
    const top = f + d * box.y;
    const x = Math.max(8, Math.min(middle - width / 2, svg.viewBox.baseVal.width - width - 8));
    const y = top > 30 ? top - 12 : top + d * box.height + 24;
    setAttributes(name, { x, y });
    setAttributes(plate, { x: x - 6, y: y - 16, width: width + 12, height: 22, rx: 3 });
  };

  const reveal = (mark) => {
    const scroll = mark.closest(".scroll");
    if (!scroll || scroll.scrollWidth <= scroll.clientWidth) return;
    const box = mark.getBoundingClientRect();
    const middle = scroll.getBoundingClientRect().left + scroll.clientWidth / 2;
    scroll.scrollLeft += box.left + box.width / 2 - middle;
  };

  const highlight = (box) => {
    const figure = box.closest(".figure");
    figure.querySelectorAll(".own-mark").forEach((old) => old.remove());
    const marks = chosen ? [...figure.querySelectorAll(`svg [data-place="${chosen[0]}"]`)] : [];
    // What is not shown at this width has no measures, and is shown when the phone is turned or the page is
    // printed.
    figure.classList.add("measured");
    for (const mark of marks) {
      const [value] = self.reportPlaces[box.dataset.figure].rows[chosen[0]];
      outline(mark, "around");
      outline(mark, "line");
      label(mark, `${chosen[1]}: ${value}`);
    }
    figure.classList.remove("measured");
    marks.forEach(reveal);
    return marks.length > 0;
  };

  // --- the words ---

  const tell = async (box) => {
    const main = box.querySelector(".place");
    const beside = box.querySelector(".beside");
    main.textContent = "";
    beside.textContent = "";
    if (chosen) await load(box.dataset.places);
    const drawn = highlight(box);
    if (!chosen) return;
    const { texts, rows, nation, notes } = self.reportPlaces[box.dataset.figure];
    const [, sentence, middle] = rows[chosen[0]];
    const undrawn = drawn ? "" : named(box.dataset.undrawn);
    const comparison = middle ? filled(texts, middle) : "";
    main.textContent = `${filled(texts, sentence)} ${nation}`;
    beside.textContent = `${undrawn} ${comparison} ${notes}`.trim();
  };

  const controls = (box) => {
    box.classList.toggle("chosen", Boolean(chosen));
    const input = box.querySelector("input");
    if (!input) return;
    input.value = chosen?.[1] ?? "";
    box.querySelectorAll("[data-text]").forEach((part) => {
      part.textContent = named(part.dataset.text);
    });
    const code = chosen?.[0];
    const isUnkept = chosen && kept() !== code;
    box.querySelector(".keep").hidden = !isUnkept;
    box.querySelector(".link").href = address(code, box.closest(".figure")?.id);
    const all = box.querySelector(".all");
    if (all) all.search = isUnkept ? `?${KEY}=${code}` : "";
  };

  const show = async () => {
    boxes.forEach(controls);
    const ofFigures = boxes.filter((box) => box.dataset.places);
    const results = await Promise.allSettled(ofFigures.map(tell));
    const failed = results.filter((one) => one.status === "rejected").length;
    if (failed) self.reportSay(boxes[0].dataset.failed);
    return results.length - failed;
  };

  const changeAddress = (href) => {
    try {
      history.replaceState(history.state, "", href);
    } catch {
      // not allowed in a folder
    }
  };

  const choose = async (entry, box) => {
    chosen = entry;
    keep(entry?.[0]);
    if (asked() !== null) changeAddress(address(entry?.[0]));
    const count = await show();
    if (entry && !count) return;
    const words = entry ? named(box.dataset.chosen).replace("{count}", count) : box.dataset.forgotten;
    const sentence = box.querySelector(".place")?.textContent;
    self.reportSay(sentence ? `${words} ${sentence}` : words);
  };

  // --- the field: an editable combobox with a list, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ ---

  const NONE = 3;
  const rank = (name, text) => {
    if (words(name).startsWith(words(text))) return 0;
    if (plain(name).startsWith(plain(text))) return 1;
    return plain(name).includes(plain(text)) ? 2 : NONE;
  };
  const bestRank = ([, ...names], text) => Math.min(...names.map((name) => rank(name, text)));
  const found = (all, text) => {
    const ranked = all.map((entry) => [entry, bestRank(entry, text)]);
    const fitting = ranked.filter(([, own]) => own < NONE);
    fitting.sort((a, b) => a[1] - b[1]);
    return fitting.map(([entry]) => entry);
  };

  const field = (box, number) => {
    const input = box.querySelector("input");
    const list = box.querySelector("ul");
    let shown = [];
    let active = -1;
    list.id = `own-${number}`;
    input.setAttribute("aria-controls", list.id);

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const point = (index) => {
      active = (index + shown.length) % shown.length;
      const options = [...list.children];
      options.forEach((option, at) => option.setAttribute("aria-selected", at === active));
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    };
    const pick = (entry) => {
      close();
      choose(entry, box);
    };
    const option = (entry, at) => {
      const item = document.createElement("li");
      const [, name, ...others] = entry;
      item.id = `${list.id}-${at}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = others.length ? `${name} (${others.join(", ")})` : name;
      // The field keeps the focus.
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => pick(entry));
      return item;
    };
    const open = async (text) => {
      shown = found(await municipalities(), text);
      const count = shown.length;
      list.replaceChildren(...shown.map(option));
      list.hidden = !count;
      input.setAttribute("aria-expanded", count > 0);
      input.removeAttribute("aria-activedescendant");
      active = -1;
      self.reportSay(count ? box.dataset.matches.replace("{count}", count) : box.dataset.noMatch);
      input.toggleAttribute("aria-invalid", !count);
    };
    const attempt = (text) => open(text).catch(() => self.reportSay(box.dataset.failed));

    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => (input.value.trim() ? attempt(input.value) : close()));
    input.addEventListener("blur", () => {
      close();
      input.value = chosen?.[1] ?? "";
    });
    const step = async (by) => {
      if (list.hidden) await attempt("");
      if (shown.length && !list.hidden) point(active < 0 && by < 0 ? -1 : active + by);
    };
    const onlyOne = (entries) => (entries.length === 1 ? entries[0] : undefined);
    const isTyped = ([, ...names]) => names.some((name) => plain(name) === plain(input.value));
    const enter = async () => {
      // The names may still be on their way.
      if (list.hidden) await attempt(input.value);
      if (!shown.length) return;
      const entry = shown[active] ?? onlyOne(shown.filter(isTyped)) ?? onlyOne(shown);
      if (entry) pick(entry);
      else point(0);
    };
    const KEYS = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: enter,
      Escape: close,
    };
    const applies = (key) => {
      if (key === "Escape") return !list.hidden;
      const isNew = input.value.trim() && input.value !== chosen?.[1];
      return key !== "Enter" || !list.hidden || isNew;
    };
    input.addEventListener("keydown", (event) => {
      const act = KEYS[event.key];
      if (!act || !applies(event.key)) return;
      event.preventDefault();
      act();
    });
    box.querySelector(".forget").addEventListener("click", () => {
      choose(null, box);
      input.focus();
    });
    box.querySelector(".keep").addEventListener("click", () => {
      keep(chosen[0]);
      boxes.forEach(controls);
      input.focus();
    });
  };

  const start = async () => {
    const code = [asked(), kept()].find((one) => CODE.test(one ?? ""));
    if (code) chosen = (await municipalities()).find((one) => one[0] === code) ?? null;
    if (chosen || code) await show();
  };

  // A page that comes back from the browser's memory may have another municipality by now.
  const restart = async () => {
    chosen = null;
    await start();
    if (!chosen) await show();
  };

  boxes.forEach((box, number) => {
    box.append(box.querySelector("template").content.cloneNode(true));
    if (box.querySelector("input")) field(box, number);
    controls(box);
  });
  start().catch(() => {
    self.reportSay(boxes[0].dataset.failed);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) restart().catch(() => {});
  });
})();
