package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
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
          "complaint.onsetKind", new String[] {"intake", "onset."},
          "complaint.bodySite", new String[] {"shared", "region."},
          "complaint.side", new String[] {"shared", "side."},
          "running.surfaces", new String[] {"intake", "surface."},
          "consent.relation", new String[] {"intake", "relation."});

  @Inject private AnswerWords answers;
  @Inject private Translations words;
  @Inject private ClinicTime time;

  /** What the field asks. */
  public String label(String field) {
    if (field.startsWith(ANSWER)) {
      return answers.question(field.substring(ANSWER.length()));
    }
    return words.knows("intake", field) ? words.say("intake", field) : field;
  }

  /** What was given, or that nothing was. */
  public String value(String field, String kept) {
    if (kept.isEmpty()) {
      return words.say("intake", "check.none");
    }
    if (field.startsWith(ANSWER)) {
      return answers.of(field.substring(ANSWER.length()), kept);
    }
    if (field.equals("consent.given")) {
      return words.say("shared", "yes");
    }
    if (CODED.containsKey(field)) {
      return coded(CODED.get(field), kept);
    }
    return field.endsWith("Date") ? text(kept) : kept;
  }

  private String coded(String[] from, String kept) {
    String chosen =
        Arrays.stream(kept.split(",", -1))
            .filter(code -> !code.isEmpty())
            .map(
                code ->
                    words.knows(from[0], from[1] + code)
                        ? words.say(from[0], from[1] + code)
                        : code)
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
