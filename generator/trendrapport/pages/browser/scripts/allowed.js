(() => {
  "use strict";
  // The one policy for trusted types (`trusted-types default`): text never becomes markup or code, and
  // scripts come from this site. Vega empties its canvas with an empty text.
  const own = (address) => {
    const { origin, protocol } = new URL(address, document.baseURI);
    return origin === location.origin && protocol === location.protocol;
  };
  window.trustedTypes?.createPolicy("default", {
    createHTML: (text) => (text === "" ? text : null),
    createScriptURL: (address) => (own(address) ? address : null),
  });
})();
