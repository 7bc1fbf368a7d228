(() => {
  "use strict";
  // A mark of a drawing and the link in its line of the list lead to the same page.
  const MARKS = ":is(.wheel, .strips) a";
  const LINES = ".listed li[value]";
  const target = (part) => (part.querySelector("a") ?? part).getAttribute("href");

  // A mark and its line light up together.
  const pair = (radar) => {
    const parts = radar.querySelectorAll(`${MARKS}, ${LINES}`);
    const light = (href) => {
      for (const part of parts) part.classList.toggle("lit", target(part) === href);
    };
    for (const part of parts) {
      const enter = () => light(target(part));
      const leave = () => light(null);
      ["mouseenter", "focusin"].forEach((event) => part.addEventListener(event, enter));
      ["mouseleave", "focusout"].forEach((event) => part.addEventListener(event, leave));
    }
  };

  // What the list leaves out is not in the drawing either; a trend is once in the list and can be in several
  // drawings.
  const narrow = (radar) => {
    const lines = [...radar.querySelectorAll("[data-item]:not([hidden])")];
    const shown = new Set(lines.map(target));
    for (const mark of radar.querySelectorAll(MARKS)) mark.classList.toggle("off", !shown.has(target(mark)));
  };

  document.querySelectorAll(".radar").forEach((radar) => {
    pair(radar);
    if (!radar.querySelector(".filters")) return;
    radar.addEventListener("narrowed", () => narrow(radar));
    narrow(radar);
  });
})();
