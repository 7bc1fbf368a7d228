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
  const filled = (texts, [text, ...values]) => texts[text].replace(/\{(\d+)\}/g, (_, place) => values[place]);
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

  const outline = (mark, kind) => {
    const made = document.createElementNS(SVG, mark.localName);
    SHAPE.filter((name) => mark.hasAttribute(name)).forEach((name) =>
      made.setAttribute(name, mark.getAttribute(name)),
    );
    made.setAttribute("class", `own-mark ${kind}`);
    mark.parentNode.append(made);
  };

  const label = (mark, text) => {
    const svg = mark.ownerSVGElement;
    const box = mark.getBBox();
    const place = svg.getScreenCTM().inverse().multiply(mark.getScreenCTM());
    const made = document.createElementNS(SVG, "text");
    made.setAttribute("class", "own-mark name");
    made.textContent = text;
    const plate = document.createElementNS(SVG, "rect");
    plate.setAttribute("class", "own-mark plate");
    svg.append(plate, made);
    const wide = made.getComputedTextLength();
    const middle = place.e + place.a * (box.x + box.width / 2);
    const top = place.f + place.d * box.y;
    const x = Math.max(8, Math.min(middle - wide / 2, svg.viewBox.baseVal.width - wide - 8));
    const y = top > 30 ? top - 12 : top + place.d * box.height + 24;
    Object.entries({ x, y }).forEach(([name, value]) => made.setAttribute(name, value));
    Object.entries({ x: x - 6, y: y - 16, width: wide + 12, height: 22, rx: 3 }).forEach(([name, value]) =>
      plate.setAttribute(name, value),
    );
  };

  const reveal = (mark) => {
    const [scroll, at] = [mark.closest(".scroll"), mark.getBoundingClientRect()];
    if (scroll && scroll.scrollWidth > scroll.clientWidth)
      scroll.scrollLeft +=
        at.left + at.width / 2 - scroll.getBoundingClientRect().left - scroll.clientWidth / 2;
  };

  const highlight = (box) => {
    const figure = box.closest(".figure");
    figure.querySelectorAll(".own-mark").forEach((old) => old.remove());
    const marks = chosen ? [...figure.querySelectorAll(`svg [data-place="${chosen[0]}"]`)] : [];
    // What is not shown at this width has no measures, and is shown when the phone is turned or the page is
    // printed.
    figure.classList.add("measured");
    marks.forEach((mark) => {
      outline(mark, "around");
      outline(mark, "line");
      label(mark, `${chosen[1]}: ${self.reportPlaces[box.dataset.figure].rows[chosen[0]][0]}`);
    });
    figure.classList.remove("measured");
    marks.forEach(reveal);
    return marks.length > 0;
  };

  // --- the words ---

  const tell = async (box) => {
    const [main, beside] = [".place", ".beside"].map((name) => box.querySelector(name));
    main.textContent = beside.textContent = "";
    if (chosen) await load(box.dataset.places);
    const seen = highlight(box);
    if (!chosen) return;
    const told = self.reportPlaces[box.dataset.figure];
    const [, sentence, middle] = told.rows[chosen[0]];
    main.textContent = `${filled(told.texts, sentence)} ${told.nation}`;
    beside.textContent = [
      seen ? "" : named(box.dataset.undrawn),
      middle ? filled(told.texts, middle) : "",
      told.notes,
    ]
      .join(" ")
      .trim();
  };

  const controls = (box) => {
    box.classList.toggle("chosen", Boolean(chosen));
    const input = box.querySelector("input");
    if (!input) return;
    input.value = chosen?.[1] ?? "";
    box.querySelectorAll("[data-text]").forEach((part) => {
      part.textContent = named(part.dataset.text);
    });
    box.querySelector(".keep").hidden = !chosen || kept() === chosen[0];
    box.querySelector(".link").href = address(chosen?.[0], box.closest(".figure")?.id);
    const all = box.querySelector(".all");
    if (all) all.search = chosen && kept() !== chosen[0] ? `?${KEY}=${chosen[0]}` : "";
  };

  const show = async () => {
    boxes.forEach(controls);
    const told = await Promise.allSettled(boxes.filter((box) => box.dataset.places).map(tell));
    if (told.some((one) => one.status === "rejected")) self.reportSay(boxes[0].dataset.failed);
    return told.filter((one) => one.status === "fulfilled").length;
  };

  const choose = async (entry, box) => {
    chosen = entry;
    keep(entry?.[0]);
    if (asked() !== null)
      try {
        history.replaceState(history.state, "", address(entry?.[0]));
      } catch {
        // not allowed in a folder
      }
    const count = await show();
    const words = entry ? named(box.dataset.chosen).replace("{count}", count) : box.dataset.forgotten;
    if (count || !entry)
      self.reportSay([words, box.querySelector(".place")?.textContent].filter(Boolean).join(" "));
  };

  // --- the field: an editable combobox with a list, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ ---

  const fit = (name, text) =>
    words(name).startsWith(words(text))
      ? 0
      : plain(name).startsWith(plain(text))
        ? 1
        : plain(name).includes(plain(text))
          ? 2
          : 3;
  const found = (all, text) =>
    all
      .map((one) => [one, Math.min(...one.slice(1).map((name) => fit(name, text)))])
      .filter(([, rank]) => rank < 3)
      .sort((a, b) => a[1] - b[1])
      .map(([one]) => one);

  const field = (box, number) => {
    const [input, list] = [box.querySelector("input"), box.querySelector("ul")];
    let [shown, active] = [[], -1];
    list.id = `own-${number}`;
    input.setAttribute("aria-controls", list.id);

    const close = () => {
      [list.hidden, active] = [true, -1];
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const point = (index) => {
      active = (index + shown.length) % shown.length;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    };
    const pick = (entry) => {
      close();
      choose(entry, box);
    };
    const option = (entry, at) => {
      const made = document.createElement("li");
      made.id = `${list.id}-${at}`;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      made.textContent = entry.length > 2 ? `${entry[1]} (${entry.slice(2).join(", ")})` : entry[1];
      made.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      made.addEventListener("click", () => pick(entry));
      return made;
    };
    const open = async (text) => {
      shown = found(await municipalities(), text);
      list.replaceChildren(...shown.map(option));
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(Boolean(shown.length)));
      input.removeAttribute("aria-activedescendant");
      active = -1;
      self.reportSay(
        shown.length ? box.dataset.matches.replace("{count}", shown.length) : box.dataset.noMatch,
      );
      input.toggleAttribute("aria-invalid", !shown.length);
    };
    const attempt = (text) =>
      open(text).catch(() => {
        self.reportSay(box.dataset.failed);
      });

    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => (input.value.trim() ? attempt(input.value) : close()));
    input.addEventListener("blur", () => {
      close();
      input.value = chosen?.[1] ?? "";
    });
    input.addEventListener("keydown", async (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) await attempt("");
        if (shown.length && !list.hidden) point(active < 0 && step < 0 ? -1 : active + step);
      } else if (
        event.key === "Enter" &&
        (!list.hidden || (input.value.trim() && input.value !== chosen?.[1]))
      ) {
        event.preventDefault();
        if (list.hidden) await attempt(input.value); // the names are still on their way
        if (!shown.length) return;
        const exact = shown.filter((one) => one.slice(1).some((name) => plain(name) === plain(input.value)));
        const one = shown[active] ?? (exact.length === 1 ? exact[0] : shown.length === 1 ? shown[0] : null);
        if (one) pick(one);
        else point(0);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    box.querySelector(".forget").addEventListener("click", () => {
      choose(null, box);
      input.focus();
    });
    box.querySelector(".keep").addEventListener("click", () => {
      keep(chosen[0]);
      controls(box);
      boxes.forEach(controls);
      input.focus();
    });
  };

  const start = async () => {
    const code = [asked(), kept()].find((one) => CODE.test(one ?? ""));
    if (code) chosen = (await municipalities()).find((one) => one[0] === code) ?? null;
    if (chosen || code) await show();
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
    if (event.persisted) {
      chosen = null;
      start()
        .then(() => chosen || show())
        .catch(() => {});
    }
  });
})();
