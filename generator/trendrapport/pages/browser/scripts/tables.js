(() => {
  "use strict";
  // Tables that styles lay out anew on a narrow screen stay tables for screen readers, also in browsers that
  // forget it then.
  const ROLES = {
    table: "table",
    thead: "rowgroup",
    tbody: "rowgroup",
    tfoot: "rowgroup",
    tr: "row",
    td: "cell",
  };
  const role = (part) =>
    ROLES[part.localName] ?? (part.scope === "col" ? "columnheader" : part.scope && "rowheader");
  document.querySelectorAll(".heatmap, .changed table").forEach((table) =>
    [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")].forEach((part) => {
      const found = role(part);
      if (found) part.setAttribute("role", found);
    }),
  );
})();
