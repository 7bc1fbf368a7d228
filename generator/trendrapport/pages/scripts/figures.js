(() => {
  "use strict";
  const number = (text) => {
    const plain = text.replace(/[^0-9,.\u2212-]/g, "").replace("\u2212", "-");
    const dutch = document.documentElement.lang.startsWith("nl");
    const value = Number(dutch ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, ""));
    return plain && !Number.isNaN(value) ? value : null;
  };

  const compare = (a, b, down) => {
    const [x, y] = [number(a), number(b)];
    if ((x === null) !== (y === null)) return x === null ? 1 : -1; // what is missing stays last
    const order = x === null ? a.localeCompare(b) : x - y;
    return down ? -order : order;
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const text = (row) => row.cells[column].textContent;
        table.tBodies[0].append(...[...table.tBodies[0].rows].sort((a, b) => compare(text(a), text(b), down)));
      });
    });
  };

  const copyable = (part) => {
    const button = document.createElement("button");
    const link = part.querySelector("a");
    const text = part.textContent.trim();
    button.type = "button";
    button.textContent = part.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link ? link.href : text);
      button.textContent = part.dataset.copied;
      setTimeout(() => { button.textContent = part.dataset.copy; }, 3000);
    });
    part.append(button);
  };

  document.querySelectorAll(".figure .data table").forEach(sortable);
  if (navigator.clipboard) document.querySelectorAll(".copy").forEach(copyable);

  // For browsers in which style alone cannot open what is closed.
  const closed = [];
  addEventListener("beforeprint", () => {
    closed.push(...document.querySelectorAll(".figure details:not([open])"));
    closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((part) => { part.open = false; }));
})();
