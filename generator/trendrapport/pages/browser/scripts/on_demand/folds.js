(() => {
  "use strict";
  // What an address names can be in a fold: some browsers only open it when it is searched in the page.
  const open = () => {
    const named = document.querySelector(":target");
    const fold = named?.closest("details.fold:not([open])");
    if (!fold) return;
    fold.open = true;
    named.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
