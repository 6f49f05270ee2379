package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.web.intake.EntryWords;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.screening.AnswerWords;
import org.pacegate.web.shared.KeptDate;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;

/** The form's words to the runner: said to them, not about them. */
@Named
@RequestScoped
public class DoorWords {

  private static final String ANSWER = "answer.";

  @Inject private Translations words;
  @Inject private AnswerWords answers;
  @Inject private EntryWords entries;
  @Inject private LanguageView language;
  @Inject private FormWords forms;

  /** The heading of a page: its question, or what it is about. */
  public String title(DoorStep step) {
    if (step.linkId() != null) {
      return forms.question(step.linkId()).orElse(step.linkId());
    }
    return words.say("door", "step." + step.name());
  }

  /** What a field asks. */
  public String label(String field) {
    return field.startsWith(ANSWER)
        ? answers.question(field.substring(ANSWER.length()))
        : words.knows("door", field) ? words.say("door", field) : entries.label(field);
  }

  /** What helps to answer, or null. */
  public String hint(String field) {
    if (entries.own(field).isPresent()) {
      return entries.hint(entries.own(field).get());
    }
    return field.startsWith(ANSWER)
        ? answers.hint(field.substring(ANSWER.length()))
        : forms
            .help(field)
            .orElseGet(
                () ->
                    words.knows("door", field + ".hint")
                        ? words.say("door", field + ".hint")
                        : null);
  }

  /** What a browser may fill in. */
  public String autocomplete(String field) {
    return switch (field) {
      case "person.givenName" -> "given-name";
      case "person.familyName" -> "family-name";
      case "person.phone" -> "tel";
      case "person.email" -> "email";
      default -> "off";
    };
  }

  /** One of a field's choices. */
  public String choice(String field, String code) {
    if (field.startsWith(ANSWER)) {
      return Stream.of("YES", "NO").anyMatch(code::equals)
          ? words.say("shared", code.equals("YES") ? "yes" : "no")
          : answers.choices(field.substring(ANSWER.length())).get(code);
    }
    return entries
        .own(field)
        .map(asked -> entries.choice(asked, code))
        .orElseGet(() -> entries.value(field, code));
  }

  /** A kept answer as the runner reads it. */
  public String value(String field, String kept) {
    if (field.equals("consent.given") || field.equals(DoorConsent.DRAWN)) {
      return words.say("shared", kept.isEmpty() ? "no" : "yes");
    }
    return entries.value(field, kept);
  }

  /** What is wrong, and what to do about it. */
  String problem(FieldProblem problem, String typed) {
    if (problem.problem().equals("noDate")) {
      return new KeptDate(typed)
          .problem(language.getLocale())
          .orElseGet(() -> words.say("door", "problem.noDate"));
    }
    Optional<String> own = entries.problem(problem);
    if (own.isPresent()) {
      return own.get();
    }
    return List.of(
            "problem." + problem.field() + "." + problem.problem(),
            (problem.field().startsWith(ANSWER) ? "problem.answer." : "problem.")
                + problem.problem(),
            "problem." + problem.problem())
        .stream()
        .filter(key -> words.knows("door", key))
        .map(key -> words.say("door", key))
        .findFirst()
        .orElseGet(() -> words.say("door", "problem"));
  }
}
