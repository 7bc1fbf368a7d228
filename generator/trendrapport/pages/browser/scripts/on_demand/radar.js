(() => {
  "use strict";
  // A mark and its line in the list light up together.
  const paired = (radar) => {
    const parts = [...radar.querySelectorAll("[data-trend]")];
    const light = (name) =>
      parts.forEach((part) => part.classList.toggle("lit", part.dataset.trend === name));
    parts.forEach((part) => {
      ["mouseenter", "focusin"].forEach((event) =>
        part.addEventListener(event, () => light(part.dataset.trend)),
      );
      ["mouseleave", "focusout"].forEach((event) => part.addEventListener(event, () => light(null)));
    });
  };

  // What the list leaves out is not in the drawing either; a trend stands once in the list and can stand in
  // several drawings.
  const narrowed = (radar) => {
    const shown = new Set(
      [...radar.querySelectorAll("[data-item]:not([hidden])")].map((line) => line.dataset.trend),
    );
    radar
      .querySelectorAll("[data-facts]")
      .forEach((mark) => mark.classList.toggle("off", !shown.has(mark.dataset.trend)));
  };

  document.querySelectorAll(".radar").forEach((radar) => {
    paired(radar);
    if (!radar.querySelector(".filters")) return;
    radar.addEventListener("narrowed", () => narrowed(radar));
    narrowed(radar);
  });
})();
