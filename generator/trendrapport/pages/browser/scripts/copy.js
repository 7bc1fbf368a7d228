(() => {
  "use strict";
  const parts = document.querySelectorAll(".copy");
  if (!parts.length || !navigator.clipboard) return;

  // A frame on another site may not copy: then the text stands selected, for the reader's own keys.
  const selected = (part, text) => {
    const link = part.querySelector("a");
    if (link) link.textContent = text;
    getSelection().selectAllChildren(link ?? part);
    return part.dataset.uncopied;
  };

  const copyable = (part) => {
    const button = document.createElement("button");
    const link = part.querySelector("a");
    const text = link ? link.href : part.textContent.trim();
    button.type = "button";
    button.textContent = part.dataset.copy;
    button.addEventListener("click", async () => {
      const said = await navigator.clipboard.writeText(text).then(
        () => part.dataset.copied,
        () => selected(part, text),
      );
      button.textContent = said;
      self.reportSay(said); // a button that changes is not read aloud
      setTimeout(() => {
        button.textContent = part.dataset.copy;
        self.reportSay("");
      }, 3000);
    });
    part.append(button);
  };

  parts.forEach(copyable);
})();
