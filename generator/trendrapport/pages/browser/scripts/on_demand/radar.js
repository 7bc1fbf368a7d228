(() => {
  "use strict";
  // A mark and its line in the list light up together.
  const pair = (radar) => {
    const parts = radar.querySelectorAll("[data-trend]");
    const light = (name) => {
      for (const part of parts) part.classList.toggle("lit", part.dataset.trend === name);
    };
    for (const part of parts) {
      const enter = () => light(part.dataset.trend);
      const leave = () => light(null);
      ["mouseenter", "focusin"].forEach((event) => part.addEventListener(event, enter));
      ["mouseleave", "focusout"].forEach((event) => part.addEventListener(event, leave));
    }
  };

  // What the list leaves out is not in the drawing either; a trend is once in the list and can be in several
  // drawings.
  const narrow = (radar) => {
    const lines = [...radar.querySelectorAll("[data-item]:not([hidden])")];
    const shown = new Set(lines.map((line) => line.dataset.trend));
    for (const mark of radar.querySelectorAll("[data-facts]")) {
      mark.classList.toggle("off", !shown.has(mark.dataset.trend));
    }
  };

  document.querySelectorAll(".radar").forEach((radar) => {
    pair(radar);
    if (!radar.querySelector(".filters")) return;
    radar.addEventListener("narrowed", () => narrow(radar));
    narrow(radar);
  });
})();
