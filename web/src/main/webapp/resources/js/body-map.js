/* The body picture sets the list beside it and shows what the list says; the list is what is sent. */
"use strict";
(() => {
  const tell = (field) => ["input", "change"].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));

  const show = (map) => {
    const region = map.querySelector("select").value;
    const side = map.querySelector(".choice input:checked");
    map.querySelectorAll(".region input").forEach((radio) => { radio.checked = radio.value === region; });
    map.querySelector(".figure").dataset.side = side ? side.value : "";
  };

  const setSide = (map, wanted) => {
    const radio = map.querySelector(`.choice input[value="${wanted}"]`);
    if (radio && !radio.checked) { radio.checked = true; tell(radio); }
  };

  document.addEventListener("change", (event) => {
    const map = event.target.closest("[data-body-map]");
    if (!map) return;
    if (event.target.closest(".region")) {
      const list = map.querySelector("select");
      if (list.value !== event.target.value) { list.value = event.target.value; tell(list); }
    }
    show(map);
  });

  /* Pointing at the left knee says knee and left; pointing at the right one then says both. */
  document.addEventListener("click", (event) => {
    const spot = event.target.closest(".spot");
    if (!spot) return;
    const map = spot.closest("[data-body-map]");
    if (!map) { document.getElementById(spot.dataset.choice).click(); return; }
    const side = map.querySelector(".choice input:checked");
    const same = spot.parentElement.querySelector("input").value === map.querySelector("select").value;
    const other = { LEFT: "RIGHT", RIGHT: "LEFT" }[spot.dataset.side];
    setSide(map, same && side && side.value === other ? "BOTH" : spot.dataset.side);
  });

  const showAll = () => document.querySelectorAll("[data-body-map]").forEach(show);
  document.addEventListener("pacegate:updated", showAll);
  showAll();
})();
