(() => {
  "use strict";
  // For browsers in which style alone cannot open what is closed.
  const HIDING = ":is(.figure details, .history details, .video details, .fold)";
  const closed = [];
  addEventListener("beforeprint", () => {
    closed.push(...document.querySelectorAll(`${HIDING}:not([open])`));
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
