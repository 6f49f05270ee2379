package org.pacegate.service.pdf;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A letter as a page, in the order in which it is read: who, how urgent, what is asked, the danger
 * signs, what was found, how to answer. {@link LetterAnswer} is the end of it.
 */
final class LetterPage {

  private static final List<String> RUNNING =
      List.of(
          "kmPerWeek",
          "sessionsPerWeek",
          "longestRunKm",
          "ascent",
          "descent",
          "surfaces",
          "shoes",
          "shoeKm",
          "crossTraining");

  private final JsonObject letter;
  private final LetterLanguage words;
  private final Xhtml page;

  LetterPage(JsonObject letter) {
    this.letter = letter;
    this.words = new LetterLanguage(letter.getString("language"), letter.getString("timeZone"));
    String title =
        words.say("title")
            + " "
            + letter.getJsonObject("referral").getString("identifier")
            + ", "
            + letter.getJsonObject("clinic").getString("display");
    this.page = new Xhtml(letter.getString("language"), title, LetterStyle.CSS.formatted(footer()));
  }

  /** On every page, by numbers alone: no name can break out of it. */
  private String footer() {
    return plain(
            words.say("number") + " " + letter.getJsonObject("referral").getString("identifier"))
        + ", "
        + plain(
            words.say("record") + " " + letter.getJsonObject("subject").getString("recordNumber"));
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} .-]", "");
  }

  Document document() {
    head();
    people();
    urgency();
    why();
    danger();
    complaint();
    running();
    told();
    page.add("p", "closing", words.say("closing"));
    new LetterAnswer(letter, words, page).add();
    return page.document();
  }

  private void head() {
    JsonObject clinic = letter.getJsonObject("clinic");
    Element head = row(page.add("table", "head", ""));
    Element left = page.add(head, "td", "wide", "");
    page.add(left, "p", "clinic", clinic.getString("display"));
    page.add(left, "p", "small typed", words.reach(clinic, ", "));
    Element right = page.add(head, "td", "right", "");
    page.add(right, "h1", null, words.say("title"));
    page.add(
        right,
        "p",
        "small",
        words.say("number")
            + " "
            + letter.getJsonObject("referral").getString("identifier")
            + " · "
            + words.say("written")
            + " "
            + words.day(letter.getString("written")));
  }

  private Element row(Element table) {
    return page.add(table, "tr", null, "");
  }

  private void people() {
    Element row = row(page.add("table", "people", ""));
    JsonObject to = letter.getJsonObject("recipient");
    person(row, "to", to.getString("display"), words.reach(to, "\n"));
    JsonObject subject = letter.getJsonObject("subject");
    person(row, "runner", words.name(subject), words.subject(subject));
    JsonObject from = letter.getJsonObject("sender");
    person(row, "from", from.getString("display"), words.sender(from));
  }

  private void person(Element row, String role, String name, String facts) {
    Element cell = page.add(row, "td", null, "");
    page.add(cell, "p", "small", words.say(role));
    page.add(cell, "p", "strong", name);
    if (!facts.isEmpty()) {
      page.add(cell, "p", "typed", facts);
    }
  }

  private void urgency() {
    JsonObject referral = letter.getJsonObject("referral");
    Element box = page.add("div", "urgent", "");
    page.add(box, "p", null, words.say("urgent." + referral.getString("urgency")));
    if (referral.containsKey("due")) {
      page.add(box, "p", "due", words.say("due") + " " + words.instant(referral.getString("due")));
    }
  }

  private void why() {
    JsonObject referral = letter.getJsonObject("referral");
    page.add("h2", null, words.say("why"));
    Element facts = page.add("table", "facts", "");
    fact(facts, "target", referral.getString("target"));
    fact(facts, "reason", referral.getString("reason"));
    fact(facts, "question", referral.getString("question", words.say("question.none")));
  }

  private void fact(Element table, String key, String text) {
    Element row = row(table);
    page.add(row, "th", null, words.say(key)).setAttribute("scope", "row");
    page.add(row, "td", "typed", text);
  }

  private void danger() {
    page.add("h2", null, words.say("danger"));
    if (!letter.containsKey("screening")) {
      page.add("p", "strong", words.say("screening.none"));
      return;
    }
    JsonObject screening = letter.getJsonObject("screening");
    Element facts = page.add("table", "facts", "");
    Element row = row(facts);
    page.add(row, "th", "strong", words.say("positive")).setAttribute("scope", "row");
    Element found = page.add(row, "td", null, "");
    List<JsonObject> positive = objects(screening, "positive");
    if (positive.isEmpty()) {
      page.add(found, "p", "strong", words.say("positive.none"));
    } else {
      Element list = page.add(found, "ul", null, "");
      positive.forEach(each -> positive(list, each, screening));
    }
    areas(facts, "negative", screening);
    areas(facts, "open", screening);
    fact(
        facts,
        "screened",
        words.instant(screening.getString("performed"))
            + ", "
            + words.say("by")
            + " "
            + screening.getString("performer"));
  }

  private void positive(Element list, JsonObject sign, JsonObject screening) {
    Element item = page.add(list, "li", "sign", "");
    page.add(item, "p", "strong typed", "■ " + sign.getString("text"));
    String facts =
        Stream.concat(
                objects(sign, "detail").stream()
                    .map(each -> each.getString("text") + " " + each.getString("answer")),
                words.became(sign, screening.getString("performed")))
            .collect(Collectors.joining("; "));
    if (!facts.isEmpty()) {
      page.add(item, "p", "typed", facts);
    }
  }

  private static List<JsonObject> objects(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(JsonValue::asJsonObject).toList();
  }

  private void areas(Element facts, String which, JsonObject screening) {
    String said =
        objects(screening, which).stream()
            .map(
                area ->
                    words.area(
                        area.getString("area"),
                        area.getJsonArray("signs").getValuesAs(JsonString::getString)))
            .filter(area -> !area.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!said.isEmpty()) {
      Element row = row(facts);
      page.add(row, "th", null, words.say(which)).setAttribute("scope", "row");
      page.add(row, "td", which.equals("negative") ? "small typed" : "typed", said);
    }
  }

  private void complaint() {
    JsonObject complaint = letter.getJsonObject("complaint");
    page.add("h2", null, words.say("complaint"));
    Element facts = page.add("table", "facts", "");
    String since =
        complaint.containsKey("since")
            ? words.day(complaint.getString("since"))
            : words.say("since.unknown");
    fact(
        facts,
        "where",
        complaint.getString("where")
            + " · "
            + words.say("since")
            + ": "
            + since
            + ", "
            + complaint.getString("how"));
    fact(facts, "words", complaint.getString("words"));
    List<JsonObject> measured = objects(letter, "measured");
    fact(
        facts,
        "measured",
        measured.isEmpty()
            ? words.say("measured.none")
            : measured.stream().map(words::measured).collect(Collectors.joining("\n")));
    if (letter.containsKey("findings")) {
      fact(facts, "found", letter.getString("findings"));
    }
    fact(
        facts,
        "diagnosis",
        letter.containsKey("diagnosis")
            ? words.diagnosis(letter.getJsonObject("diagnosis"))
            : words.say("diagnosis.none"));
  }

  private void running() {
    JsonObject running = letter.getJsonObject("running");
    page.add("h2", null, words.say("running"));
    String told =
        RUNNING.stream()
            .filter(running::containsKey)
            .map(each -> words.say(each, running.getString(each)))
            .collect(Collectors.joining(" · "));
    page.add("p", "typed", told.isEmpty() ? words.say("running.none") : told);
  }

  private void told() {
    page.add("h2", null, words.say("told"));
    page.add("p", "typed", letter.getString("told", words.say("told.none")));
  }
}
