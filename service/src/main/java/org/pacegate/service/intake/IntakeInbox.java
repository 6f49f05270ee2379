package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** The inbox before the record: what runners sent, until staff take it in or reject it (R4.110). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeInbox {

  private static final int MOST = 200;

  private static final String RECEIVED =
      """
      select intake_id, patient_id, family_name, given_name, since, received_door, urgency, act_by
        from received_intake
       order by danger_since is null, urgency nulls last, act_by nulls last, since, intake_id limit %d"""
          .formatted(MOST);

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeSubmission submission;
  @Inject private IntakeReading reading;

  /** What waits, the most dangerous first; 200 at most. */
  public List<ReceivedRow> received() {
    List<ReceivedRow> rows =
        Row.list(
            em.createNativeQuery(RECEIVED),
            row ->
                new ReceivedRow(
                    row.id(0),
                    row.idOrNull(1),
                    row.text(2),
                    row.text(3),
                    row.instant(4),
                    row.constant(5, Door.class),
                    row.constant(6, Urgency.class),
                    row.instant(7)));
    audit.recordList(
        "Intake",
        rows.stream().map(ReceivedRow::patientId).filter(Objects::nonNull).toList(),
        "inbox " + rows.size() + " of known");
    return rows;
  }

  /**
   * It belongs to this patient: it becomes a screening and an episode of theirs; a second screening
   * goes into the episode that it was made for, and with a danger into a new one when that is over
   * (R4.198). A second time gives the result of the first.
   *
   * @throws IncompleteIntake when something has to be settled first; the choice of the patient is
   *     not kept then
   * @throws DomainRefusal {@code intake.notReceived} unless a runner sent it; {@code
   *     merge.alreadyMerged} for a record that another one took the place of; {@code
   *     intake.otherPatient} for a second screening of somebody else; {@code episode.over} for one
   *     without a danger when care has ended
   */
  @Command
  public Submitted acceptFor(@Valid AcceptFor command) {
    Patient patient = em.find(Patient.class, command.patientId());
    if (patient == null) {
      throw new NoSuchRecord("Patient", command.patientId());
    }
    patient.expectStanding();
    Intake intake = expect(command.intakeId());
    boolean theirsAlready =
        intake.isRescreen() && intake.patientId().equals(Optional.of(command.patientId()));
    if (intake.state() == IntakeState.RECEIVED && !theirsAlready) {
      intake.forPatient(command.patientId());
      em.flush();
    }
    return submitted(intake, command.key(), command.words());
  }

  /** It belongs to somebody new, who is registered; else as {@link #acceptFor}. */
  @Command
  public Submitted acceptNew(@Valid AcceptNew command) {
    Intake intake = expect(command.intakeId());
    if (intake.state() == IntakeState.RECEIVED) {
      intake.forSomebodyNew();
      em.flush();
    }
    return submitted(intake, command.key(), command.words());
  }

  /** A danger holds nothing up: what is missing waits, as at the desk (R4.8). */
  private Submitted submitted(Intake intake, UUID key, ShownWords words) {
    Submission result =
        submission.submit(
            new SubmitIntake(intake.id(), key, words.language(), intake.isDangerous(), words));
    if (result instanceof Incomplete incomplete) {
      throw new IncompleteIntake(intake.id(), incomplete.problems());
    }
    return (Submitted) result;
  }

  /**
   * Dangers that the runner told and took back, or that the desk chose against. They go into the
   * screening all the same: a professional decides on each (R4.113).
   */
  public List<FiredRule> takenBack(long intakeId) {
    Intake intake = em.find(Intake.class, intakeId);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    audit.record(
        AuditAction.READ, "Intake", intakeId, intake.patientId().orElse(null), "taken back");
    List<FiredRule> said = reading.saidAtDoors(intake);
    if (said.isEmpty()) {
      return List.of();
    }
    Evaluation stands = reading.view(intake).soFar();
    return stands.withDangers(said).fired().stream()
        .filter(rule -> !stands.fired().contains(rule))
        .toList();
  }

  /**
   * Nothing of it becomes a record; it stays readable.
   *
   * @throws DomainRefusal {@code intake.notReceived}, or {@code intake.dangerous}: a danger is
   *     taken into a record, where a professional decides on it
   */
  @Command
  public void reject(@Valid RejectIntake command) {
    Intake intake = expect(command.intakeId());
    intake.reject(command.reason(), clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Intake", intake.id(), intake.patientId().orElse(null), "rejected");
  }

  private Intake expect(long intakeId) {
    Intake intake = em.find(Intake.class, intakeId, LockModeType.PESSIMISTIC_WRITE);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    if (intake.receipt().isEmpty()) {
      throw new DomainRefusal("intake.notReceived", "intake " + intakeId + " " + intake.state());
    }
    return intake;
  }
}
