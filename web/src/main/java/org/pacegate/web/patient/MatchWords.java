package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pacegate.service.patient.Likeness;
import org.pacegate.service.patient.MatchReasons;
import org.pacegate.web.shared.Translations;

/** Says why a record may be the same person, in words, field by field (R2.50). */
@Named
@RequestScoped
public class MatchWords {

  /**
   * One field's reason.
   *
   * @param likeness style of the line: {@code same}, {@code similar}, {@code different}, {@code
   *     unknown}
   */
  public record Reason(String likeness, String words) {}

  @Inject private Translations translations;

  /** Every field's reason; what was neither asked nor recorded is named as not known. */
  public List<Reason> of(MatchReasons reasons) {
    List<Reason> all = new ArrayList<>();
    if (reasons.swapped()) {
      all.add(reason("similar", "match.namesSwapped"));
    }
    all.add(reason("match.familyName", reasons.familyName()));
    all.add(reason("match.givenName", reasons.givenName()));
    if (reasons.previousName() == Likeness.SAME || reasons.previousName() == Likeness.SIMILAR) {
      all.add(reason("match.previousName", reasons.previousName()));
    }
    all.add(reason(style(reasons.birthDate()), "match.birthDate." + reasons.birthDate()));
    all.add(reason("match.phone", reasons.phone()));
    all.add(reason("match.email", reasons.email()));
    return all;
  }

  private static String style(Enum<?> likeness) {
    return likeness.name().equals("SWAPPED") ? "similar" : likeness.name().toLowerCase(Locale.ROOT);
  }

  private Reason reason(String field, Likeness likeness) {
    return reason(style(likeness), field + "." + likeness);
  }

  private Reason reason(String style, String key) {
    return new Reason(style, translations.say("patient", key));
  }
}
