package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.web.shared.KeptDate;
import org.pacegate.web.shared.LanguageView;

/** The sentence of a problem: which field, and what to do about it. */
@RequestScoped
class ProblemWords {

  private static final String ANSWER = "answer.";

  @Inject private LanguageView language;
  @Inject private IntakePage page;
  @Inject private EntryWords entries;

  String of(FieldProblem problem) {
    return of(problem, page.getEntries().of(problem.field()));
  }

  /** The sentence of a problem with what was typed. */
  String of(FieldProblem problem, String typed) {
    String field = problem.field();
    Optional<String> own = entries.problem(problem);
    if (own.isPresent()) {
      String label = entries.label(field);
      return label + (label.matches("(?s).*[?:.]") ? " " : ": ") + own.get();
    }
    return field.startsWith(ANSWER) ? answer(field, problem, typed) : entry(field, problem, typed);
  }

  private String entry(String field, FieldProblem problem, String typed) {
    IntakeWords words = words();
    if (words.words().containsKey("problem." + field + "." + problem.problem())) {
      return words.say("problem." + field + "." + problem.problem());
    }
    return entries.label(field) + ": " + reason(problem, typed);
  }

  private String answer(String field, FieldProblem problem, String typed) {
    return entries.label(field) + " " + reason(problem, typed);
  }

  private String reason(FieldProblem problem, String typed) {
    if ("noDate".equals(problem.problem())) {
      return new KeptDate(typed).problem(locale()).orElse(words().say("problem.noDate"));
    }
    return words().sayFirst("problem." + problem.problem(), "problem");
  }

  private IntakeWords words() {
    return IntakeWords.in(locale());
  }

  private Locale locale() {
    return language.getLocale();
  }
}
