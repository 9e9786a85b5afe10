/* Reads a picture out by pointer, touch and arrow keys. Pictures work without it: their figures are in the table beside.
   Expects an SVG drawn with interactive=True: groups .chart-point with data-x, data-y, data-label, data-text. Points
   stand beside each other, in rows (data-near="down"), or all over the plane (data-near="both"). */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const MOVES = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };
  const SIDEWAYS = ["ArrowLeft", "ArrowRight"];
  const AWAY = {
    along: (data, at) => Math.abs(data.x - at.x),
    down: (data, at) => Math.abs(data.y - at.y),
    both: (data, at) => Math.hypot(data.x - at.x, data.y - at.y),
  };

  function make(tag, words, weight) {
    const element = document.createElement(tag);
    element.textContent = words;
    if (weight) element.style.fontWeight = weight;
    return element;
  }

  function box() {
    const element = document.createElement("div");
    element.className = "chart-readout";
    element.setAttribute("aria-hidden", "true");
    Object.assign(element.style, {
      position: "fixed", zIndex: "10", pointerEvents: "none", display: "none", maxWidth: "260px", padding: "8px 12px",
      background: "#212b32", color: "#fff", borderRadius: "4px", font: "14px/1.4 Arial, sans-serif",
    });
    document.body.appendChild(element);
    return element;
  }

  function ring(svg) {
    const circle = document.createElementNS(SVG, "circle");
    const look = { r: "9", fill: "none", stroke: "#212b32", "stroke-width": "2", visibility: "hidden", "pointer-events": "none" };
    Object.entries(look).forEach(([name, value]) => circle.setAttribute(name, value));
    svg.appendChild(circle);
    return circle;
  }

  function lines(data) {
    const found = [make("div", data.label, "bold"), make("div", data.text)];
    if (data.plan) found.push(make("div", data.plan));
    if (data.more) data.more.split("\n").forEach((words) => found.push(make("div", words)));
    if (data.reason) found.push(make("div", data.reason));
    if (data.state === "provisional") found.push(make("div", "Provisional"));
    return found;
  }

  function start(svg) {
    const near = svg.dataset.near || "along";
    const axis = near === "down" ? "y" : "x";
    const points = [...svg.querySelectorAll(".chart-point")].sort((a, b) => a.dataset[axis] - b.dataset[axis]);
    if (!points.length || svg.dataset.ready) return;
    svg.dataset.ready = "yes";
    svg.style.touchAction = "pan-y";
    const readout = box();
    const mark = ring(svg);
    let shown = points.length - 1;

    function show(place) {
      shown = place;
      const { dataset } = points[place];
      readout.replaceChildren(...lines(dataset));
      mark.setAttribute("cx", dataset.x);
      mark.setAttribute("cy", dataset.y);
      mark.setAttribute("visibility", "visible");
      const at = new DOMPoint(+dataset.x, +dataset.y).matrixTransform(svg.getScreenCTM());
      readout.style.display = "block";
      const { offsetWidth: wide, offsetHeight: tall } = readout;
      const left = Math.min(Math.max(at.x - wide / 2, 8), window.innerWidth - wide - 8);
      readout.style.left = `${left}px`;
      readout.style.top = `${at.y - tall - 16 > 8 ? at.y - tall - 16 : at.y + 16}px`;
    }

    function hide() {
      readout.style.display = "none";
      mark.setAttribute("visibility", "hidden");
    }

    function nearest(event) {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      const away = (n) => AWAY[near](points[n].dataset, at);
      return points.reduce((best, _, n) => (away(n) < away(best) ? n : best), 0);
    }

    function moves(key) {
      return key in MOVES && (near === "down" || SIDEWAYS.includes(key));
    }

    function go(place) {
      points.forEach((point, n) => point.setAttribute("tabindex", n === place ? "0" : "-1"));
      points[place].focus({ preventScroll: true });
    }

    points.forEach((point, n) => {
      point.style.outline = "none";
      point.addEventListener("focus", () => show(n));
      point.addEventListener("blur", hide);
    });
    svg.addEventListener("pointermove", (event) => show(nearest(event)));
    svg.addEventListener("pointerdown", (event) => show(nearest(event)));
    svg.addEventListener("pointerleave", () => (points.includes(document.activeElement) ? show(points.indexOf(document.activeElement)) : hide()));
    svg.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return hide();
      const place = { Home: 0, End: points.length - 1 }[event.key] ?? (moves(event.key) ? shown + MOVES[event.key] : null);
      if (place === null) return;
      event.preventDefault();
      go(Math.min(Math.max(place, 0), points.length - 1));
    });
    window.addEventListener("scroll", hide, { passive: true });
  }

  const all = (root) => root.querySelectorAll("svg.chart").forEach(start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => all(document));
  else all(document);
  document.addEventListener("htmx:load", (event) => all(event.target instanceof Element ? event.target : document));
})();
