package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.service.intake.AskedForms;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.questionnaire.OwnWords;
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
  @Inject private OwnWords own;

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
    if (own(field).isPresent()) {
      return own.value(own(field).get(), kept);
    }
    if (CODED.containsKey(field)) {
      return coded(kept, code -> said(CODED.get(field), code));
    }
    if (!forms.options(field).isEmpty()) {
      return coded(kept, code -> forms.option(field, code).orElse(code));
    }
    return field.endsWith("Date") ? text(kept) : kept;
  }

  /** What a field asks of the clinic's own forms. */
  public Optional<Item> own(String field) {
    return field.startsWith("own.") ? forms.item(field) : Optional.empty();
  }

  /** The words of one of the choices that an own form offers. */
  public String choice(Item asked, String code) {
    return own.choices(asked).get(code);
  }

  /** What helps to answer a question of an own form, or null. */
  public String hint(Item asked) {
    return own.hint(asked);
  }

  /** What is wrong with an answer to an own form; empty where the general words say it. */
  public Optional<String> problem(FieldProblem problem) {
    return own(problem.field()).flatMap(asked -> own.problem(asked, problem.problem()));
  }

  /** Whether a field takes own words beside its choices. */
  boolean isOpen(String field) {
    return own(field).filter(asked -> asked.type() == ItemType.OPEN_CHOICE).isPresent();
  }

  /** Typed words as such a field keeps them. */
  String kept(String field, String typed) {
    return own.kept(own(field).orElseThrow(), typed);
  }

  /** The page shows an intake that was asked from these versions. */
  void pin(AskedForms asked) {
    forms.pin(asked);
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
