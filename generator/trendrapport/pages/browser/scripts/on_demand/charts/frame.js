// A figure in a frame on another site says how high it is, so that its source and licence show; who shows it
// decides what to do with that.
(() => {
  const figure = document.querySelector(".figure.alone");
  if (!figure || window.parent === window) return;
  const tell = () => {
    const { height } = document.body.getBoundingClientRect();
    window.parent.postMessage({ figureHeight: Math.ceil(height) }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
})();
