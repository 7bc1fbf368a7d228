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

  const filtered = (radar, form) => {
    const fields = [...form.querySelectorAll("select")];
    const lines = [...radar.querySelectorAll("li[data-trend]")];
    const fits = (line) => fields.every(({ name, value }) => !value || line.dataset[name].split(" ").includes(value));
    const apply = () => {
      const shown = new Set(lines.filter(fits).map((line) => line.dataset.trend));
      lines.forEach((line) => { line.hidden = !shown.has(line.dataset.trend); });
      radar.querySelectorAll("[data-facts]").forEach((mark) => mark.classList.toggle("off", !shown.has(mark.dataset.trend)));
      radar.querySelectorAll(".listed section").forEach((part) => {
        part.hidden = part.querySelector("li[data-trend]") && !part.querySelector("li[data-trend]:not([hidden])");
      });
      form.querySelector("output").textContent = form.dataset.count.replace("{shown}", shown.size).replace("{all}", lines.length);
    };
    const read = () => {
      const wanted = new URLSearchParams(location.search);
      fields.forEach((field) => {
        field.value = wanted.get(field.name) ?? "";
        if (field.selectedIndex < 0) field.value = ""; // an address of someone else can name what there is not
      });
      apply();
    };
    const write = () => {
      const address = new URL(location.href);
      fields.forEach(({ name, value }) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name)));
      history.pushState(null, "", address);
      apply();
    };
    form.hidden = false;
    form.addEventListener("change", write);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      fields.forEach((field) => { field.value = ""; });
      write();
    });
    window.addEventListener("popstate", read);
    read();
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
    const form = radar.querySelector(".filters");
    if (form) filtered(radar, form);
  });
})();
