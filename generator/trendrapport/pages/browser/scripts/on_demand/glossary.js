(() => {
  "use strict";
  // An address of before the glossary had parts names a term here; the list of where terms are is only loaded
  // for such an address.
  const list = document.querySelector("[data-moved]");
  const lead = () => {
    const [, name] = location.hash.split("#");
    if (!name || document.querySelector(":target")) return;
    const script = document.createElement("script");
    script.src = list.dataset.moved;
    script.addEventListener("load", () => {
      const page = Object.hasOwn(self.reportTerms, name) && self.reportTerms[name];
      if (page) location.replace(`${page}#${name}`);
    });
    document.head.append(script);
  };
  addEventListener("hashchange", lead);
  lead();
})();
