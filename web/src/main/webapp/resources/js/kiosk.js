/* Pacegate at a tablet of the clinic: everything on the screen goes after a time without activity,
   with the last seconds counted down in sight. The server closes by its own clock; it is told that
   somebody is still typing. Without this file the page goes to the start by itself. */
"use strict";
(() => {
  const away = document.getElementById("away");
  if (!away) return;
  const idle = Number(away.dataset.idle) * 1000;
  const shown = Math.min(20000, idle / 2);
  const between = Math.min(3000, idle / 4);
  const warning = document.getElementById("leaving");
  const left = document.getElementById("left");
  let last = Date.now();
  let told = last;
  let planned = 0;
  let gone = false;

  /* A page that the browser kept for its back button is asked for again. */
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.replace("/kiosk"); });
  window.addEventListener("pagehide", () => { document.body.hidden = true; });

  const go = () => {
    if (gone) return;
    gone = true;
    document.querySelector(".card").hidden = true;
    away.submit();
  };

  /* Closed meanwhile: what stands on the page is sent as it is, and kept if that is still possible. */
  const closed = () => {
    if (gone) return;
    gone = true;
    const typed = document.getElementById("typed");
    if (typed) typed.submit(); else away.submit();
  };

  const tell = () => {
    planned = 0;
    told = Date.now();
    fetch(away.dataset.stay, { method: "POST" })
      .then((answer) => { if (answer.status === 410) closed(); })
      .catch(() => { /* Not reached: the next activity tells again. */ });
  };

  const active = () => {
    last = Date.now();
    warning.hidden = true;
    if (away.dataset.stay && !planned && !gone) planned = window.setTimeout(tell, Math.max(0, told + between - last));
  };
  ["pointerdown", "keydown", "input", "wheel", "touchmove"].forEach((kind) => document.addEventListener(kind, active, { passive: true }));
  document.addEventListener("submit", () => { last = Date.now(); });

  window.setInterval(() => {
    if (gone) return;
    const rest = last + idle - Date.now();
    if (rest <= 0) go();
    warning.hidden = rest > shown;
    left.textContent = String(Math.max(0, Math.ceil(rest / 1000)));
  }, 250);
})();
