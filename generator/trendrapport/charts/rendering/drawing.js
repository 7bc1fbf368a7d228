// Draws Vega-Lite without a browser, with the libraries of vega.js; nothing is fetched.
(() => {
  const OTHER = 0.54; // the width of a character that is not measured
  // Room for the letters of a reader's device, which are wider: those of the page come late or never.
  const WIDER = 1.1;
  const WIDE = 0x1100; // from here on characters are as wide as they are high
  const LEAST = 60; // the width of the narrowest panel
  const SLACK = 1; // the most that may stick out: the edge of a mark
  let widths = [{}, {}];
  let outcome = null;

  // Takes the width of each character in parts of the text's size: of a regular and of a semibold text.
  globalThis.measureWith = (regular, semibold) => {
    widths = [regular, semibold];
    return true;
  };

  vega.textMetrics.width = (item, text) => {
    const isSemibold = item.fontWeight === "bold" || item.fontWeight >= 600;
    const letters = widths[isSemibold ? 1 : 0];
    const widthOf = (letter) => letters[letter] ?? (letter.codePointAt(0) < WIDE ? OTHER : 1);
    const total = [...String(text ?? "")].reduce((sum, letter) => sum + widthOf(letter), 0);
    const width = total * WIDER * (item.fontSize ?? 11);
    return item.limit > 0 ? Math.min(width, item.limit) : width;
  };

  function viewOf(specification, faults) {
    const loader = vega.loader();
    loader.load = async (address) => {
      faults.push(`External data url not allowed: ${address}`);
      throw new Error(faults[0]);
    };
    const runtime = vega.parse(vegaLite.compile(specification).spec);
    return new vega.View(runtime, { renderer: "none", loader, logger: listener(faults) });
  }

  // Vega logs what goes wrong with data and marks, and goes on without them: the drawing would lack
  // something.
  function listener(faults) {
    const logger = {
      error: (reason) => {
        faults.push(String(reason?.message ?? reason));
        return logger;
      },
    };
    for (const ignored of ["level", "warn", "info", "debug"]) logger[ignored] = () => logger;
    return logger;
  }

  // A drawing, and the box in which all of it lies, counted from its left and top.
  async function drawing(specification) {
    const faults = [];
    const view = viewOf(specification, faults);
    try {
      const svg = await svgOf(view, faults);
      const box = boxOf(view, svg);
      return { specification, svg, box, width: box.x2 - box.x1, lacksNames: lacksNames(view) };
    } finally {
      view.finalize();
    }
  }

  async function svgOf(view, faults) {
    try {
      await view.runAsync();
      identify(view.scenegraph().root);
      const svg = await view.toSVG();
      if (!faults.length) return svg;
    } catch (error) {
      if (!faults.length) throw error;
    }
    throw new Error(faults[0]);
  }

  // A mark of a row that says something is drawn with the series and the municipality of that row, as JSON in
  // an attribute that nothing else needs; marks.py reads it.
  function identify(item) {
    const { datum, description } = item;
    const said = description !== undefined && description === datum?.description;
    item.ariaRoleDescription = said ? JSON.stringify([datum.series, datum.municipality]) : "";
    item.items?.forEach(identify);
  }

  function boxOf(view, svg) {
    const [x, y] = view.origin();
    const { left, top } = view.padding();
    const { x1, y1, x2, y2 } = view.scenegraph().root.bounds;
    const [, width, height] = svg.match(/ width="([\d.]+)" height="([\d.]+)"/).map(Number);
    return {
      x1: Math.min(0, x1 + x + left),
      y1: Math.min(0, y1 + y + top),
      x2: Math.max(width, x2 + x + left),
      y2: Math.max(height, y2 + y + top),
    };
  }

  // Whether an axis leaves out names of categories.
  function lacksNames(view) {
    return axesOf(view.scenegraph().root).some((axis) => isDiscrete(view, axis) && hidesLabel(axis));
  }

  function axesOf(item) {
    if (item.role === "axis") return item.items;
    return (item.items ?? []).flatMap(axesOf);
  }

  function isDiscrete(view, axis) {
    try {
      return typeof view.scale(axis.datum.scale)?.bandwidth === "function";
    } catch {
      return false;
    }
  }

  function hidesLabel(item) {
    if (item.role === "axis-label") return item.items.some((label) => label.opacity === 0);
    return (item.items ?? []).some(hidesLabel);
  }

  function configured(specification, changes) {
    const config = { ...specification.config };
    for (const [name, change] of Object.entries(changes)) config[name] = { ...config[name], ...change };
    return { ...specification, config };
  }

  // The same with panels so narrow that all of them fit in the room, if they can: their total width is
  // measured twice.
  async function withPanels(first, room) {
    const withWidth = (width) => {
      const view = { continuousWidth: width, discreteWidth: width };
      return drawing(configured(first.specification, { view }));
    };
    const start = first.specification.config.view.continuousWidth;
    if (!start || first.width <= room) return first;
    const guess = Math.max(LEAST, (start * room) / first.width);
    const second = await withWidth(guess);
    const growth = (first.width - second.width) / (start - guess);
    if (!(growth > 0)) return first;
    const fitting = Math.floor(guess + (room - second.width) / growth);
    return withWidth(Math.max(LEAST, fitting));
  }

  // The same with fewer panels beside each other; null when their number is not for us to choose.
  function inColumns(specification, columns) {
    const { encoding, concat, repeat, facet } = specification;
    if (encoding?.facet) {
      const narrower = { ...encoding.facet, columns };
      return { ...specification, encoding: { ...encoding, facet: narrower } };
    }
    const wraps = concat || Array.isArray(repeat) || facet?.field;
    return wraps ? { ...specification, columns } : null;
  }

  async function withFewerPanels(first, room) {
    let current = await withPanels(first, room);
    for (const columns of [4, 3, 2, 1]) {
      const fewer = inColumns(first.specification, columns);
      if (current.width <= room + SLACK || !fewer) return current;
      current = await withPanels(await drawing(fewer), room);
    }
    return current;
  }

  // The drawing with the first of some changes that makes it good; else as it is.
  async function withChange(first, changes, isGood) {
    if (isGood(first)) return first;
    for (const change of changes) {
      const next = await drawing(configured(first.specification, change));
      if (isGood(next)) return next;
    }
    return first;
  }

  // A drawing that is larger than it was planned, such as one with a long legend, becomes larger as a whole:
  // nothing of it is cut off.
  function uncut({ svg, box: { x1, y1, x2, y2 } }) {
    const width = Math.ceil(x2 - x1 - SLACK);
    const height = Math.ceil(y2 - y1 - SLACK);
    const size = ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const [head] = svg.match(/^<svg[^>]*>/);
    const sized = head.replace(/ width="[^"]*" height="[^"]*" viewBox="[^"]*"/, size);
    const inside = svg.slice(head.length, -"</svg>".length);
    const sticksOut = x1 < -SLACK || y1 < -SLACK;
    const moved = sticksOut ? `<g transform="translate(${-x1},${-y1})">${inside}</g>` : inside;
    return `${sized}${moved}</svg>`;
  }

  async function drawingOf(text, language) {
    vega.formatLocale(vegaLocales[language].formatLocale);
    vega.timeFormatLocale(vegaLocales[language].timeFormatLocale);
    const specification = JSON.parse(text);
    const room = specification.usermeta?.room;
    const first = await drawing(specification);
    if (!room) return first.svg;
    const narrowLegends = [6, 5, 4, 3, 2, 1].map((columns) => ({ legend: { columns } }));
    const turnedNames = [{ axisXDiscrete: { labelAngle: -90, labelOverlap: false } }];
    const withPanelsThatFit = await withFewerPanels(first, room);
    const fitting = await withChange(withPanelsThatFit, narrowLegends, (one) => one.width <= room + SLACK);
    return uncut(await withChange(fitting, turnedNames, (one) => !one.lacksNames));
  }

  // What is wrong with a formula: [after how many characters, what] where it cannot be read, or [-1, the
  // name] of each unknown function.
  globalThis.formulaFaults = (text) => {
    let tree = null;
    try {
      tree = vega.parseExpression(text);
    } catch (error) {
      return [[positionOf(error, text), error.message]];
    }
    const names = new Set();
    tree.visit(({ type, callee }) => {
      if (type === "CallExpression" && callee.type === "Identifier") names.add(callee.name);
    });
    const unknown = [...names].filter((name) => !isFunction(name));
    return unknown.map((name) => [-1, name]);
  };

  // Where a formula goes wrong: Vega counts up to the end of a token, and not at all when something comes
  // after a whole formula.
  function positionOf({ message, index }, text) {
    if (index === undefined) return wholeUpTo(text);
    const [, token] = String(message).match(/^Unexpected token (.+)$/) ?? [];
    const isAfterToken = token && text.slice(0, index).endsWith(token);
    return isAfterToken ? index - token.length : index;
  }

  function wholeUpTo(text) {
    for (let end = text.length - 1; end > 0; end -= 1) {
      try {
        vega.parseExpression(text.slice(0, end));
        return end;
      } catch {
        // a shorter one may be whole
      }
    }
    return 0;
  }

  function isFunction(name) {
    if (vega.expressionFunction(name)) return true;
    try {
      const generate = vega.codegenExpression({ globalvar: "_", fieldvar: "datum", allowed: [] });
      generate(vega.parseExpression(`${name}(1, 1, 1, 1)`));
      return true;
    } catch (error) {
      return !String(error.message).startsWith("Unrecognized function");
    }
  }

  // Draws; `drawn` then gives ["svg", the drawing] or ["error", what is wrong].
  globalThis.draw = (specification, language) => {
    outcome = ["error", "not done"];
    finish(drawingOf(specification, language));
    return true;
  };
  async function finish(made) {
    try {
      outcome = ["svg", await made];
    } catch (error) {
      outcome = ["error", String(error?.message ?? error)];
    }
  }
  globalThis.drawn = () => outcome;
})();
