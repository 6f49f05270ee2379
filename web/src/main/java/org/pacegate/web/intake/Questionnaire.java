package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Section;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.intake.IntakeView;

/**
 * The red-flag questions of an intake by section, and what the rules say so far. Every question is
 * on the page from the start; those that do not apply yet are not shown (R4.13).
 */
@Named
@RequestScoped
public class Questionnaire {

  private static final int SECONDS_A_QUESTION = 3;

  @Inject private IntakePage page;

  public List<Section> getSections() {
    return Arrays.stream(Section.values()).filter(section -> !in(section).isEmpty()).toList();
  }

  /** All questions of a section, in order. */
  public List<Question> in(Section section) {
    return page.view().rules().questions().stream()
        .filter(question -> question.section() == section && !question.calculated())
        .toList();
  }

  public boolean isShown(String linkId) {
    return page.view().questions().stream().anyMatch(each -> each.linkId().equals(linkId));
  }

  /** Whether a Yes alone can be dangerous. */
  public boolean isDanger(String linkId) {
    return page.view().rules().actsAlone(linkId);
  }

  /** The codes to tick: the question's own, then "none of these" and "not sure". */
  public List<String> codes(Question question) {
    List<String> more =
        question.kind() == AnswerKind.CHOICES
            ? List.of(TypedEntries.NONE, TypedEntries.UNSURE)
            : List.of(TypedEntries.UNSURE);
    return Stream.concat(question.choices().stream(), more.stream()).toList();
  }

  /** Link ids of the questions that apply now, for the page's script. */
  public String getAsked() {
    return page.view().questions().stream().map(Question::linkId).collect(Collectors.joining(" "));
  }

  public int getOpen() {
    return page.view().open().size();
  }

  /** Shown questions that have an answer. */
  public int getAnswered() {
    IntakeView view = page.view();
    return (int) view.questions().stream().filter(Question::required).count() - view.open().size();
  }

  public int getSecondsLeft() {
    return getOpen() * SECONDS_A_QUESTION;
  }

  /** The fired rules, most urgent first. */
  public List<FiredRule> getFired() {
    return page.view().soFar().fired();
  }

  /** The most urgent finding so far, or null. */
  public Urgency getWorst() {
    return page.view().soFar().maxUrgency().orElse(null);
  }

  /** Whether the questions may be stopped here, and what is known recorded at once. */
  public boolean isStoppable() {
    return getWorst() != null && getWorst().isAtLeast(Urgency.U1_SAME_DAY);
  }
}
