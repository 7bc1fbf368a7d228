// The arcs of a trend stand out while it is pointed at or has the focus.
for (const svg of document.querySelectorAll("[data-network] svg")) {
  const arcs = svg.querySelectorAll("[data-ends]");
  const show = (event) => {
    const node = event.target.closest("[data-node]")?.dataset.node;
    for (const arc of arcs) {
      const mine = node !== undefined && arc.dataset.ends.split(" ").includes(node);
      arc.classList.toggle("lit", mine);
      arc.classList.toggle("dim", node !== undefined && !mine);
    }
  };
  for (const name of ["pointerover", "focusin"]) svg.addEventListener(name, show);
  const clear = () => arcs.forEach((arc) => arc.classList.remove("lit", "dim"));
  for (const name of ["pointerleave", "focusout"]) svg.addEventListener(name, clear);
}
