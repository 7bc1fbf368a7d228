// Draws Vega-Lite without a browser, with the libraries of vega.js; nothing is fetched.
(() => {
  const OTHER = 0.54;
  const WIDER = 1.1; // room for the letters of a reader's device, which are wider: those of the page come late or never
  const WIDE = 0x1100; // from here on characters are as wide as they are high
  let widths = [{}, {}];
  let outcome = null;

  // Takes the width of each character in parts of the text's size: of a regular and of a semibold text.
  globalThis.measureWith = (regular, semibold) => { widths = [regular, semibold]; return true; };

  vega.textMetrics.width = (item, text) => {
    const letters = widths[Number(item.fontWeight === "bold" || item.fontWeight >= 600)];
    const parts = [...String(text ?? "")].map((letter) => letters[letter] ?? (letter.codePointAt(0) < WIDE ? OTHER : 1));
    const width = parts.reduce((sum, part) => sum + part, 0) * WIDER * (item.fontSize ?? 11);
    return item.limit > 0 ? Math.min(width, item.limit) : width;
  };

  function viewOf(specification, refused) {
    const loader = vega.loader();
    loader.load = async (address) => {
      refused.push(`External data url not allowed: ${address}`);
      throw new Error(refused[0]);
    };
    const runtime = vega.parse(vegaLite.compile(JSON.parse(specification)).spec);
    return new vega.View(runtime, { renderer: "none", loader, logLevel: vega.None });
  }

  async function svgOf(specification, language) {
    const refused = [];
    vega.formatLocale(vegaLocales[language].formatLocale);
    vega.timeFormatLocale(vegaLocales[language].timeFormatLocale);
    const view = viewOf(specification, refused);
    try {
      const svg = await view.toSVG();
      if (refused.length) throw new Error(refused[0]);
      return svg;
    } finally {
      view.finalize();
    }
  }

  // Draws; `drawn` then gives ["svg", the drawing] or ["error", what is wrong].
  globalThis.draw = (specification, language) => {
    outcome = ["error", "not done"];
    svgOf(specification, language).then((svg) => { outcome = ["svg", svg]; }, (error) => { outcome = ["error", String(error?.message ?? error)]; });
    return true;
  };
  globalThis.drawn = () => outcome;
})();
