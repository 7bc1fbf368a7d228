(() => {
  "use strict";
  // The one place of a page from which is read aloud what changed without being seen there; what has a place
  // of its own to tell it uses that.
  const place = document.createElement("p");
  place.className = "unseen";
  place.setAttribute("role", "status");
  document.body.append(place);
  self.reportSay = (text) => {
    place.textContent = text;
  };
})();
