(() => {
  "use strict";
  // A term of the glossary explains itself in the text: a link becomes a button with a popover, which
  // Escape and a press elsewhere close. Browsers without popovers keep the link.
  if (!("popover" in HTMLElement.prototype)) return;

  const position = (panel, term) => {
    const box = term.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const below = box.bottom + 6;
    const above = box.top - panel.offsetHeight - 6;
    const fitsBelow = below + panel.offsetHeight <= innerHeight;
    const top = fitsBelow || above <= 0 ? below : above;
    const left = Math.max(8, Math.min(box.left, width - panel.offsetWidth - 8));
    panel.style.left = `${scrollX + left}px`;
    panel.style.top = `${scrollY + top}px`;
  };

  const explain = (term, number) => {
    const panel = document.createElement("span");
    const name = document.createElement("strong");
    const link = document.createElement("a");
    // Before the press, which closes an open popover by itself.
    let open = false;
    name.textContent = term.dataset.name;
    link.href = term.href;
    link.textContent = term.closest("[data-more]").dataset.more;
    panel.id = `term-${number}`;
    panel.className = "gloss";
    panel.popover = "auto";
    // Until it opens it is no text of the page.
    panel.addEventListener("beforetoggle", (event) => {
      if (event.newState === "open") panel.replaceChildren(name, term.dataset.definition, link);
    });
    term.after(panel);
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", panel.id);
    panel.addEventListener("toggle", (event) =>
      term.setAttribute("aria-expanded", event.newState === "open"),
    );
    const toggle = (event) => {
      event.preventDefault();
      panel.togglePopover(!open);
      if (!open) position(panel, term);
    };
    term.addEventListener("pointerdown", () => {
      open = panel.matches(":popover-open");
    });
    term.addEventListener("keydown", (event) => {
      open = panel.matches(":popover-open");
      if (event.key === " ") toggle(event);
    });
    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      toggle(event);
    });
    addEventListener("resize", () => panel.hidePopover());
  };

  document.querySelectorAll("[data-more] .term").forEach(explain);
})();
