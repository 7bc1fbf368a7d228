"use strict";
// The lines of a long reading list, each made of a blank one when it is asked for; text stays text.
class Lines {
  constructor(blank) {
    this.blank = blank;
    this.data = new Map(Object.entries(self.reportKept));
    this.made = new Map();
  }

  has(name) {
    return this.data.has(name);
  }

  get(name) {
    if (!this.made.has(name)) this.made.set(name, this.make(name));
    return this.made.get(name);
  }

  make(name) {
    const [facts, title, href, summary, language, actions] = this.data.get(name);
    const line = this.blank.cloneNode(true);
    const heading = line.querySelector("h2");
    const link = heading.querySelector("a");
    line.dataset.name = name;
    line.querySelector(".eyebrow").textContent = facts;
    link.href = href;
    link.textContent = title;
    heading.nextElementSibling.textContent = summary;
    if (language) [heading, heading.nextElementSibling].forEach((part) => (part.lang = language));
    line.querySelectorAll("button").forEach((button) => {
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${title}`);
    });
    const paper = line.querySelector(".paper");
    actions.forEach(([role, texts]) => {
      const name = document.createElement("h4");
      const list = document.createElement("ul");
      name.textContent = role;
      list.className = "actions";
      for (const text of texts) {
        const item = document.createElement("li");
        item.textContent = text;
        list.append(item);
      }
      paper.append(name, list);
    });
    if (!actions.length) paper.remove();
    return line;
  }
}
self.reportLines = (blank) => new Lines(blank);
