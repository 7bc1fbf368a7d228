(() => {
  "use strict";
  // A button that loads Vega and a figure's data from this site, or tells that it could not. Both are
  // scripts, for pages in a folder.
  const own = document.currentScript.src;
  const load = (address, there) =>
    new Promise((done, failed) => {
      if (there()) return done();
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });

  const offer = (part) => {
    const figure = part.closest(".figure");
    const words = JSON.parse(part.dataset.words);
    const button = document.createElement("button");
    const said = document.createElement("output");
    button.type = "button";
    button.textContent = part.textContent;
    part.replaceChildren(button);
    part.hidden = false;
    const back = (message) => {
      figure.classList.remove("exploring");
      figure.querySelector(".explorer")?.remove();
      button.disabled = false;
      said.textContent = message;
      button.focus();
    };
    button.addEventListener("click", async () => {
      button.disabled = true;
      part.append(said);
      said.textContent = words.loading;
      try {
        const data = () => self.reportExplored?.[part.dataset.figure];
        await Promise.all([
          load(part.dataset.spec, data),
          load(new URL("explore.js", own).href, () => self.exploreFigure),
        ]);
        await self.exploreFigure(part, structuredClone(data()), words, back);
        said.textContent = words.ready;
      } catch {
        back(words.failed);
      }
    });
  };

  document.querySelectorAll(".figure .explore").forEach(offer);
})();
