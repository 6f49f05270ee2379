package org.pacegate.service.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/**
 * An intake as it stands.
 *
 * @param patientId the known patient, or null for somebody new
 * @param episodeId the episode that is screened again, or that came of a submitted intake; else
 *     null
 * @param rescreen whether only the questions are asked
 * @param entries what was typed, by field
 * @param rules the questions and rules of its body region
 * @param forms what it is asked from
 * @param more the clinic's own forms that apply now
 * @param questions the red-flag questions that apply now, in order
 * @param open link ids of those that have no answer yet
 * @param setAside link ids of answers about another region that are kept and do not count
 * @param noLongerAsked link ids of answers whose question another answer made pass away; of the
 *     clinic's own forms, entries
 * @param soFar what the rules say about the answers so far, dangers in what is set aside included
 * @param takenBackAt when its dangerous answers were taken back; null while one stands, or if there
 *     never was one
 * @param sources where what stands comes from, by field
 * @param lastTime what the patient said in an earlier intake and may keep, by field
 * @param contradictions where desk and runner differ, also those that the desk has chosen in
 * @param differences what each door said, wherever two of them differ
 */
public record IntakeView(
    long intakeId,
    IntakeState state,
    IntakeStep step,
    Long patientId,
    Long episodeId,
    boolean rescreen,
    Map<String, String> entries,
    RuleSet rules,
    AskedForms forms,
    List<AskedOwn> more,
    List<Question> questions,
    List<String> open,
    List<String> setAside,
    List<String> noLongerAsked,
    Evaluation soFar,
    Instant savedAt,
    Instant takenBackAt,
    Map<String, EntrySource> sources,
    Map<String, EarlierAnswer> lastTime,
    List<Contradiction> contradictions,
    List<DoorDifference> differences) {

  private static final List<String> PERSON =
      List.of(
          "person.familyName",
          "person.givenName",
          "person.birthDate",
          "person.sex",
          "person.language");
  private static final String CONSENT = "consent.given";

  public IntakeView {
    entries = Map.copyOf(entries);
    more = List.copyOf(more);
    questions = List.copyOf(questions);
    open = List.copyOf(open);
    setAside = List.copyOf(setAside);
    noLongerAsked = List.copyOf(noLongerAsked);
    sources = Map.copyOf(sources);
    lastTime = Map.copyOf(lastTime);
    contradictions = List.copyOf(contradictions);
    differences = List.copyOf(differences);
  }

  /** What the audit says of looking at it. */
  String opened() {
    return lastTime.isEmpty() ? "opened" : "opened, shown of before " + lastTime.size();
  }

  /** Link ids of what was answered and, after another answer, is not asked any more. */
  public List<String> passedAway() {
    return Stream.concat(setAside.stream(), noLongerAsked.stream()).toList();
  }

  /** The steps that it has, in order (R4.152). */
  public List<IntakeStep> steps() {
    return Stream.of(IntakeStep.values())
        .filter(
            step ->
                step == IntakeStep.MORE
                    ? !more.isEmpty()
                    : !rescreen || step == IntakeStep.SCREENING)
        .toList();
  }

  /** How many things it asks that have to be answered (R4.102). */
  public int asked() {
    return fields().size() + required();
  }

  /** How many of them have an answer. */
  public int answered() {
    return (int) fields().stream().filter(entries::containsKey).count() + required() - open.size();
  }

  private int required() {
    return (int) questions.stream().filter(Question::required).count();
  }

  private List<String> fields() {
    List<String> own = more.stream().flatMap(each -> each.required().stream()).toList();
    if (rescreen) {
      return own;
    }
    return Stream.of(
            patientId == null ? PERSON : List.<String>of(),
            forms.questions(IntakeStep.COMPLAINT).stream()
                .filter(Item::isRequired)
                .map(Item::linkId)
                .toList(),
            own,
            List.of(CONSENT))
        .flatMap(List::stream)
        .toList();
  }
}
