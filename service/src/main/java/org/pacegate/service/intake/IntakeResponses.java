package org.pacegate.service.intake;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeAmendment;
import org.pacegate.domain.intake.IntakeResponse;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.SubmittedIntake.Line;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** What was kept of submitted intakes, and its corrections (R4.97, R4.98). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeResponses {

  private static final System.Logger LOG = System.getLogger(IntakeResponses.class.getName());

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private SubmittedReading reading;
  @Inject private AmendmentCheck check;
  @Inject private Intakes intakes;

  /**
   * A submitted intake with its corrections.
   *
   * @throws NoSuchRecord if the clinic has no such intake
   * @throws DomainRefusal {@code intake.notSubmitted} for one that is still typed, or was discarded
   */
  public SubmittedIntake open(long intakeId) {
    SubmittedIntake submitted = reading.of(expect(intakeId, LockModeType.NONE));
    if (submitted.kept() != null && submitted.kept().damaged()) {
      damaged(intakeId, submitted.patientId(), "content");
    }
    audit.record(
        AuditAction.READ, "QuestionnaireResponse", intakeId, submitted.patientId(), "opened");
    return submitted;
  }

  /**
   * The PDF, checked against its hash; empty if it is not what was kept.
   *
   * @throws NoSuchRecord if the clinic has no such intake
   * @throws DomainRefusal {@code response.none} if no response of it was kept
   */
  public Optional<KeptPdf> pdf(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.NONE);
    IntakeResponse kept =
        reading
            .whole(intakeId)
            .orElseThrow(() -> new DomainRefusal("response.none", "intake " + intakeId));
    long patient = intake.patientId().orElseThrow();
    try {
      KeptPdf pdf = new KeptPdf(kept.pdf(), kept.pdfHash());
      audit.record(AuditAction.READ, "QuestionnaireResponse", intakeId, patient, "pdf");
      return Optional.of(pdf);
    } catch (DomainRefusal damaged) {
      damaged(intakeId, patient, "pdf");
      return Optional.empty();
    }
  }

  private void damaged(long intakeId, long patientId, String part) {
    LOG.log(ERROR, "response.damaged: intake " + intakeId + " " + part);
    audit.record(
        AuditAction.REFUSE, "QuestionnaireResponse", intakeId, patientId, part + " damaged");
  }

  /**
   * Corrects an answer; what is wrong with the new one is returned, and nothing is kept. The same
   * form sent again changes nothing.
   *
   * @throws DomainRefusal {@code amendment.outdated} when somebody corrected the answer meanwhile,
   *     {@code amendment.noResponse} for an intake of which no response was kept, {@code
   *     response.damaged} for one that is not what was kept
   */
  @Command
  public List<FieldProblem> amend(@Valid AmendIntake command) {
    Intake intake = expect(command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    Optional<IntakeAmendment> sameForm = reading.amendedWith(command.key());
    if (sameForm.isPresent()) {
      return again(sameForm.get(), command);
    }
    SubmittedIntake submitted = reading.of(intake);
    if (submitted.kept() == null) {
      throw new DomainRefusal("amendment.noResponse", "intake " + intake.id());
    }
    if (submitted.kept().damaged()) {
      throw new DomainRefusal("response.damaged", "intake " + intake.id());
    }
    Line line =
        submitted.answers().stream()
            .filter(each -> each.field().equals(command.field()))
            .findFirst()
            .orElseThrow(() -> new DomainRefusal("amendment.notAsked", "intake " + intake.id()));
    if (!AmendIntake.lines(line.now()).equals(command.shown())) {
      throw new DomainRefusal("amendment.outdated", "intake " + intake.id());
    }
    Map<String, String> now =
        submitted.answers().stream().collect(Collectors.toMap(Line::field, Line::now));
    List<FieldProblem> problems =
        check.problems(intake, now, line.field(), command.typed().strip());
    if (problems.isEmpty()) {
      keep(intake, line, submitted, command);
      if (check.raisesDanger(intake, now, line.field(), command.typed().strip())) {
        screenAgain(submitted.episodeId(), now, command);
      }
    }
    return problems;
  }

  /** The same form sent twice changes nothing; other words in it are another correction. */
  private static List<FieldProblem> again(IntakeAmendment before, AmendIntake command) {
    if (before.intakeId() != command.intakeId()
        || !before.field().equals(command.field())
        || !before.newValue().equals(command.typed().strip())
        || !before.reason().equals(command.reason().strip())) {
      throw new DomainRefusal("amendment.outdated", "intake " + command.intakeId());
    }
    return List.of();
  }

  /**
   * The correction says a danger: it is somebody's work from now on, as a draft whose clock runs,
   * with what the runner answered then (R4.99). Where care has ended there is no episode to screen.
   */
  private void screenAgain(long episodeId, Map<String, String> answers, AmendIntake command) {
    if (em.find(Episode.class, episodeId).state().isOver()) {
      return;
    }
    Map<String, EntryChange> typed = new HashMap<>();
    answers.forEach(
        (field, value) -> {
          if (AnswerEntries.isAnswer(field) && !value.isEmpty()) {
            typed.put(field, EntryChange.first(value));
          }
        });
    typed.put(command.field(), EntryChange.first(command.typed().strip()));
    long draft = intakes.rescreen(episodeId);
    intakes.save(new SaveIntake(draft, IntakeStep.SCREENING, command.key(), typed));
  }

  private void keep(Intake intake, Line line, SubmittedIntake submitted, AmendIntake command) {
    long before =
        submitted.amendments().stream().filter(each -> each.field().equals(line.field())).count();
    IntakeAmendment amendment =
        new IntakeAmendment(
            intake,
            line.field(),
            (int) before + 1,
            line.now(),
            command.typed(),
            command.reason(),
            command.key(),
            clinic.attribution());
    em.persist(amendment);
    audit.record(
        AuditAction.CHANGE,
        "QuestionnaireResponse",
        intake.id(),
        submitted.patientId(),
        "amended " + line.field());
  }

  private Intake expect(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    return intake;
  }
}
