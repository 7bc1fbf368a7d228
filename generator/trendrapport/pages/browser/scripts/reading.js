(() => {
  "use strict";
  const root = document.documentElement;

  // The part that is being read, in the contents: the last one that began in the upper third of the screen.
  const links = [...document.querySelectorAll("nav.contents ol a")];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    const end = innerHeight + scrollY >= root.scrollHeight - 2;
    const now = parts.findLastIndex(
      (part) => part && (end || part.getBoundingClientRect().top < innerHeight / 3),
    );
    links.forEach((link, place) => {
      if (place === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  if (links.length) {
    addEventListener(
      "scroll",
      () => {
        if (!waiting) requestAnimationFrame(mark);
        waiting = true;
      },
      { passive: true },
    );
    new IntersectionObserver((_, once) => {
      once.disconnect();
      mark();
    }).observe(root); // once the page is laid out
  }
  const list = document.querySelector("details.contents");
  list?.addEventListener("click", (event) => {
    if (event.target.closest("a")) list.open = false;
  });

  // What only works with a script is only there with one.
  document.querySelectorAll(".reader-tools > template").forEach((part) => part.replaceWith(part.content));

  // The reader's own size of text, kept only when chosen; storage may be closed to the page.
  const kept = (change) => {
    try {
      return change(localStorage);
    } catch {
      return null;
    }
  };
  const sizes = [...document.querySelectorAll(".sizes button")];
  const show = (size) => {
    root.dataset.size = size;
    sizes.forEach((button) => button.setAttribute("aria-pressed", button.dataset.size === size));
  };
  const chosen = kept((store) => store.getItem("text-size"));
  if (chosen === "large" || chosen === "largest") show(chosen);
  sizes.forEach((button) =>
    button.addEventListener("click", () => {
      show(button.dataset.size);
      if (button.dataset.size === "normal") kept((store) => store.removeItem("text-size"));
      else kept((store) => store.setItem("text-size", button.dataset.size));
    }),
  );

  document
    .querySelectorAll(".reader-tools .print")
    .forEach((button) => button.addEventListener("click", () => print()));

  const shared = navigator.share ? document.querySelectorAll("[data-share]") : [];
  shared.forEach((item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = item.dataset.share;
    button.addEventListener("click", () =>
      navigator.share({ title: item.dataset.title, url: item.dataset.address }).catch(() => {}),
    );
    item.append(button);
    item.hidden = false;
  });
})();
