(() => {
  "use strict";
  // A button that loads Vega from this site, and what happens when that does not work. Browsers let no page in a folder read files.
  const own = document.currentScript.src;
  const load = () => new Promise((done, failed) => {
    if (window.exploreFigure) return done();
    const script = document.createElement("script");
    script.src = new URL("explore.js", own).href;
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
        const [answer] = await Promise.all([fetch(part.dataset.spec), load()]);
        if (!answer.ok) throw new Error(answer.status);
        await window.exploreFigure(part, await answer.json(), words, back);
        said.textContent = words.ready;
      } catch {
        back(words.failed);
      }
    });
  };

  if (location.protocol !== "file:") document.querySelectorAll(".figure .explore").forEach(offer);
})();
