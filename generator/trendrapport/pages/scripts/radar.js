(() => {
  "use strict";
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

  document.querySelectorAll(".radar").forEach((radar) => {
    paired(radar);
    const form = radar.querySelector(".filters");
    if (form) filtered(radar, form);
  });
})();
