package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One question, or one fact that is calculated in its place. Its words stand in the bundle under
 * its link id.
 *
 * @param linkId the id that answers and rules name it by
 * @param section where it stands
 * @param kind the kind of answer it takes
 * @param calculated true when the answer comes from the record and is never asked
 * @param required true when the screening is not complete without it; a question that a rule reads
 *     always is
 * @param choices the codes to choose from; empty for other kinds
 * @param min smallest amount accepted
 * @param max largest amount accepted
 * @param enabledWhen when it applies; empty for always. A question that does not apply counts as
 *     answered no
 */
public record Question(
    String linkId,
    Section section,
    AnswerKind kind,
    boolean calculated,
    boolean required,
    List<String> choices,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<Criterion> enabledWhen) {

  /** Refuses choices without a choice question and the reverse, and amounts without limits. */
  public Question {
    Code.refuseMalformed(linkId);
    Objects.requireNonNull(section, "section");
    choices = List.copyOf(choices);
    choices.forEach(Code::refuseMalformed);
    boolean takesChoices = kind == AnswerKind.CHOICE || kind == AnswerKind.CHOICES;
    if (takesChoices == choices.isEmpty() || Set.copyOf(choices).size() != choices.size()) {
      throw new IllegalArgumentException("choices do not fit " + kind + ": " + linkId);
    }
    boolean limited = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) < 0;
    if (kind == AnswerKind.AMOUNT ? !limited : min.isPresent() || max.isPresent()) {
      throw new IllegalArgumentException("limits do not fit " + kind + ": " + linkId);
    }
  }

  /** The same question, applying by the values of these parameters. */
  Question with(Parameters parameters) {
    return new Question(
        linkId,
        section,
        kind,
        calculated,
        required,
        choices,
        min,
        max,
        enabledWhen.map(when -> when.with(parameters)));
  }

  /** Whether the question applies, given the answers before it. */
  public Outcome applies(Answers answers) {
    return enabledWhen.map(when -> when.evaluate(answers).outcome()).orElse(Outcome.MET);
  }
}
