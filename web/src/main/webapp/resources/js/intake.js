/* The intake desk: answers by key, and questions that appear. */
"use strict";
(() => {
  const form = document.querySelector("form[data-intake]");
  if (!form) return;
  const all = (query, within = form) => [...within.querySelectorAll(query)];
  const one = (query, within = form) => within.querySelector(query);
  const tell = (field) => ["input", "change"].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));

  /* Questions: shown ones in order, each with its group of inputs. */
  const shown = () => all(".ask:not(.off)");
  const isAnswered = (ask) => all("input", ask).some((input) => (input.matches("[type=radio], [type=checkbox]") ? input.checked : input.value.trim() !== ""));
  const enter = (ask) => {
    const input = ask && (one("input:checked", ask) || one("input", ask));
    if (!input) return;
    input.focus({ preventScroll: true });
    ask.scrollIntoView({ block: "center" });
  };
  const after = (ask) => {
    const rest = shown().slice(shown().indexOf(ask) + 1);
    const open = rest.find((each) => !isAnswered(each));
    const section = open && open.closest("[data-section]");
    if (section && section !== ask.closest("[data-section]") && all(".ask:not(.off)", section).every((each) => !isAnswered(each))) {
      one("[data-all-no]", section).focus({ preventScroll: true });
      section.scrollIntoView({ block: "center" });
      return;
    }
    if (open) { enter(open); return; }
    const next = document.getElementById("continue") || document.getElementById("submit");
    if (next) next.focus();
  };

  /* The server says which questions apply; nothing is taken off the page, so nothing is lost. When another tab changed
     the region, other questions apply than this page has: it says so and leaves its own as they are. */
  const showAsked = () => {
    const live = document.getElementById("live");
    if (!live) return;
    const more = new Set((live.dataset.moreAsked || "").split(" "));
    all("[data-more]").forEach((each) => each.classList.toggle("off", !more.has(each.dataset.more)));
    if (!live.dataset.asked) return;
    const behind = live.dataset.rules !== form.elements.rules.value;
    const notice = document.getElementById("behind");
    if (notice) notice.classList.toggle("off", !behind);
    if (behind) return;
    const asked = new Set(live.dataset.asked.split(" "));
    all(".ask").forEach((ask) => ask.classList.toggle("off", !asked.has(ask.dataset.question)));
  };

  /* A digit, or the first letter of yes, no and not sure, answers a question while the focus is in it. An answer that may call
     for a follow-up waits for the server before the focus moves on. */
  const ALONE = /-(NONE|UNSURE)$/;
  const KEYS = { 1: "YES", 2: "NO", 3: "UNSURE", y: "YES", s: "YES", n: "NO", u: "UNSURE", d: "UNSURE" };
  let moving = null;
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const ask = event.target.closest(".ask");
    if (!ask || !event.target.matches("[type=radio], [type=checkbox]")) return;
    const value = one(".q", ask) && KEYS[event.key.toLowerCase()];
    const input = value ? one(`.q input[value="${value}"]`, ask) : all("input:not([type=text])", ask)[Number(event.key) - 1];
    if (!input) return;
    event.preventDefault();
    input.checked = input.type === "radio" || !input.checked;
    input.focus();
    tell(input);
    if (value === "YES") moving = ask; else if (input.type === "radio" || ALONE.test(input.id)) after(ask);
  });

  /* None of these: every unanswered yes-or-no question of the section becomes a visible No, but for one that was
     answered otherwise last time: somebody asks it (R4.176). */
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-all-no]");
    if (!button) return;
    const section = button.closest("[data-section]");
    const open = shown().filter((ask) => section.contains(ask) && !isAnswered(ask));
    open.filter((ask) => !one(".last-time", ask)).map((ask) => one('.q input[value="NO"]', ask)).filter(Boolean).forEach((radio) => { radio.checked = true; tell(radio); });
    const left = open.find((ask) => !isAnswered(ask));
    const sections = all("[data-section]").filter((each) => one(".ask:not(.off)", each));
    const next = sections[sections.indexOf(section) + 1];
    if (left) enter(left); else if (next) one("[data-all-no]", next).focus(); else after(shown().at(-1));
  });

  /* None and Not sure go alone; a real choice takes them back. */
  form.addEventListener("change", (event) => {
    const ticks = event.target.closest(".ticks");
    if (!ticks || !event.target.checked) return;
    const alone = ALONE.test(event.target.id);
    all("input", ticks).filter((other) => other !== event.target && (alone || ALONE.test(other.id))).forEach((other) => { other.checked = false; });
  });

  /* A danger that was not there before is said at once. */
  const worst = () => (document.getElementById("danger") || {}).dataset?.worst || "";
  let told = worst();
  const tellDanger = () => {
    const title = one("#danger .danger-head");
    if (worst() !== told) document.getElementById("alarm").textContent = title ? title.textContent.trim() : "";
    told = worst();
  };

  document.addEventListener("pacegate:updated", () => {
    showAsked();
    tellDanger();
  });
  /* Not at any update: the answer to an earlier save does not know the follow-up yet. */
  document.addEventListener("pacegate:saved", () => {
    if (moving) { const from = moving; moving = null; if (from.contains(document.activeElement)) after(from); }
  });

  /* Begin where something is missing. */
  const start = () => {
    if (document.activeElement !== document.body || location.hash || document.querySelector(".error-summary")) return;
    const asks = shown();
    if (asks.length > 0) {
      const open = asks.find((ask) => !isAnswered(ask));
      const section = open && open.closest("[data-section]");
      const untouched = section && shown().filter((ask) => section.contains(ask)).every((ask) => !isAnswered(ask));
      if (untouched) one("[data-all-no]", section).focus({ preventScroll: true }); else if (open) enter(open);
      return;
    }
    const groups = all(".cols .field");
    const empty = groups.find((group) => !group.closest(".figure") && !isAnswered(group) && one("input, select, textarea", group) && !all("select, textarea", group).some((field) => field.value));
    const field = empty && one("input, select, textarea", empty);
    if (field) field.focus({ preventScroll: true });
  };
  const meet = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const field = target && (target.matches("input, select, textarea") ? target : one("input", target));
    if (field) { field.focus(); (field.closest(".field, .ask") || field).scrollIntoView({ block: "center" }); }
  };

  showAsked();
  start();
  meet();
})();
