(() => {
  "use strict";
  // The controls of a figure that is explored, and the drawing that Vega makes of their choices. Text only as
  // text; colours as the page's custom properties; expressions are interpreted (`ast`), so that a strict
  // policy needs no `unsafe-eval`.
  const GLYPHS = {
    circle: "●",
    square: "■",
    "triangle-up": "▲",
    diamond: "◆",
    cross: "✚",
    "triangle-down": "▼",
    "triangle-right": "▶\uFE0E",
    "triangle-left": "◀\uFE0E",
  };

  const made = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (text, act) => {
    const one = made("button", { type: "button", textContent: text });
    one.addEventListener("click", act);
    return one;
  };
  const group = (name, ...children) =>
    made("fieldset", {}, made("legend", { textContent: name }), ...children);

  // Each control gives { part, signals(), reset() }; `changed` has the drawing made anew.
  const seriesControl = (series, words, changed) => {
    const boxes = series.map((one) => {
      const box = made("input", { type: "checkbox", checked: one.on, value: one.name });
      const glyph = made("span", { className: "glyph", textContent: GLYPHS[one.shape] });
      glyph.style.setProperty("--glyph", one.colour);
      glyph.setAttribute("aria-hidden", "true");
      box.addEventListener("change", changed);
      return [box, made("label", {}, box, glyph, one.name)];
    });
    const set = (choose) => () => {
      boxes.forEach(([box], at) => {
        box.checked = choose(series[at]);
      });
      changed();
    };
    const list = made("div", { className: "choices" }, ...boxes.map(([, label]) => label));
    const setAll = set(() => true);
    const setNone = set(() => false);
    const buttons = made("p", {}, button(words.all, setAll), button(words.none, setNone));
    const signals = () => {
      const checked = boxes.filter(([box]) => box.checked);
      return { chosen: checked.map(([box]) => box.value) };
    };
    return { part: group(words.series, list, buttons), signals, reset: set((one) => one.on) };
  };

  const periodControl = (moments, words, changed) => {
    const end = moments.length - 1;
    const choice = (index) => {
      const options = moments.map((one, value) => made("option", { value, textContent: one.name }));
      const select = made("select", {}, ...options);
      select.selectedIndex = index;
      return select;
    };
    const first = choice(0);
    const last = choice(end);
    const labels = [made("label", {}, words.first, first), made("label", {}, words.last, last)];
    first.addEventListener("change", () => {
      last.selectedIndex = Math.max(first.selectedIndex, last.selectedIndex);
      changed();
    });
    last.addEventListener("change", () => {
      first.selectedIndex = Math.min(first.selectedIndex, last.selectedIndex);
      changed();
    });
    const reset = () => {
      first.selectedIndex = 0;
      last.selectedIndex = end;
      changed();
    };
    const at = (select) => moments[select.selectedIndex].at;
    const signals = () => ({ first: at(first), last: at(last) });
    return { part: group(words.period, ...labels), reset, signals };
  };

  const zoomControl = (ends, words, changed) => {
    let now = structuredClone(ends);
    // No further out than the whole, and no further in than a fiftieth of it.
    const fit = (name, [low, high]) => {
      const [least, most] = ends[name];
      const whole = most - least;
      const wide = Math.min(whole, Math.max(high - low, whole / 50));
      const centred = (low + high - wide) / 2;
      const from = Math.min(Math.max(centred, least), most - wide);
      return [from, from + wide];
    };
    const move = (change) => () => {
      Object.keys(now).forEach((name) => {
        now[name] = fit(name, change(now[name], name));
      });
      changed();
    };
    const zoom = (part) =>
      move(([low, high]) => {
        const margin = ((high - low) * (1 - part)) / 2;
        return [low + margin, high - margin];
      });
    const shift = (axis, part) =>
      move(([low, high], name) => {
        const step = name === axis ? (high - low) * part : 0;
        return [low + step, high + step];
      });
    const part = group(
      words.zoom,
      button(words.nearer, zoom(0.6)),
      button(words.further, zoom(1 / 0.6)),
      button(words.left, shift("across", -0.25)),
      button(words.right, shift("across", 0.25)),
      button(words.up, shift("up", 0.25)),
      button(words.down, shift("up", -0.25)),
    );
    return {
      part,
      signals: () => structuredClone(now),
      reset: () => {
        now = structuredClone(ends);
        changed();
      },
    };
  };

  const controls = ({ series, moments, ends }, words, changed) =>
    [
      series.length > 1 && seriesControl(series, words, changed),
      moments.length > 1 && periodControl(moments, words, changed),
      ends && zoomControl(ends, words, changed),
    ].filter(Boolean);

  // Marks that a reader can see: those of a zoomed cloud may lie outside.
  const seen = (canvas) => {
    const box = canvas.getBoundingClientRect();
    return [...canvas.querySelectorAll("path[aria-label]")].filter((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    });
  };

  const dress = (canvas, figure, names) => {
    const svg = canvas.querySelector("svg");
    const drawing = figure.querySelector("svg.chart");
    svg.setAttribute("aria-label", drawing.getAttribute("aria-label") || "");
    const described = svg.querySelectorAll("[aria-roledescription]");
    described.forEach((part) => part.removeAttribute("aria-roledescription"));
    svg.querySelectorAll("path[aria-label]").forEach((mark) => {
      // Vega keeps with each element the item that it draws.
      mark.dataset.series = names.indexOf(mark.__data__?.datum?.series);
    });
    svg.dispatchEvent(new CustomEvent("marks", { bubbles: true }));
  };

  // Letters of a drawing as large as the reader's own, in the font of the page.
  const adaptLetters = ({ config }) => {
    const larger = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const font = getComputedStyle(document.body).fontFamily;
    config.font = font;
    config.text.font = font;
    config.text.fontSize *= larger;
    config.axis.labelFontSize *= larger;
    config.axis.titleFontSize *= larger;
  };

  const embed = async (canvas, spec) => {
    const locale = window.vegaLocales[document.documentElement.lang.slice(0, 2)];
    const { view } = await window.vegaEmbed(canvas, spec, {
      ...locale,
      mode: "vega-lite",
      ast: true,
      renderer: "svg",
      actions: false,
      defaultStyle: false,
      tooltip: false,
      // An empty choice is no cause for a warning.
      logLevel: 1,
    });
    return view;
  };

  window.exploreFigure = async (part, spec, words, back) => {
    const figure = part.closest(".figure");
    const canvas = made("div", { className: "canvas" });
    const count = made("output", { className: "count" });
    const names = spec.usermeta.series.map((one) => one.name);
    let view = null;
    const draw = async () => {
      const signals = Object.assign({}, ...parts.map((one) => one.signals()));
      Object.entries(signals).forEach(([name, value]) => view.signal(name, value));
      await view.runAsync();
      dress(canvas, figure, names);
      const shown = seen(canvas).length;
      count.textContent = shown ? words.count.replace("{count}", shown) : words.empty;
    };
    const leave = (message) => {
      view?.finalize();
      back(message);
    };
    const changed = () => {
      draw().catch(() => leave(words.failed));
    };
    const parts = controls(spec.usermeta, words, changed);
    const again = button(words.again, () => parts.forEach((one) => one.reset()));
    const close = button(words.back, () => leave(words.returned));
    const explorer = made("div", { className: "explorer" }, canvas);
    const marked = spec.usermeta.marked.map((text) => made("li", { textContent: text }));
    if (marked.length) explorer.append(made("ul", { className: "marked" }, ...marked));
    explorer.append(made("p", { className: "ends" }, again, close, count));
    explorer.append(...parts.map((one) => one.part));
    const title = figure.querySelector("h1,h2,h3").textContent;
    explorer.setAttribute("role", "group");
    explorer.setAttribute("aria-label", `${words.explorer}: ${title}`);
    explorer.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave(words.returned);
    });
    part.after(explorer);
    figure.classList.add("exploring");
    adaptLetters(spec);
    view = await embed(canvas, spec);
    await draw();
    explorer.querySelector("fieldset :is(input, select, button)").focus({ preventScroll: true });
    explorer.scrollIntoView({ block: "nearest" });
  };
})();
