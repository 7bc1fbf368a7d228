(() => {
  "use strict";
  const root = document.documentElement;

  // The part that is being read, in the contents: the last one that began in the upper third of the screen.
  const links = [...document.querySelectorAll("nav.contents > ol > li > a")];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    const end = innerHeight + scrollY >= root.scrollHeight - 2;
    const began = (part) => end || part.getBoundingClientRect().top < innerHeight / 3;
    const now = parts.findLastIndex((part) => part && began(part));
    links.forEach((link, index) => {
      if (index === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  if (links.length) {
    const markLater = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener("scroll", markLater, { passive: true });
    // Once the page is laid out.
    const laidOut = new IntersectionObserver(() => {
      laidOut.disconnect();
      mark();
    });
    laidOut.observe(root);
  }
  const list = document.querySelector("details.contents");
  list?.addEventListener("click", (event) => {
    if (event.target.closest("a")) list.open = false;
  });

  // What only works with a script is only there with one.
  document.querySelectorAll(".reader-tools > template").forEach((part) => part.replaceWith(part.content));

  // The reader's own size of text, kept only when chosen; storage may be closed to the page.
  const stored = (task) => {
    try {
      return task(localStorage);
    } catch {
      return null;
    }
  };
  const sizes = [...document.querySelectorAll(".sizes button")];
  const show = (size) => {
    root.dataset.size = size;
    sizes.forEach((button) => button.setAttribute("aria-pressed", button.dataset.size === size));
  };
  const chosen = stored((store) => store.getItem("text-size"));
  if (chosen === "large" || chosen === "largest") show(chosen);
  const choose = ({ currentTarget }) => {
    const { size } = currentTarget.dataset;
    show(size);
    if (size === "normal") stored((store) => store.removeItem("text-size"));
    else stored((store) => store.setItem("text-size", size));
  };
  sizes.forEach((button) => button.addEventListener("click", choose));

  const printing = document.querySelectorAll(".reader-tools .print");
  printing.forEach((button) => button.addEventListener("click", () => print()));

  const shared = navigator.share ? document.querySelectorAll("[data-share]") : [];
  shared.forEach((item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = item.dataset.share;
    const { title, address: url } = item.dataset;
    button.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
    item.append(button);
    item.hidden = false;
  });
})();
