// The menu and the switch between editions are plain `details`; this only adds that Escape and a press
// elsewhere close them.
(() => {
  const parts = [...document.querySelectorAll(".top details")];
  const close = (part, back) => {
    part.open = false;
    if (back) part.querySelector("summary").focus();
  };
  addEventListener("keydown", (event) => {
    const part = event.key === "Escape" && parts.find((one) => one.open);
    if (part) close(part, true);
  });
  addEventListener("click", (event) =>
    parts.forEach((part) => {
      if (part.open && !part.contains(event.target)) close(part, false);
    }),
  );
})();
