(() => {
  "use strict";
  // What a mark says, on hover, touch and by keyboard. A drawing becomes one tab stop with stops inside, as
  // in Data Navigator (Elavsky, Nadolskis, Moritz 2023): role application, so that arrow keys reach this
  // script in a screen reader too, and the mark itself is focused and has a role of the WAI-ARIA Graphics
  // Module. Tooltips follow WCAG 2.2, 1.4.13.
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPE = ["d", "x", "y", "width", "height", "cx", "cy", "r", "x1", "y1", "x2", "y2", "transform"];
  const NEAR = 32; // pixels
  const tip = document.createElement("div");
  let shown = null;
  let gone = null; // what was dismissed, and stays so until the pointer is elsewhere
  let leaving = 0;
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true"); // the focused mark has the same text as its name

  const text = (mark) => mark.getAttribute("aria-label");
  const marks = (svg) => [...svg.querySelectorAll("[data-mark]")];
  // The first mark of each text.
  const stops = (svg) => {
    const first = new Map();
    for (const mark of marks(svg)) if (!first.has(text(mark))) first.set(text(mark), mark);
    return [...first.values()];
  };

  const keys = (svg) => svg.closest(".figure")?.querySelector(".keys");

  const positionTip = () => {
    if (!shown) return;
    const box = shown.getBoundingClientRect();
    const gap = 6;
    const centred = box.left + box.width / 2 - tip.offsetWidth / 2;
    const rightmost = document.documentElement.clientWidth - tip.offsetWidth - gap;
    const left = Math.max(gap, Math.min(centred, rightmost));
    const above = box.top - tip.offsetHeight - gap;
    const below = Math.min(box.bottom + gap, window.innerHeight - tip.offsetHeight - gap);
    tip.style.left = `${left}px`;
    tip.style.top = `${above < gap ? below : above}px`;
  };

  const unring = () => document.querySelectorAll(".chart-ring").forEach((ring) => ring.remove());

  // A line around a mark that can be seen on any colour: a light one below a dark one, or the other way
  // round.
  const ring = (mark) => {
    const isText = mark.localName === "text";
    const shape = isText ? textShape(mark) : ownShape(mark);
    for (const name of ["under", "over"]) {
      const copy = document.createElementNS(SVG, isText ? "rect" : mark.localName);
      for (const [key, value] of shape) copy.setAttribute(key, value);
      copy.setAttribute("class", `chart-ring ${name}`);
      copy.setAttribute("aria-hidden", "true");
      mark.parentNode.append(copy);
    }
  };

  const ownShape = (mark) => {
    const keys = SHAPE.filter((key) => mark.hasAttribute(key));
    return keys.map((key) => [key, mark.getAttribute(key)]);
  };

  // The box of a text has room for letters with tails and accents, which a ring need not go around.
  const textShape = (mark) => {
    const { x, y, width, height } = mark.getBBox();
    const box = { x: x - 3, y: y + height * 0.1, width: width + 6, height: height * 0.8 };
    const transform = mark.getAttribute("transform");
    return Object.entries(transform === null ? box : { ...box, transform });
  };

  const hide = () => {
    clearTimeout(leaving);
    shown = null;
    tip.remove();
    unring();
  };

  const later = () => {
    clearTimeout(leaving);
    const focus = document.activeElement;
    if (shown !== focus && shown?.closest("a") !== focus) leaving = setTimeout(hide, 250);
  };

  const show = (at, title, facts) => {
    clearTimeout(leaving);
    if (shown === at || !title) return;
    hide();
    shown = at;
    tip.textContent = title;
    if (facts) {
      const line = document.createElement("span");
      line.textContent = facts.join(" · ");
      tip.append(line);
    }
    document.body.append(tip);
    positionTip();
  };

  const showMark = (svg, mark) => {
    const isNew = shown !== mark;
    show(mark, text(mark));
    if (!isNew) return;
    const same = marks(svg).filter((other) => text(other) === text(mark));
    same.forEach(ring);
  };

  const distance = (mark, x, y) => {
    const box = mark.getBoundingClientRect();
    const beside = Math.max(box.left - x, 0, x - box.right);
    const above = Math.max(box.top - y, 0, y - box.bottom);
    const fromMiddle = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
    return Math.hypot(beside, above) + fromMiddle / 1000;
  };

  const nearest = (svg, event) => {
    const hit = event.target.closest("[data-mark]");
    if (hit) return hit;
    let [least, best] = [NEAR, null];
    for (const mark of marks(svg)) {
      const far = distance(mark, event.clientX, event.clientY);
      if (far < least) [least, best] = [far, mark];
    }
    return best;
  };

  const middle = (mark, down) => {
    const box = mark.getBoundingClientRect();
    return down ? box.top + box.height / 2 : box.left + box.width / 2;
  };

  const hasPanels = (svg) => svg.classList.contains("chart-small-multiples");

  // The mark of a series that lies beside this one; in another panel, the one as far on its way.
  const beside = (row, mark, own, down) => {
    const at = (one) => middle(one, down);
    const [from, to] = [at(own[0]), at(own[own.length - 1])];
    const [first, last] = [at(row[0]), at(row[row.length - 1])];
    const way = (at(mark) - from) / (to - from || 1);
    const goal = hasPanels(mark.ownerSVGElement) ? first + way * (last - first) : at(mark);
    const gap = (one) => Math.abs(at(one) - goal);
    return row.reduce((best, other) => (gap(other) < gap(best) ? other : best));
  };

  // Along a series in its order; across, to the next one on the screen, or in panels to the next panel.
  const next = (svg, from, key) => {
    const all = stops(svg);
    const mark = all.find((one) => text(one) === text(from));
    const down = svg.dataset.walk === "down";
    const grid = svg.dataset.walk === "grid";
    const series = (one) => (grid ? Math.round(middle(one, true)) : one.dataset.series);
    const names = [...new Set(all.map(series))];
    const several = names.length > 1;
    const rows = names.map((name) => all.filter((one) => series(one) === name));
    if (several) rows.forEach((row) => row.sort((a, b) => middle(a, down) - middle(b, down)));
    const own = rows.find((row) => row.includes(mark));
    if (key === "Home") return own[0];
    if (key === "End") return own[own.length - 1];
    const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    const isVertical = key === "ArrowUp" || key === "ArrowDown";
    if (!several || isVertical === down) return own[own.indexOf(mark) + step];
    const across = rows.map((row) => (row === own ? mark : beside(row, mark, own, down)));
    if (!hasPanels(svg)) across.sort((a, b) => middle(a, !down) - middle(b, !down));
    return across[across.indexOf(mark) + step];
  };

  const WALKING = /^(Arrow(Left|Right|Up|Down)|Home|End)$/;

  // The mark at which a key enters a drawing: the one that had the focus before, if any.
  const entrance = (svg, key, last) => {
    const all = stops(svg);
    if (key === "Home") return all[0];
    return key === "End" ? all[all.length - 1] : last || all[0];
  };

  const walk = (svg, event, last) => {
    const { key } = event;
    const mark = event.target.closest("[data-mark]");
    if (key === "Escape" && mark) {
      if (shown) hide();
      else svg.focus();
    } else if (WALKING.test(key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const goal = mark ? next(svg, mark, key) || mark : entrance(svg, key, last);
      goal.focus({ preventScroll: true });
      goal.scrollIntoView({ block: "nearest", inline: "nearest" });
      showMark(svg, goal);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const listen = (svg) => {
    let last = null;
    svg.addEventListener("pointermove", (event) => {
      const mark = nearest(svg, event);
      if (mark && mark === gone) return;
      gone = null;
      if (mark) showMark(svg, mark);
      else later();
    });
    svg.addEventListener("pointerdown", (event) => {
      const mark = nearest(svg, event);
      if (mark) showMark(svg, mark);
    });
    svg.addEventListener("pointerleave", (event) => {
      gone = null;
      if (event.pointerType !== "touch") later();
    });
    svg.addEventListener("keydown", (event) => walk(svg, event, svg.contains(last) ? last : null));
    svg.addEventListener("focusin", (event) => {
      const mark = event.target.closest("[data-mark]");
      svg.tabIndex = mark ? -1 : 0; // one tab stop, in either direction
      if (mark) {
        last = mark;
        showMark(svg, mark);
      } else if (svg.matches(":focus-visible")) show(svg, keys(svg)?.textContent);
    });
    svg.addEventListener("focusout", () => {
      svg.tabIndex = 0;
      hide();
    });
  };

  // The mark of a title, with that as its label: browsers would show a title beside the tooltip.
  const takeTitle = (title) => {
    const mark = title.parentNode;
    mark.setAttribute("aria-label", title.textContent);
    title.remove();
    return mark;
  };

  // Makes stops of the marks of a drawing that have a title, or a name of their own as Vega gives them.
  const prepare = (svg) => {
    if (svg.querySelector("a")) return; // links speak for themselves
    svg.querySelectorAll("title, [aria-label]:not([data-mark]):not(g)").forEach((part) => {
      const mark = part.localName === "title" ? takeTitle(part) : part;
      if (mark === svg) return;
      mark.dataset.mark = "";
      mark.setAttribute("role", "graphics-symbol img");
      mark.setAttribute("tabindex", "-1");
    });
    svg.removeAttribute("aria-labelledby");
    if (!marks(svg).length || svg.getAttribute("role") === "application") return;
    const help = keys(svg);
    svg.setAttribute("role", "application");
    if (help) {
      svg.setAttribute("aria-roledescription", help.dataset.role);
      const described = svg.getAttribute("aria-describedby") || "";
      svg.setAttribute("aria-describedby", `${described} ${help.id}`.trim());
    }
    // The marks say what other texts say.
    svg.querySelectorAll("text").forEach((words) => {
      if (!words.closest("[data-mark]")) words.setAttribute("aria-hidden", "true");
    });
    svg.tabIndex = 0;
    svg.closest(".scroll")?.removeAttribute("tabindex"); // the drawing itself can be focused and scrolled to
    listen(svg);
  };

  // The links of an overview are one tab stop too: arrow keys lead from one to the next, in the order of the
  // list beside it.
  const walkLinks = (drawing) => {
    const links = () => [...drawing.querySelectorAll("a")].filter((link) => !link.matches(".off"));
    const stop = (current) => {
      for (const link of drawing.querySelectorAll("a"))
        link.setAttribute("tabindex", link === current ? 0 : -1);
    };
    if (links().length < 2) return;
    stop(links()[0]);
    // Around the drawing: a drawing that listens to focus is a stop itself in some browsers.
    const around = drawing.parentElement;
    const linkOf = ({ target }) => (drawing.contains(target) ? target.closest("a") : null);
    around.addEventListener("focusin", (event) => {
      if (linkOf(event)) stop(linkOf(event));
    });
    drawing.closest(".radar")?.addEventListener("narrowed", () => {
      if (!drawing.querySelector("a[tabindex='0']:not(.off)")) stop(links()[0]);
    });
    around.addEventListener("keydown", (event) => {
      const { key } = event;
      const link = linkOf(event);
      if (!link || !WALKING.test(key) || event.ctrlKey || event.altKey || event.metaKey) return;
      const all = links();
      const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
      const ends = { Home: all[0], End: all[all.length - 1] };
      const goal = ends[key] ?? all[all.indexOf(link) + step];
      goal?.focus({ preventScroll: true });
      goal?.scrollIntoView({ block: "nearest", inline: "nearest" });
      event.preventDefault();
    });
  };

  // A link with facts of its own, such as a mark of a radar, is a stop already.
  const explain = (link) => {
    const mark = link.querySelector(".mark, svg");
    const [title, ...facts] = link.title ? link.title.split(" · ") : JSON.parse(link.dataset.facts);
    // Browsers would show a title beside the tip; it stays the link's name.
    if (link.title) link.setAttribute("aria-label", link.title);
    link.removeAttribute("title");
    link.querySelector("title")?.remove();
    // What a short title leaves out is in the line of the list that leads to the same page.
    const listed = () => {
      const lines = [...(link.closest(".radar")?.querySelectorAll(".listed li a") ?? [])];
      const line = lines.find((one) => one.href === link.href)?.parentNode;
      return [line?.querySelector(".note")?.textContent].filter(Boolean);
    };
    const showFacts = () => show(mark, title, facts.length ? facts : listed());
    ["pointerenter", "focus"].forEach((event) => link.addEventListener(event, showFacts));
    ["pointerleave", "blur"].forEach((event) => link.addEventListener(event, later));
  };

  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", later);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    gone = shown;
    hide();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (shown && !tip.contains(target) && !shown.closest("svg").contains(target)) hide();
  });
  addEventListener("scroll", positionTip, { capture: true, passive: true });
  addEventListener("resize", positionTip);
  document.addEventListener("marks", (event) => prepare(event.target));
  // One by one: there can be many.
  document.querySelectorAll("svg.chart").forEach((svg) => setTimeout(prepare, 0, svg));
  document.querySelectorAll("[data-facts], .strips a").forEach(explain);
  const walked = ".overview svg[role=group], .radar svg.wheel, .strips, .counts";
  document.querySelectorAll(walked).forEach(walkLinks);
  // Drawings far from the screen are laid out one by one: until then screen readers do not know them.
  const layOut = (drawing, index) => {
    setTimeout(() => drawing.classList.add("laid"), 200 * (index + 1));
  };
  addEventListener("load", () => document.querySelectorAll(".drawing").forEach(layOut));
})();
