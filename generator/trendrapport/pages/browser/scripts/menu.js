// The menu and the switch between editions are plain `details`; this only adds that Escape and a press
// elsewhere close them.
(() => {
  const parts = [...document.querySelectorAll(".top details")];
  const close = (part, giveFocusBack) => {
    part.open = false;
    if (giveFocusBack) part.querySelector("summary").focus();
  };
  addEventListener("keydown", (event) => {
    const part = event.key === "Escape" && parts.find((one) => one.open);
    if (part) close(part, true);
  });
  addEventListener("click", (event) => {
    const left = parts.filter((part) => part.open && !part.contains(event.target));
    left.forEach((part) => close(part, false));
  });
})();
