(() => {
  "use strict";
  const { lang } = document.documentElement;
  const numberIn = (text) => {
    const plain = text.replace(/[^0-9,.\u2212-]/g, "").replace("\u2212", "-");
    const isDutch = lang.startsWith("nl");
    const value = Number(isDutch ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, ""));
    return plain && !Number.isNaN(value) ? value : null;
  };

  // By number in a column of numbers, by date where there is one, else as words, in which "10 to 20" comes
  // before "100 to 250".
  let collator = null; // slow to make
  const words = (x, y) => (collator ??= new Intl.Collator(lang, { numeric: true })).compare(x, y);
  const sortKey = (cell, isNumber) => {
    if (cell.querySelector("[role=img]")) return null; // a dash for what is missing
    if (isNumber) return numberIn(cell.textContent);
    return cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
  };

  const compare = (x, y, down) => {
    if (x === null || y === null) return (x === null) - (y === null); // what is missing stays last
    const order = typeof x === "number" ? x - y : words(x, y);
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
        const isNumber = head.classList.contains("number");
        const key = (row) => sortKey(row.cells[column], isNumber);
        const [body] = table.tBodies;
        const rows = [...body.rows];
        rows.sort((a, b) => compare(key(a), key(b), down));
        body.append(...rows);
      });
    });
  };

  document.querySelectorAll(".figure .data table").forEach(sortable);
})();
