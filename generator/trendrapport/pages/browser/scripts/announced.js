(() => {
  "use strict";
  // The one part of a page from which screen readers read changes that cannot be seen; what has a status of
  // its own uses that.
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);
  self.reportSay = (text) => {
    status.textContent = text;
  };
})();
