(() => {
  "use strict";
  // A button that loads Vega and a figure's data from this site, or tells that it could not. Both are
  // scripts, for pages in a folder.
  const own = document.currentScript.src;
  const load = (address, isThere) =>
    new Promise((done, failed) => {
      if (isThere()) return done();
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });

  const offerButton = (part) => {
    const figure = part.closest(".figure");
    const words = JSON.parse(part.dataset.words);
    const button = document.createElement("button");
    const status = document.createElement("output");
    button.type = "button";
    button.textContent = part.textContent;
    part.replaceChildren(button);
    part.hidden = false;
    const back = (message) => {
      figure.classList.remove("exploring");
      figure.querySelector(".explorer")?.remove();
      button.disabled = false;
      status.textContent = message;
      button.focus();
    };
    button.addEventListener("click", async () => {
      button.disabled = true;
      part.append(status);
      status.textContent = words.loading;
      try {
        const data = () => self.reportExplored?.[part.dataset.figure];
        const explorer = new URL("explore.js", own).href;
        const loadExplorer = load(explorer, () => self.exploreFigure);
        await Promise.all([load(part.dataset.spec, data), loadExplorer]);
        await self.exploreFigure(part, structuredClone(data()), words, back);
        status.textContent = words.ready;
      } catch {
        back(words.failed);
      }
    });
  };

  document.querySelectorAll(".figure .explore").forEach(offerButton);
})();
