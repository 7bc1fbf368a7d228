// Draws Vega-Lite without a browser, with the libraries of vega.js; nothing is fetched.
(() => {
  const OTHER = 0.54;
  // Room for the letters of a reader's device, which are wider: those of the page come late or never.
  const WIDER = 1.1;
  const WIDE = 0x1100; // from here on characters are as wide as they are high
  const LEAST = 60; // the width of the narrowest panel
  const SLACK = 1; // so much may stick out: the edge of a mark
  let widths = [{}, {}];
  let outcome = null;

  // Takes the width of each character in parts of the text's size: of a regular and of a semibold text.
  globalThis.measureWith = (regular, semibold) => {
    widths = [regular, semibold];
    return true;
  };

  vega.textMetrics.width = (item, text) => {
    const letters = widths[Number(item.fontWeight === "bold" || item.fontWeight >= 600)];
    const parts = [...String(text ?? "")].map(
      (letter) => letters[letter] ?? (letter.codePointAt(0) < WIDE ? OTHER : 1),
    );
    const width = parts.reduce((sum, part) => sum + part, 0) * WIDER * (item.fontSize ?? 11);
    return item.limit > 0 ? Math.min(width, item.limit) : width;
  };

  function viewOf(specification, refused) {
    const loader = vega.loader();
    loader.load = async (address) => {
      refused.push(`External data url not allowed: ${address}`);
      throw new Error(refused[0]);
    };
    const runtime = vega.parse(vegaLite.compile(specification).spec);
    return new vega.View(runtime, { renderer: "none", loader, logger: listener(refused) });
  }

  // Vega logs what goes wrong with data and marks, and goes on without them: the drawing would lack
  // something.
  function listener(refused) {
    const logger = {
      error: (reason) => {
        refused.push(String(reason?.message ?? reason));
        return logger;
      },
    };
    for (const ignored of ["level", "warn", "info", "debug"]) logger[ignored] = () => logger;
    return logger;
  }

  // A drawing, and the box in which all of it lies, counted from its left and top.
  async function drawing(specification) {
    const refused = [];
    const view = viewOf(specification, refused);
    try {
      const svg = await view.toSVG().catch((error) => {
        throw refused.length ? new Error(refused[0]) : error;
      });
      if (refused.length) throw new Error(refused[0]);
      const [x, y] = view.origin();
      const { left, top } = view.padding();
      const { x1, y1, x2, y2 } = view.scenegraph().root.bounds;
      const [, width, height] = svg.match(/ width="([\d.]+)" height="([\d.]+)"/).map(Number);
      const box = { x1: x1 + x + left, y1: y1 + y + top, x2: x2 + x + left, y2: y2 + y + top };
      const whole = {
        x1: Math.min(0, box.x1),
        y1: Math.min(0, box.y1),
        x2: Math.max(width, box.x2),
        y2: Math.max(height, box.y2),
      };
      return { specification, svg, whole, wide: whole.x2 - whole.x1, unnamed: unnamed(view) };
    } finally {
      view.finalize();
    }
  }

  async function svgOfMarks(view) {
    await view.runAsync();
    identify(view.scenegraph().root);
    return view.toSVG();
  }

  // A mark of a row that says something is drawn with the series and the municipality of that row, as JSON in an
  // attribute that nothing else needs; marks.py reads it.
  function identify(item) {
    const { datum, description } = item;
    const said = description !== undefined && description === datum?.description;
    item.ariaRoleDescription = said ? JSON.stringify([datum.series, datum.place]) : "";
    item.items?.forEach(identify);
  }

  // Whether an axis leaves out names of categories.
  function unnamed(view) {
    const hidden = (item) =>
      item.role === "axis-label"
        ? item.items.some((label) => label.opacity === 0)
        : (item.items ?? []).some(hidden);
    const discrete = (axis) => typeof view.scale(axis.datum.scale)?.bandwidth === "function" || false;
    const axes = (item) =>
      item.role === "axis"
        ? item.items.filter((axis) => safely(() => discrete(axis)))
        : (item.items ?? []).flatMap(axes);
    return axes(view.scenegraph().root).some(hidden);
  }

  function safely(asked) {
    try {
      return asked();
    } catch {
      return false;
    }
  }

  function configured(specification, changes) {
    const config = { ...specification.config };
    for (const [name, change] of Object.entries(changes)) config[name] = { ...config[name], ...change };
    return { ...specification, config };
  }

  // The same with panels so narrow that all of them fit in the room, if they can: their total width is
  // measured twice.
  async function withPanels(first, room) {
    const panels = (wide) =>
      drawing(configured(first.specification, { view: { continuousWidth: wide, discreteWidth: wide } }));
    const start = first.specification.config.view.continuousWidth;
    if (!start || first.wide <= room) return first;
    const guess = Math.max(LEAST, (start * room) / first.wide);
    const second = await panels(guess);
    const each = (first.wide - second.wide) / (start - guess);
    return each > 0 ? panels(Math.max(LEAST, Math.floor(guess + (room - second.wide) / each))) : first;
  }

  // The same with fewer panels beside each other; null when their number is not for us to choose.
  function inColumns(specification, columns) {
    const { encoding } = specification;
    if (encoding?.facet)
      return { ...specification, encoding: { ...encoding, facet: { ...encoding.facet, columns } } };
    const wraps = specification.concat || Array.isArray(specification.repeat) || specification.facet?.field;
    return wraps ? { ...specification, columns } : null;
  }

  async function panelled(first, room) {
    let made = await withPanels(first, room);
    for (const columns of [4, 3, 2, 1]) {
      const fewer = inColumns(first.specification, columns);
      if (made.wide <= room + SLACK || !fewer) return made;
      made = await withPanels(await drawing(fewer), room);
    }
    return made;
  }

  // The first of some changes with which a drawing fits or is complete; else as it is.
  async function changed(first, changes, done) {
    if (done(first)) return first;
    for (const change of changes) {
      const next = await drawing(configured(first.specification, change));
      if (done(next)) return next;
    }
    return first;
  }

  // A drawing that is larger than it was planned, such as one with a long legend, becomes larger as a whole:
  // nothing of it is cut off.
  function whole({ svg, whole: { x1, y1, x2, y2 } }) {
    const [wide, high] = [Math.ceil(x2 - x1 - SLACK), Math.ceil(y2 - y1 - SLACK)];
    const [head] = svg.match(/^<svg[^>]*>/);
    const size = head.replace(
      / width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
      ` width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"`,
    );
    const moved =
      x1 < -SLACK || y1 < -SLACK ? [`<g transform="translate(${-x1},${-y1})">`, "</g>"] : ["", ""];
    return `${size}${moved[0]}${svg.slice(head.length, -"</svg>".length)}${moved[1]}</svg>`;
  }

  async function svgOf(text, language) {
    vega.formatLocale(vegaLocales[language].formatLocale);
    vega.timeFormatLocale(vegaLocales[language].timeFormatLocale);
    const specification = JSON.parse(text);
    const room = specification.usermeta?.room;
    const first = await drawing(specification);
    if (!room) return first.svg;
    const fits = (one) => one.wide <= room + SLACK;
    const keyed = await changed(
      await panelled(first, room),
      [6, 5, 4, 3, 2, 1].map((columns) => ({ legend: { columns } })),
      fits,
    );
    const turned = [{ axisXDiscrete: { labelAngle: -90, labelOverlap: false } }];
    return whole(await changed(keyed, turned, (one) => !one.unnamed));
  }

  // What is wrong with a formula: [after how many characters, what] where it cannot be read, or [-1, the
  // name] of each unknown function.
  globalThis.formulaFaults = (text) => {
    let tree = null;
    try {
      tree = vega.parseExpression(text);
    } catch (error) {
      return [[placeOf(error, text), error.message]];
    }
    const names = new Set();
    tree.visit((node) => {
      if (node.type === "CallExpression" && node.callee.type === "Identifier") names.add(node.callee.name);
    });
    return [...names].filter((name) => !isFunction(name)).map((name) => [-1, name]);
  };

  // Where a formula goes wrong: Vega counts up to the end of a token, and not at all when something comes
  // after a whole formula.
  function placeOf(error, text) {
    const [, token] = String(error.message).match(/^Unexpected token (.+)$/) ?? [];
    if (error.index === undefined) return wholeUpTo(text);
    return token && text.slice(0, error.index).endsWith(token) ? error.index - token.length : error.index;
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
      vega.codegenExpression({ globalvar: "_", fieldvar: "datum", allowed: [] })(
        vega.parseExpression(`${name}(1, 1, 1, 1)`),
      );
      return true;
    } catch (error) {
      return !String(error.message).startsWith("Unrecognized function");
    }
  }

  // Draws; `drawn` then gives ["svg", the drawing] or ["error", what is wrong].
  globalThis.draw = (specification, language) => {
    outcome = ["error", "not done"];
    svgOf(specification, language).then(
      (svg) => {
        outcome = ["svg", svg];
      },
      (error) => {
        outcome = ["error", String(error?.message ?? error)];
      },
    );
    return true;
  };
  globalThis.drawn = () => outcome;
})();
