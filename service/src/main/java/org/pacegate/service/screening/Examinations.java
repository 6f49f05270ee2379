package org.pacegate.service.screening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.plan.ReferralChanges;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Wells' rule for a clot in a leg vein, which a clinician answers after examining the runner and no
 * form for runners asks (R1.105).
 */
@Stateless
@InClinic
@RolesAllowed({"THERAPIST", "PHYSICIAN"})
public class Examinations {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private ClinicRules rules;
  @Inject private DangerClocks clocks;
  @Inject private ScreeningReading reading;

  /**
   * What is asked.
   *
   * @throws NoSuchRecord if the clinic has no such screening
   */
  public ExaminationForm form(long screeningId) {
    ScreeningView screening = reading.one(screeningId);
    audit.record(AuditAction.READ, "Screening", screeningId, screening.patientId(), "examination");
    return new ExaminationForm(
        screeningId,
        screening.episodeId(),
        screening.patientId(),
        asked(rules.current(ShippedRuleSets.EXAMINATION)));
  }

  private static List<Question> asked(RuleSet rules) {
    return rules.questions().stream().filter(question -> !question.calculated()).toList();
  }

  /**
   * Keeps what was found; returns the id of its result. A second click gives the first one's.
   *
   * @throws InvalidValue {@code missing} for the first question without an answer
   * @throws DomainRefusal {@code submission.keyUsed} for a key that came with other answers
   */
  @Command
  public long record(@Valid RecordExamination command) {
    CourseOfCare course = courses.forCommand(episodeOf(command.screeningId()));
    Evaluation found = evaluation(command.answers());
    Optional<Screening> before = recordedBefore(command);
    if (before.isPresent()) {
      return again(before.get(), course, found);
    }
    ReferralChanges referrals = ReferralChanges.of(course);
    Screening examined = course.examine(found, clocks.now(), command.key(), clinic.attribution());
    audit.record(
        AuditAction.CREATE,
        "Screening",
        examined.id(),
        course.episode().patientId(),
        "examination, " + examined.status());
    referrals.record(audit);
    return examined.id();
  }

  private Evaluation evaluation(Map<String, String> answers) {
    RuleSet set = rules.current(ShippedRuleSets.EXAMINATION);
    Answers given = ScreeningFacts.on(clinic.today(), Occasion.INTAKE).asAnswers();
    for (Question question : asked(set)) {
      Answer answer =
          Optional.ofNullable(answers.get(question.linkId()))
              .flatMap(text -> question.kind().read(text))
              .orElseThrow(() -> new InvalidValue(question.linkId(), "missing"));
      given = given.with(question.linkId(), answer);
    }
    return set.screen(given);
  }

  private Optional<Screening> recordedBefore(RecordExamination command) {
    return em
        .createQuery("select s from Screening s where s.submissionKey = :key", Screening.class)
        .setParameter("key", command.key())
        .getResultList()
        .stream()
        .findFirst();
  }

  private static long again(Screening before, CourseOfCare course, Evaluation found) {
    if (!before.records(course.episode().id(), found)) {
      throw new DomainRefusal("submission.keyUsed", "screening " + before.id());
    }
    return before.id();
  }

  private long episodeOf(long screeningId) {
    return em
        .createQuery("select s.episodeId from Screening s where s.id = :id", Long.class)
        .setParameter("id", screeningId)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Screening", screeningId));
  }
}
