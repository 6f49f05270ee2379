/* The preview of a questionnaire: the server says which items apply; none is taken off the page. */
"use strict";
(() => {
  const form = document.querySelector("form[data-sample]");
  if (!form) return;
  const show = () => {
    const enabled = new Set(document.getElementById("sample:trial").dataset.enabled.split(" "));
    form.querySelectorAll("[data-question]").forEach((item) => item.classList.toggle("off", !enabled.has(item.dataset.question)));
  };
  document.addEventListener("pacegate:updated", show);
})();
