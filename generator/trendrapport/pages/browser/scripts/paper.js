(() => {
  "use strict";
  // For browsers in which style alone cannot open what is closed.
  const closed = [];
  addEventListener("beforeprint", () => {
    closed.push(...document.querySelectorAll(":is(.figure, .history, .video) details:not([open])"));
    closed.forEach((part) => {
      part.open = true;
    });
  });
  addEventListener("afterprint", () =>
    closed.splice(0).forEach((part) => {
      part.open = false;
    }),
  );
})();
