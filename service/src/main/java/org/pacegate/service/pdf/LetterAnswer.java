package org.pacegate.service.pdf;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * How to answer a letter: the ways, each a block of its own, then the form to tear off. Another way
 * is one more block before the form.
 */
final class LetterAnswer {

  private static final String BOX = "☐ ";

  private final JsonObject letter;
  private final LetterLanguage words;
  private final Xhtml page;

  LetterAnswer(JsonObject letter, LetterLanguage words, Xhtml page) {
    this.letter = letter;
    this.words = words;
    this.page = page;
  }

  void add() {
    Element answer = page.add("div", "answer", "");
    page.add(answer, "h2", null, words.say("answer"));
    onPaper(answer);
    form(page.add(answer, "div", "cut", ""));
  }

  private void onPaper(Element answer) {
    JsonObject clinic = letter.getJsonObject("clinic");
    String urgent = letter.getJsonObject("referral").getString("urgency");
    page.add(
        answer,
        "p",
        null,
        words.say("answer.text")
            + (urgent.startsWith("U3") ? "" : " " + words.say("answer.phone")));
    String reach = words.reach(clinic, ", ");
    page.add(
        answer,
        "p",
        "typed",
        words.say("return")
            + ": "
            + clinic.getString("display")
            + ", "
            + (reach.isEmpty() ? words.say("noContact") : reach));
  }

  private void form(Element torn) {
    JsonObject subject = letter.getJsonObject("subject");
    page.add(torn, "p", "strong", words.say("form") + ": " + number());
    page.add(
        torn,
        "p",
        "typed",
        Stream.of(
                words.say("form.about") + " " + words.name(subject),
                words.born(subject),
                words.say("record") + " " + subject.getString("recordNumber"))
            .collect(Collectors.joining(", ")));
    Element form = page.add(torn, "table", "form", "");
    line(form, "seen", "");
    line(form, "diagnosis", "").setAttribute("class", "tall");
    line(form, "certainty", boxes("certainty.1", "certainty.2", "certainty.3"));
    line(form, "flags", boxes("flags.yes", "flags.no") + "    " + words.say("form.flags.why") + ":")
        .setAttribute("class", "typed tall");
    line(form, "impact", boxes("impact.1", "impact.2", "impact.3"));
    Element who = page.add(torn, "table", "form who", "");
    pair(who, "name", "profession");
    pair(who, "licence", "signature");
  }

  private void pair(Element table, String one, String other) {
    Element row = page.add(table, "tr", null, "");
    for (String key : List.of(one, other)) {
      page.add(row, "th", null, words.say("form." + key));
      page.add(row, "td", "tall", "");
    }
  }

  private String number() {
    return words.say("number") + " " + letter.getJsonObject("referral").getString("identifier");
  }

  private String boxes(String... choices) {
    return Stream.of(choices)
        .map(choice -> BOX + words.say("form." + choice))
        .collect(Collectors.joining("    "));
  }

  private Element line(Element form, String key, String text) {
    Element row = page.add(form, "tr", null, "");
    page.add(row, "th", null, words.say("form." + key)).setAttribute("scope", "row");
    return page.add(row, "td", "typed", text);
  }
}
