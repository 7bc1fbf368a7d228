(() => {
  "use strict";
  const parts = document.querySelectorAll(".copy");
  if (!parts.length || !navigator.clipboard) return;

  // A frame on another site may not copy: then the text is selected, for the reader's own keys.
  const select = (part, text) => {
    const link = part.querySelector("a");
    if (link) link.textContent = text;
    getSelection().selectAllChildren(link ?? part);
  };

  // Copies a text, and gives the words that say whether it could.
  const copied = async (part, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return part.dataset.copied;
    } catch {
      select(part, text);
      return part.dataset.uncopied;
    }
  };

  const addButton = (part) => {
    const button = document.createElement("button");
    const link = part.querySelector("a");
    const text = link ? link.href : part.textContent.trim();
    button.type = "button";
    button.textContent = part.dataset.copy;
    button.addEventListener("click", async () => {
      const result = await copied(part, text);
      button.textContent = result;
      // A button that changes is not read aloud.
      self.reportSay(result);
      setTimeout(() => {
        button.textContent = part.dataset.copy;
        self.reportSay("");
      }, 3000);
    });
    part.append(button);
  };

  // A heading leads to itself: the browser goes there, and its address is copied.
  const copyAddress = async ({ currentTarget: link }) => {
    // Where a browser does not let this page copy, its address bar has the address.
    await navigator.clipboard.writeText(link.href);
    link.dataset.copied = parts[0].dataset.copied;
    self.reportSay(link.dataset.copied);
    setTimeout(() => {
      delete link.dataset.copied;
      self.reportSay("");
    }, 3000);
  };

  parts.forEach(addButton);
  document
    .querySelectorAll(".own-address")
    .forEach((link) => link.addEventListener("click", (event) => copyAddress(event).catch(() => {})));
})();
