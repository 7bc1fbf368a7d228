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
  const HEADS = { col: "columnheader", row: "rowheader", rowgroup: "rowheader" };
  const setRoles = (table) => {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")]) {
      const role = ROLES[part.localName] ?? HEADS[part.scope];
      if (role) part.setAttribute("role", role);
    }
  };
  document.querySelectorAll(".heatmap, .changed table").forEach(setRoles);
})();
