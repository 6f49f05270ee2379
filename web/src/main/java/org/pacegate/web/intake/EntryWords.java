package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.screening.AnswerWords;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.Translations;

/** A typed entry in words: its label, and its value as a person reads it. */
@Named
@RequestScoped
public class EntryWords {

  private static final String ANSWER = "answer.";

  /** Whose values are codes: bundle and key of the words. */
  private static final Map<String, String[]> CODED =
      Map.of(
          "person.sex", new String[] {"intake", "sex."},
          "person.language", new String[] {"intake", "language."},
          "consent.relation", new String[] {"intake", "relation."});

  @Inject private AnswerWords answers;
  @Inject private Translations words;
  @Inject private ClinicTime time;
  @Inject private FormWords forms;

  /** What the field asks. */
  public String label(String field) {
    if (field.startsWith(ANSWER)) {
      return answers.question(field.substring(ANSWER.length()));
    }
    return forms
        .question(field)
        .orElseGet(() -> words.knows("intake", field) ? words.say("intake", field) : field);
  }

  /** What was given, or that nothing was. */
  public String value(String field, String kept) {
    if (kept.isEmpty()) {
      return words.say("intake", "check.none");
    }
    if (field.startsWith(ANSWER)) {
      return answers.of(field.substring(ANSWER.length()), kept);
    }
    if (field.equals("consent.given") || field.equals("consent.drawn")) {
      return words.say("shared", "yes");
    }
    if (CODED.containsKey(field)) {
      return coded(kept, code -> said(CODED.get(field), code));
    }
    if (!forms.options(field).isEmpty()) {
      return coded(kept, code -> forms.option(field, code).orElse(code));
    }
    return field.endsWith("Date") ? text(kept) : kept;
  }

  private String said(String[] from, String code) {
    return words.knows(from[0], from[1] + code) ? words.say(from[0], from[1] + code) : code;
  }

  private String coded(String kept, UnaryOperator<String> said) {
    String chosen =
        Arrays.stream(kept.split(",", -1))
            .filter(code -> !code.isEmpty())
            .map(said)
            .collect(Collectors.joining(", "));
    return chosen.isEmpty() ? words.say("intake", "check.nothing") : chosen;
  }

  private String text(String kept) {
    try {
      return time.date(LocalDate.parse(kept));
    } catch (DateTimeException notADate) {
      return kept;
    }
  }
}
