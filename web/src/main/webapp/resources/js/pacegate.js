/* Pacegate: what pages do beyond plain forms. Everything here is an extra: without it forms still
   post and links still lead. No page carries script of its own; this file finds its work by
   attributes, so that it also finds it after a partial update. */
"use strict";
(() => {
  const page = document.documentElement;
  page.classList.add("js");
  const one = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];

  const said = one("#said");
  const words = (name) => (said && said.dataset[name]) || "";
  const say = (text) => { if (said) said.textContent = text; };
  const isTyping = (at) => at.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])");

  /* Problems are read first: by title and by focus. */
  const meetProblems = () => {
    const summary = one(".error-summary");
    if (!summary || summary.dataset.met) return;
    summary.dataset.met = "yes";
    if (!document.title.startsWith(words("prefix"))) document.title = `${words("prefix")} ${document.title}`;
    summary.focus();
  };

  /* A link in the summary goes into the field, also when the field is a group of radios. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const field = target.matches("input, select, textarea, button, a") ? target : one("input, select, textarea, button", target);
    (field || target).focus();
    (target.closest(".field, .question") || target).scrollIntoView({ block: "center" });
  });

  /* Menus */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-toggle]");
    if (button) button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
    all("details.account[open]").filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all("details.account[open]").forEach((menu) => { menu.open = false; one("summary", menu).focus(); });
  });

  /* Paper */
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  /* Shortcuts: shown in the rail, switched off there (WCAG 2.1.4). An element offers one with
     data-key; the page's own goes before the rail's. */
  const keys = one("[data-keys]");
  const keysOn = () => localStorage.getItem("pacegate-keys") !== "off";
  const showKeys = () => {
    if (!keys) return;
    keys.dataset.keys = keysOn() ? "on" : "off";
    const button = one("[data-keys-switch]", keys);
    button.textContent = keysOn() ? button.dataset.on : button.dataset.off;
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-keys-switch]")) return;
    localStorage.setItem("pacegate-keys", keysOn() ? "off" : "on");
    showKeys();
  });
  document.addEventListener("keydown", (event) => {
    if (!keysOn() || event.ctrlKey || event.altKey || event.metaKey || !["F2", "/"].includes(event.key)) return;
    if (event.key === "/" && isTyping(event.target)) return;
    const offered = one(`main [data-key="${event.key}"]`) || one(`[data-key="${event.key}"]`);
    if (!offered) return;
    event.preventDefault();
    act(offered, event.key);
  });
  const act = (offered, key) => {
    if (offered.matches("input:not([type=submit])")) offered.focus();
    // The page behind the link offers the act itself: the key is carried there, in nothing that a
    // link from elsewhere could forge.
    else if (offered.matches("a")) { sessionStorage.setItem("pacegate-key", key); offered.click(); }
    else offered.click();
  };
  const carried = sessionStorage.getItem("pacegate-key");
  sessionStorage.removeItem("pacegate-key");
  const awaited = carried && one(`main [data-key="${CSS.escape(carried)}"]`);
  if (awaited) act(awaited, carried);

  /* A digit picks a value of the focused scale; 1 and then 0 is 10. */
  let digits = "", digitsAt = 0;
  document.addEventListener("keydown", (event) => {
    const scale = event.target.closest && event.target.closest(".scale");
    if (!scale || !/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    digits = (event.timeStamp - digitsAt < 700 ? digits : "") + event.key;
    digitsAt = event.timeStamp;
    const value = one(`input[value="${Number(digits)}"]`, scale) || one(`input[value="${event.key}"]`, scale);
    if (value) { value.focus(); value.click(); event.preventDefault(); }
  });

  /* A whole date pasted into one part fills all three. What is not understood stays for the server. */
  document.addEventListener("paste", (event) => {
    const fields = event.target.closest && event.target.closest("[data-date]");
    const text = fields && event.clipboardData.getData("text").trim();
    const parts = text && text.match(/^(\d{1,4})\W+(\d{1,2}|\p{L}{3,})\W+(\d{1,4})$/u);
    if (!parts) return;
    event.preventDefault();
    const order = parts[1].length === 4 ? [parts[3], parts[2], parts[1]] : parts.slice(1);
    all("input", fields).forEach((input, index) => { input.value = order[index]; });
    const year = all("input", fields)[2];
    year.focus();
    year.dispatchEvent(new Event("input", { bubbles: true }));
    year.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* The second click of a double click sends nothing; the server guards by the submission key. */
  const TWICE = 2000;
  document.addEventListener("submit", (event) => {
    const form = event.target, now = Date.now();
    if (now - Number(form.dataset.sentAt || 0) < TWICE) { event.preventDefault(); return; }
    form.dataset.sentAt = now;
    clean(form);
  });
  window.addEventListener("pageshow", () => all("form").forEach((form) => delete form.dataset.sentAt));

  /* A browser cuts what is pasted to what the field takes, and says nothing. */
  document.addEventListener("paste", (event) => {
    const field = event.target, pasted = event.clipboardData && event.clipboardData.getData("text");
    const around = field.closest && field.closest(".field");
    if (!pasted || !around || !(field.maxLength > 0)) return;
    const told = one(".too-long", around);
    if (told) told.remove();
    if (field.value.length - (field.selectionEnd - field.selectionStart) + pasted.length <= field.maxLength) return;
    event.preventDefault();
    const problem = document.createElement("span");
    problem.className = "field-error too-long";
    problem.setAttribute("role", "alert");
    problem.textContent = words("tooLong").replace("#", field.maxLength.toLocaleString(page.lang));
    field.before(problem);
  });

  /* Leaving with typed text that is not saved asks first. */
  const dirty = new Set();
  const guarded = (form) => form && one('input[name="submissionKey"]', form) && !("unguarded" in form.dataset);
  const clean = (form) => dirty.delete(form.id);
  document.addEventListener("input", (event) => {
    if (guarded(event.target.form)) dirty.add(event.target.form.id);
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((id) => document.getElementById(id))) event.preventDefault();
  });

  /* Presses a button behind the scenes and puts the answered parts into the page. Scripts in the
     answer are not run. An answer that is no partial update is the sign-in page. */
  const press = async (button, execute, render) => {
    const form = button.form, body = new URLSearchParams(new FormData(form));
    body.set(button.name, button.value);
    body.set("jakarta.faces.source", button.id);
    body.set("jakarta.faces.partial.ajax", "true");
    body.set("jakarta.faces.partial.execute", execute === "@form" ? form.id : button.id);
    if (render) body.set("jakarta.faces.partial.render", render);
    const answer = await fetch(form.action, { method: "POST", body, headers: { "Faces-Request": "partial/ajax" } });
    if (answer.status >= 500) throw new Error("not answered");
    const parts = new DOMParser().parseFromString(await answer.text(), "text/xml");
    if (answer.redirected || !parts.querySelector("partial-response")) { comeBack(); return false; }
    const redirect = parts.querySelector("redirect");
    if (redirect) { dirty.clear(); location.assign(redirect.getAttribute("url")); return false; }
    before();
    const updates = [...parts.querySelectorAll("update")];
    const refused = updates.find((part) => part.id === "jakarta.faces.ViewRoot");
    /* The server has closed the page: it comes back with what was typed (kept.js). */
    if (refused && refused.textContent.includes("data-forgotten")) { comeBack(); return false; }
    if (refused || parts.querySelector("error")) return false;
    updates.forEach((part) => {
      const states = part.id.includes("jakarta.faces.ViewState") && all('input[name="jakarta.faces.ViewState"]');
      const shown = document.getElementById(part.id);
      if (states) states.forEach((state) => { state.value = part.textContent; });
      else if (shown) shown.outerHTML = part.textContent;
    });
    after();
    return true;
  };

  /* Saves as it is typed: 800 ms after the first key that is not saved, so that an hour of typing can
     lose a second; again and again while the net is away. */
  const PAUSE = 800, RETRY = [2000, 5000, 15000, 30000];
  let timer = 0, edits = 0, failures = 0, saving = Promise.resolve();
  const status = (text) => {
    const shown = one(".saved");
    if (shown) { shown.textContent = text; shown.classList.add("retry"); }
    say(text);
  };
  const later = (form, wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(() => save(form)); }, wait);
  };
  const save = async (form) => {
    timer = 0;
    const button = one("[data-autosave]", form), sent = edits;
    if (!button || !form.isConnected) return;
    try {
      const answered = await press(button, button.dataset.autosave, `${button.id.replace(/autosave$/, "autosaved")} ${button.dataset.autosaveRender || ""}`.trim());
      failures = 0;
      if (!answered) { status(words("lost")); return; }
      const shown = one(".saved", form);
      if (sent === edits && !one(".unsaved", shown)) {
        clean(form);
        document.dispatchEvent(new CustomEvent("pacegate:saved", { detail: form }));
      }
      say(shown.textContent);
    } catch (unreachable) {
      status(words("retry"));
      later(form, RETRY[Math.min(failures++, RETRY.length - 1)]);
    }
  };
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !event.target.name || !one("[data-autosave]", form)) return;
    edits++;
    dirty.add(form.id);
    if (!timer || failures) later(form, PAUSE);
  });
  document.addEventListener("submit", () => { clearTimeout(timer); timer = 0; });

  /* Enter would press the form's first button, which saves the draft and forgets the password. After a
     password it presses the button that follows; elsewhere in a form kept as it is typed it keeps it. */
  document.addEventListener("keydown", (event) => {
    const field = event.target, form = field.form;
    if (event.key !== "Enter" || !form || !field.matches("input:not([type=submit], [type=button])")) return;
    const buttons = all("[type=submit]", form);
    const following = buttons.find((button) => field.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (field.type === "password" && following) { event.preventDefault(); following.click(); }
    else if (buttons[0] && buttons[0].matches("[data-autosave]")) { event.preventDefault(); edits++; later(form, 0); }
  });

  /* After a partial update: focus stays where it was, the picture of problems is met, time starts anew. */
  let focused = null;
  const before = () => {
    const at = document.activeElement;
    focused = at && at.id ? { id: at.id, from: at.selectionStart, to: at.selectionEnd } : null;
  };
  const after = () => {
    const lost = focused && (document.activeElement === document.body || !document.activeElement);
    const again = lost && document.getElementById(focused.id);
    if (again) {
      again.focus({ preventScroll: true });
      if (typeof focused.from === "number" && again.setSelectionRange) again.setSelectionRange(focused.from, focused.to);
    }
    meetProblems();
    seen();
    document.dispatchEvent(new CustomEvent("pacegate:updated"));
  };

  /* The page's own address: after a post the bar shows it without the record. */
  const here = () => {
    const own = one('#session input[name="pageAddress"]');
    const address = new URL(own ? own.value : location.href, location.href);
    return address.origin === location.origin ? address.href : location.href;
  };
  /* To the sign-in page, and back here after it. */
  const comeBack = () => { dirty.clear(); location.assign(here()); };
  if (window.faces) {
    faces.ajax.addOnEvent((data) => { if (data.status === "begin") before(); if (data.status === "success") after(); });
    faces.ajax.addOnError((data) => {
      if (data.responseCode === 401 || data.responseCode === 403 || data.status === "malformedXML") comeBack();
    });
  }
  if (window.jQuery) {
    jQuery(document)
      .on("pfAjaxSend", before)
      .on("pfAjaxComplete", after)
      .on("pfAjaxError", (event, xhr) => { if (xhr && [200, 401, 403].includes(xhr.status)) comeBack(); });
  }

  /* Two minutes before an idle session ends, a question; after it, nothing of the page is left to see. */
  const idle = one("#idle"), SEEN = "pacegate-seen";
  const limit = idle ? Number(idle.dataset.idleSeconds) : 0;
  const seen = () => { if (limit > 0) localStorage.setItem(SEEN, String(Date.now())); };
  const watch = () => {
    const left = limit - (Date.now() - Number(localStorage.getItem(SEEN))) / 1000;
    if (left <= 0) end();
    else if (left <= Number(idle.dataset.warnSeconds)) { if (!idle.open) idle.showModal(); }
    else if (idle.open) idle.close();
  };
  const end = () => {
    all("[data-ended]", idle).forEach((part) => { part.textContent = part.dataset.ended; });
    one("input[type=submit]", idle).hidden = true;
    const again = one(".again", idle);
    again.hidden = false;
    again.href = here();
    page.classList.add("ended");
    dirty.clear();
    if (!idle.open) idle.showModal();
    clearInterval(watching);
  };
  let watching = 0;
  if (limit > 0) {
    seen();
    watching = setInterval(watch, 5000);
    idle.addEventListener("submit", (event) => {
      event.preventDefault();
      press(one("input[type=submit]", idle), "@this", "");
      seen();
      idle.close();
    });
    idle.addEventListener("cancel", (event) => event.preventDefault());
  }

  /* Time that runs out, by the server's clock: nothing is asked of the server, so no session is kept
     alive. Who wants little movement sees minutes. */
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const told = one("[data-now]"), ahead = told ? Number(told.dataset.now) - Date.now() : 0;
  const amount = (seconds) => {
    const [d, h, min, s] = [seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(Math.floor);
    const parts = d ? [`${d} d`, `${h} h`] : h ? [`${h} h`, `${min} min`] : still.matches ? [`${min} min`] : [`${min} min`, `${String(s).padStart(2, "0")} s`];
    return parts.join(" ");
  };
  const countDown = () => all("[data-countdown]").forEach((clock) => {
    const left = Math.ceil((Number(clock.dataset.countdown) - Date.now() - ahead) / 1000), over = left <= 0;
    const text = clock.dataset[over ? "timeLate" : "timeLeft"].replace("{0}", amount(Math.abs(left)));
    const shown = one(".left", clock);
    if (shown.textContent !== text) shown.textContent = text;
    if (over !== clock.classList.contains("overdue")) {
      clock.classList.toggle("overdue", over);
      one(".until", clock).textContent = clock.dataset[over ? "late" : "by"];
    }
  });
  if (told) { countDown(); setInterval(countDown, 1000); }

  /* What stays on top must not cover what has the focus. */
  const header = one(".patient");
  if (header) {
    const measure = () => page.style.setProperty("--sticky", `${header.offsetHeight + 16}px`);
    new ResizeObserver(measure).observe(header);
  }

  /* Of a large field the browser shows the first line only; the rest may lie under what stays below. */
  document.addEventListener("keyup", (event) => {
    if (event.key === "Tab" && document.activeElement.matches("textarea")) document.activeElement.scrollIntoView({ block: "nearest" });
  });

  showKeys();
  meetProblems();
})();
