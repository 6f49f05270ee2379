/* Typed text that is not on record yet outlives its page in this tab: an idle sign-out, a session or a page that the
   server has ended. It is its account's alone, gone at sign-out and when somebody else signs in, and is put back at the
   address where it was typed. Never a password. */
"use strict";
(() => {
  const KEPT = "pacegate-kept", MOST_PAGES = 20;
  const NEVER = ["hidden", "password", "submit", "button", "reset", "file"];
  const idle = document.getElementById("idle");
  const account = idle ? idle.dataset.account : "";
  const unsaved = new Set();

  const read = () => JSON.parse(sessionStorage.getItem(KEPT) || "null") || { account, pages: {} };
  const write = (kept) => {
    Object.keys(kept.pages).filter((page) => Object.keys(kept.pages[page]).length === 0).forEach((page) => delete kept.pages[page]);
    Object.keys(kept.pages).slice(0, -MOST_PAGES).forEach((page) => delete kept.pages[page]);
    if (Object.keys(kept.pages).length === 0) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(kept));
  };

  /* What is typed in a form that asks before it is left, or that is saved as it is typed. */
  const isKept = (form) => Boolean(form) && !("unguarded" in form.dataset) && Boolean(form.querySelector('input[name="submissionKey"], [data-autosave]'));
  const forms = () => [...document.forms].filter(isKept);
  const page = (form) => form.elements.pageAddress.value;
  /* Of forms and fields that a list repeats, the record says which is meant, not the place in the list. */
  const nameOf = (form) => form.dataset.kept || form.id;
  const nameIn = (form, field) => {
    const part = field.closest("[data-kept]");
    return part && part !== form && form.contains(part)
      ? `${part.dataset.kept}|${field.name.split(":").pop()}`
      : field.name.replace(`${form.id}:`, "");
  };
  const fields = (form) => [...form.elements].filter((field) => field.name && !NEVER.includes(field.type));
  const isTick = (field) => field.matches("[type=radio], [type=checkbox]");
  const besides = (form) => (form.dataset.keptBesides || "").split(" ").filter(Boolean);

  /* Sent text is kept until the answer is there: it may be the sign-in page. */
  const keep = (form, sent) => {
    const kept = read();
    const forms = kept.pages[page(form)] || {};
    delete kept.pages[page(form)];
    forms[nameOf(form)] = {
      sent,
      fields: fields(form).map((field) => [nameIn(form, field), field.value, Boolean(field.checked)]),
      besides: besides(form).map((name) => form.elements[name].value),
    };
    kept.pages[page(form)] = forms;
    write(kept);
  };

  const putTick = (field, name, kept) => {
    const group = kept.fields.filter(([of]) => of === name);
    const chosen = group.find(([, , checked]) => checked);
    const offered = fields(field.form).some((other) => nameIn(field.form, other) === name && chosen && other.value === chosen[1]);
    /* A choice that the page does not offer now leaves the one that it shows. */
    if (field.type === "radio" && chosen && !offered) return;
    const own = group.find(([, value]) => value === field.value);
    if (own) field.checked = own[2];
  };
  const putText = (field, name, kept) => {
    const own = kept.fields.find(([of]) => of === name);
    if (own && !(field.options && ![...field.options].some((option) => option.value === own[1]))) field.value = own[1];
  };
  const putBack = (form, kept) => {
    fields(form).forEach((field) => {
      if (isTick(field)) putTick(field, nameIn(form, field), kept);
      else putText(field, nameIn(form, field), kept);
    });
    besides(form).forEach((name, index) => { form.elements[name].value = kept.besides[index]; });
    const said = document.getElementById("said");
    const notice = document.createElement("div");
    notice.className = "notice u3 put-back";
    notice.textContent = said.textContent = said.dataset.putBack;
    form.prepend(notice);
    touch(form);
  };
  /* As if something had been typed, in a form that keeps anything: a file is not kept. No change is told: the first field may be a place of the body picture. */
  const touch = (form) => fields(form)[0]?.dispatchEvent(new Event("input", { bubbles: true }));

  document.addEventListener("input", (event) => { if (isKept(event.target.form)) unsaved.add(event.target.form); });
  document.addEventListener("pacegate:saved", (event) => unsaved.delete(event.detail));
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if ("forget" in form.dataset) {
      unsaved.clear();
      sessionStorage.removeItem(KEPT);
    } else if (isKept(form)) {
      unsaved.delete(form);
      keep(form, true);
    }
  });
  window.addEventListener("pagehide", () => unsaved.forEach((form) => { if (form.isConnected) keep(form, false); }));

  /* A page of nobody is the sign-in page, or one that refuses: nothing that was sent has been taken. */
  const stillUnsaved = () => {
    const kept = read();
    Object.values(kept.pages).flatMap(Object.values).forEach((form) => { form.sent = false; });
    write(kept);
  };
  const meet = () => {
    const kept = read();
    const refused = document.querySelector(".error-summary");
    const here = forms().map((form) => [form, (kept.pages[page(form)] || {})[nameOf(form)]]).filter(([, text]) => text);
    here.forEach(([form]) => delete kept.pages[page(form)][nameOf(form)]);
    Object.values(kept.pages).forEach((forms) => Object.keys(forms).filter((name) => forms[name].sent).forEach((name) => delete forms[name]));
    write(kept);
    here.filter(([, text]) => !text.sent).forEach(([form, text]) => putBack(form, text));
    /* Refused, and shown again by the server with everything that was typed. */
    here.filter(([form, text]) => text.sent && refused).forEach(([form]) => (form.querySelector("[data-autosave]") ? unsaved.add(form) : touch(form)));
    document.dispatchEvent(new CustomEvent("pacegate:updated"));
  };
  if (!idle) stillUnsaved();
  else if (read().account !== account) sessionStorage.removeItem(KEPT);
  else meet();
})();
