/* Where a runner points at the left knee, left is said, too. The place itself is a label of its choice. */
"use strict";
(() => {
  const figure = document.querySelector(".pointing .figure");
  if (!figure) return;
  const pointed = document.querySelector("input[name=pointed]");

  /* Of the two knees the other one is not meant. */
  const show = (side) => {
    const chosen = document.querySelector(".pointing .choice input:checked");
    figure.querySelectorAll(".spot").forEach((spot) => {
      const other = { LEFT: "RIGHT", RIGHT: "LEFT" }[side] === spot.dataset.side;
      spot.classList.toggle("other", Boolean(other && chosen && chosen.id === spot.htmlFor));
    });
  };
  const say = (side) => { pointed.value = side; show(side); };

  /* The change of the choice follows the click on its place; a choice in the list names no side. */
  figure.addEventListener("click", (event) => {
    const spot = event.target.closest(".spot");
    if (spot) setTimeout(() => say(spot.dataset.side));
  });
  document.querySelectorAll(".pointing .choice input").forEach((choice) => choice.addEventListener("change", () => say("")));
  show(figure.dataset.side);
})();
