/* A signature by hand: the way of the pen as points on a field of 600 by 200, never a picture. */
"use strict";
(() => {
  const pen = document.querySelector("[data-pen]");
  if (!pen) return;
  const WIDE = 600, HIGH = 200, MOST_POINTS = 1500, MOST_STROKES = 60, APART = 3;
  const kept = document.getElementById(pen.dataset.pen);
  const canvas = pen.querySelector("canvas");
  const clear = pen.querySelector("button");
  const ink = canvas.getContext("2d");
  let strokes = [];
  let line = null;

  const read = () => kept.value.split(";").filter(Boolean).map((each) => each.split(" ").map((point) => point.split(",").map(Number)));
  const write = () => {
    kept.value = strokes.map((each) => each.map((point) => point.join(",")).join(" ")).join(";");
    ["input", "change"].forEach((kind) => kept.dispatchEvent(new Event(kind, { bubbles: true })));
  };
  const draw = () => {
    clear.classList.toggle("off", strokes.length === 0);
    ink.clearRect(0, 0, WIDE, HIGH);
    ink.strokeStyle = getComputedStyle(canvas).color;
    ink.lineWidth = 3;
    ink.lineCap = ink.lineJoin = "round";
    strokes.forEach((each) => {
      ink.beginPath();
      ink.moveTo(...each[0]);
      each.forEach((point) => ink.lineTo(...point));
      ink.stroke();
    });
  };
  const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [within((event.clientX - box.left) * WIDE / box.width, WIDE), within((event.clientY - box.top) * HIGH / box.height, HIGH)];
  };
  const count = () => strokes.reduce((sum, each) => sum + each.length, 0);

  canvas.addEventListener("pointerdown", (event) => {
    if (strokes.length >= MOST_STROKES || count() >= MOST_POINTS) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    line = [at(event)];
    strokes.push(line);
    draw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line || count() >= MOST_POINTS) return;
    const [x, y] = at(event);
    const [lastX, lastY] = line.at(-1);
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < APART) return;
    line.push([x, y]);
    draw();
  });
  ["pointerup", "pointercancel"].forEach((kind) => canvas.addEventListener(kind, () => {
    if (!line) return;
    line = null;
    write();
  }));
  clear.addEventListener("click", () => {
    canvas.closest("form").querySelector("#consent-signature").focus();
    strokes = [];
    draw();
    write();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  pen.classList.remove("off");
  strokes = read();
  draw();
})();
