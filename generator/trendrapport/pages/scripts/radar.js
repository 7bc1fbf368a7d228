(() => {
  "use strict";
  // One tooltip for all marks; it says what the mark's own title says to who has no script.
  const tip = document.createElement("div");
  let hiding;
  const hide = () => { tip.hidden = true; };
  const later = () => { hiding = setTimeout(hide, 150); };
  const show = (mark, parts) => {
    clearTimeout(hiding);
    const [title, ...facts] = parts;
    const bold = document.createElement("b");
    bold.textContent = title;
    tip.replaceChildren(bold, facts.join(" · "));
    tip.hidden = false;
    const [at, size] = [mark.getBoundingClientRect(), tip.getBoundingClientRect()];
    const left = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), document.documentElement.clientWidth - size.width - 8);
    const above = at.top - size.height - 8;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${(above > 0 ? above : at.bottom + 8) + window.scrollY}px`;
  };

  const explained = (link) => {
    const mark = link.querySelector(".mark");
    const parts = JSON.parse(link.dataset.facts);
    link.removeAttribute("title");
    link.querySelector("title")?.remove();
    ["mouseenter", "focus"].forEach((event) => link.addEventListener(event, () => show(mark, parts)));
    ["mouseleave", "blur"].forEach((event) => link.addEventListener(event, later));
  };

  // A mark and its line in the list light up together.
  const paired = (radar) => {
    const parts = [...radar.querySelectorAll("[data-trend]")];
    const light = (name) => parts.forEach((part) => part.classList.toggle("lit", part.dataset.trend === name));
    parts.forEach((part) => {
      ["mouseenter", "focusin"].forEach((event) => part.addEventListener(event, () => light(part.dataset.trend)));
      ["mouseleave", "focusout"].forEach((event) => part.addEventListener(event, () => light(null)));
    });
  };

  // What the list leaves out is not in the drawing either; a trend stands once in the list and can stand in several drawings.
  const narrowed = (radar) => {
    const shown = new Set([...radar.querySelectorAll("[data-item]:not([hidden])")].map((line) => line.dataset.trend));
    radar.querySelectorAll("[data-facts]").forEach((mark) => mark.classList.toggle("off", !shown.has(mark.dataset.trend)));
  };

  const radars = document.querySelectorAll(".radar");
  if (!radars.length) return;
  tip.className = "radar-tip";
  tip.hidden = true;
  tip.addEventListener("mouseenter", () => clearTimeout(hiding));
  tip.addEventListener("mouseleave", later);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.body.append(tip);
  document.querySelectorAll(".radar [data-facts]").forEach(explained);
  radars.forEach((radar) => {
    paired(radar);
    if (!radar.querySelector(".filters")) return;
    radar.addEventListener("narrowed", () => narrowed(radar));
    narrowed(radar);
  });
})();
