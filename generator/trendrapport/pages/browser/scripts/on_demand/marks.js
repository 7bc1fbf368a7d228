(() => {
  "use strict";
  // What a mark says, on hover, touch and by keyboard. A drawing becomes one tab stop with stops inside, as
  // in Data Navigator (Elavsky, Nadolskis, Moritz 2023): role application, so that arrow keys reach this
  // script in a screen reader too, and the mark itself is focused and has a role of the WAI-ARIA Graphics
  // Module. Tooltips follow WCAG 2.2, 1.4.13.
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPE = ["d", "x", "y", "width", "height", "cx", "cy", "r", "x1", "y1", "x2", "y2"];
  const NEAR = 32; // pixels
  const tip = document.createElement("div");
  let shown = null;
  let gone = null; // what was dismissed, and stays so until the pointer is elsewhere
  let leaving = 0;
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true"); // the focused mark has the same text as its name

  const text = (mark) => mark.getAttribute("aria-label");
  const marks = (svg) => [...svg.querySelectorAll("[data-mark]")];
  const stops = (svg) => {
    const seen = new Set();
    return marks(svg).filter((mark) => !seen.has(text(mark)) && seen.add(text(mark)));
  };

  const keys = (svg) => svg.closest(".figure")?.querySelector(".keys");

  const place = () => {
    if (!shown) return;
    const box = shown.getBoundingClientRect();
    const gap = 6;
    const width = document.documentElement.clientWidth;
    const left = Math.max(
      gap,
      Math.min(box.left + box.width / 2 - tip.offsetWidth / 2, width - tip.offsetWidth - gap),
    );
    const above = box.top - tip.offsetHeight - gap;
    const below = Math.min(box.bottom + gap, window.innerHeight - tip.offsetHeight - gap);
    tip.style.left = `${left}px`;
    tip.style.top = `${above < gap ? below : above}px`;
  };

  const unring = () => document.querySelectorAll(".chart-ring").forEach((ring) => ring.remove());

  // A line around a mark that can be seen on any colour: a light one below a dark one, or the other way
  // round.
  const ring = (mark) => {
    const written = mark.localName === "text";
    const box = written ? mark.getBBox() : null;
    // Of text the box has room for letters with tails and accents, which a ring need not go around.
    const from = written
      ? Object.entries({
          x: box.x - 3,
          y: box.y + box.height * 0.1,
          width: box.width + 6,
          height: box.height * 0.8,
        })
      : SHAPE.map((key) => [key, mark.getAttribute(key)]);
    ["under", "over"].forEach((name) => {
      const copy = document.createElementNS(SVG, written ? "rect" : mark.localName);
      [
        ...from,
        ["transform", mark.getAttribute("transform")],
        ["class", `chart-ring ${name}`],
        ["aria-hidden", "true"],
      ].forEach(([key, value]) => value !== null && copy.setAttribute(key, value));
      mark.parentNode.append(copy);
    });
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
    tip.append(
      ...(facts ? [Object.assign(document.createElement("span"), { textContent: facts.join(" · ") })] : []),
    );
    document.body.append(tip);
    place();
  };

  const showMark = (svg, mark) => {
    const fresh = shown !== mark;
    show(mark, text(mark));
    if (fresh)
      marks(svg)
        .filter((other) => text(other) === text(mark))
        .forEach(ring);
  };

  const distance = (mark, x, y) => {
    const box = mark.getBoundingClientRect();
    const beside = Math.hypot(
      Math.max(box.left - x, 0, x - box.right),
      Math.max(box.top - y, 0, y - box.bottom),
    );
    return beside + Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y) / 1000;
  };

  const nearest = (svg, event) => {
    const hit = event.target.closest("[data-mark]");
    if (hit) return hit;
    const [best] = marks(svg)
      .map((mark) => [distance(mark, event.clientX, event.clientY), mark])
      .sort((a, b) => a[0] - b[0]);
    return best && best[0] < NEAR ? best[1] : null;
  };

  const middle = (mark, down) => {
    const box = mark.getBoundingClientRect();
    return down ? box.top + box.height / 2 : box.left + box.width / 2;
  };

  // The mark of a series that stands beside this one; in another panel, the one as far on its way.
  const beside = (row, mark, own, down) => {
    const at = (one) => middle(one, down);
    const panels = mark.ownerSVGElement.classList.contains("chart-small-multiples");
    const [from, to] = [at(own[0]), at(own[own.length - 1])];
    const [first, last] = [at(row[0]), at(row[row.length - 1])];
    const goal = panels ? first + ((at(mark) - from) / (to - from || 1)) * (last - first) : at(mark);
    return row.reduce((best, other) =>
      Math.abs(at(other) - goal) < Math.abs(at(best) - goal) ? other : best,
    );
  };

  // Along a series in its order; across, to the next one on the screen, or in panels to the next panel.
  const next = (svg, from, key) => {
    const all = stops(svg);
    const mark = all.find((one) => text(one) === text(from));
    const [down, grid] = ["down", "grid"].map((way) => svg.dataset.walk === way);
    const series = (one) => (grid ? Math.round(middle(one, true)) : one.dataset.series);
    const names = [...new Set(all.map(series))];
    const several = names.length > 1;
    const rows = names.map((name) => all.filter((one) => series(one) === name));
    if (several) rows.forEach((row) => row.sort((a, b) => middle(a, down) - middle(b, down)));
    const own = rows.find((row) => row.includes(mark));
    const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    if (key === "Home") return own[0];
    if (key === "End") return own[own.length - 1];
    if (!several || (key === "ArrowUp" || key === "ArrowDown") === down) return own[own.indexOf(mark) + step];
    const across = rows.map((row) => (row === own ? mark : beside(row, mark, own, down)));
    if (!svg.classList.contains("chart-small-multiples"))
      across.sort((a, b) => middle(a, !down) - middle(b, !down));
    return across[across.indexOf(mark) + step];
  };

  const walk = (svg, event, last) => {
    const mark = event.target.closest("[data-mark]");
    if (event.key === "Escape" && mark) {
      if (shown) hide();
      else svg.focus();
    } else if (
      /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key) &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey
    ) {
      const all = stops(svg);
      const enter = { Home: all[0], End: all[all.length - 1] }[event.key] || last || all[0];
      const goal = (mark ? next(svg, mark, event.key) : enter) || mark;
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

  // Makes stops of the marks of a drawing that have a title, or a name of their own as Vega gives them.
  const prepare = (svg) => {
    if (svg.querySelector("a")) return; // links speak for themselves
    const named = svg.querySelectorAll("title, [aria-label]:not([data-mark]):not(g)");
    named.forEach((part) => {
      const title = part.localName === "title";
      const mark = title ? part.parentNode : part;
      if (title) mark.setAttribute("aria-label", part.textContent);
      if (title) part.remove(); // or browsers show it beside the tooltip
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
      svg.setAttribute("aria-describedby", `${svg.getAttribute("aria-describedby") || ""} ${help.id}`.trim());
    }
    svg.querySelectorAll("text").forEach((words) => {
      if (!words.closest("[data-mark]")) words.setAttribute("aria-hidden", "true");
    }); // the marks say it
    svg.tabIndex = 0;
    svg.closest(".scroll")?.removeAttribute("tabindex"); // the drawing itself can be focused and scrolled to
    listen(svg);
  };

  // A link with facts of its own, such as a mark of a radar, is a stop already.
  const explain = (link) => {
    const mark = link.querySelector(".mark");
    const [title, ...facts] = JSON.parse(link.dataset.facts);
    link.removeAttribute("title");
    link.querySelector("title")?.remove();
    ["pointerenter", "focus"].forEach((event) =>
      link.addEventListener(event, () => show(mark, title, facts)),
    );
    ["pointerleave", "blur"].forEach((event) => link.addEventListener(event, later));
  };

  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", later);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    gone = shown;
    hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !tip.contains(event.target) && !shown.closest("svg").contains(event.target)) hide();
  });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  document.addEventListener("marks", (event) => prepare(event.target));
  // One by one: there can be many.
  document.querySelectorAll("svg.chart").forEach((svg) => setTimeout(prepare, 0, svg));
  document.querySelectorAll("[data-facts]").forEach(explain);
  // Drawings far from the screen are laid out one by one: until then screen readers do not know them.
  addEventListener("load", () =>
    document.querySelectorAll(".drawing").forEach((drawing, place) => {
      setTimeout(() => drawing.classList.add("laid"), 200 * (place + 1));
    }),
  );
})();
