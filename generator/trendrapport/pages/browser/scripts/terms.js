(() => {
  "use strict";
  // A term of the glossary explains itself where it stands: a link becomes a button with a popover, which
  // Escape and a press elsewhere close. Browsers without popovers keep the link.
  if (!("popover" in HTMLElement.prototype)) return;

  const place = (panel, term) => {
    const box = term.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const below = box.bottom + 6;
    const top =
      below + panel.offsetHeight > innerHeight && box.top > panel.offsetHeight + 6
        ? box.top - panel.offsetHeight - 6
        : below;
    panel.style.left = `${scrollX + Math.max(8, Math.min(box.left, width - panel.offsetWidth - 8))}px`;
    panel.style.top = `${scrollY + top}px`;
  };

  const explain = (term, number) => {
    const panel = document.createElement("span");
    const [name, way] = ["strong", "a"].map((part) => document.createElement(part));
    let open = false; // before the press, which closes an open popover by itself
    name.textContent = term.dataset.name;
    way.href = term.href;
    way.textContent = term.closest("[data-more]").dataset.more;
    panel.id = `term-${number}`;
    panel.className = "gloss";
    panel.popover = "auto";
    panel.addEventListener("beforetoggle", (event) => {
      // until it opens it is no text of the page
      if (event.newState === "open") panel.replaceChildren(name, term.dataset.definition, way);
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
      if (!open) place(panel, term);
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
