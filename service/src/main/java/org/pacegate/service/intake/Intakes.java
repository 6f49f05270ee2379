package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** The conversation at the desk: started, saved as typed, continued and discarded. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Intakes {

  private static final int MOST_DRAFTS = 200;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeEntries entries;
  @Inject private IntakeReading reading;
  @Inject private AnsweredIntake answered;
  @Inject private IntakeForms forms;

  /** Starts an intake for somebody who is not known yet; returns its id. */
  public long start() {
    RuleSet rules = answered.rulesFor(AnsweredIntake.ASSUMED);
    return begin(started(rules), rules);
  }

  /** Starts an intake of a new complaint of a known patient; returns its id. */
  public long startFor(long patientId) {
    expectPatient(patientId);
    RuleSet rules = answered.rulesFor(AnsweredIntake.ASSUMED);
    Intake intake = started(rules);
    intake.forPatient(patientId);
    intake.save(IntakeStep.COMPLAINT, clinic.attribution());
    return begin(intake, rules);
  }

  /** Starts screening a known episode again; returns the id of the intake. */
  public long rescreen(long episodeId) {
    Episode episode = em.find(Episode.class, episodeId);
    if (episode == null) {
      throw new NoSuchRecord("Episode", episodeId);
    }
    episode.expectOpen();
    RuleSet rules = answered.rulesFor(episode.injury().bodySite());
    return begin(
        Intake.rescreen(
            episode.patientId(), episodeId, rules.id(), rules.version(), clinic.attribution()),
        rules);
  }

  private Intake started(RuleSet rules) {
    return Intake.start(rules.id(), rules.version(), clinic.attribution());
  }

  private long begin(Intake intake, RuleSet rules) {
    intake.judgeBy(rules.thresholds());
    forms.pin(intake);
    em.persist(intake);
    audit.record(
        AuditAction.CREATE, "Intake", intake.id(), intake.patientId().orElse(null), "started");
    return intake.id();
  }

  /** The intake with everything typed so far. */
  public IntakeView open(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.NONE);
    IntakeView view = reading.view(intake);
    audit.record(
        AuditAction.READ, "Intake", intakeId, intake.patientId().orElse(null), view.opened());
    return view;
  }

  /** Keeps what was typed; returns the intake as it stands then, and what conflicts with it. */
  public SavedIntake save(@Valid SaveIntake typed) {
    Intake intake = expect(typed.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    intake.save(typed.step(), clinic.attribution());
    forms.expectAsked(intake, typed.changes().keySet());
    List<EntryConflict> conflicts = entries.keep(intake.id(), typed.page(), typed.changes());
    audit.record(
        AuditAction.CHANGE,
        "Intake",
        intake.id(),
        intake.patientId().orElse(null),
        "entries " + typed.changes().size() + ", conflicts " + conflicts.size());
    return new SavedIntake(answered.answered(intake, typed.changes().keySet()), conflicts);
  }

  /**
   * Keeps that an earlier answer still holds; returns the intake as it stands then. What the page
   * showed and may not be kept any more stays open.
   *
   * @throws DomainRefusal {@code intake.notDraft} once it was submitted
   */
  public IntakeView keepLast(@Valid KeepAnswer command) {
    Intake intake = expect(command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    intake.save(intake.step(), clinic.attribution());
    Map<String, EarlierAnswer> still =
        reading.stillHolding(intake, Map.of(command.field(), command.said()));
    still.forEach(
        (field, earlier) -> entries.keepAtDesk(intake.id(), command.page(), field, earlier));
    audit.record(
        AuditAction.CHANGE,
        "Intake",
        intake.id(),
        intake.patientId().orElse(null),
        "kept " + still.size());
    return answered.answered(intake, Set.of(command.field()));
  }

  /** The person at the desk is this known patient. */
  public IntakeView usePatient(long intakeId, long patientId) {
    expectPatient(patientId);
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    if (intake.patientId().filter(patient -> patient == patientId).isEmpty()) {
      entries.takeBackKept(intakeId);
    }
    intake.forPatient(patientId);
    intake.save(IntakeStep.COMPLAINT, clinic.attribution());
    audit.record(AuditAction.CHANGE, "Intake", intakeId, patientId, "known patient");
    return answered.found(intake);
  }

  /** The person at the desk is somebody new after all. */
  public IntakeView useSomebodyNew(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    entries.takeBackKept(intakeId);
    intake.forSomebodyNew();
    intake.save(IntakeStep.PERSON, clinic.attribution());
    audit.record(AuditAction.CHANGE, "Intake", intakeId, null, "new patient");
    return answered.found(intake);
  }

  /** Nobody needs the draft. */
  public void discard(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    intake.discard(clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Intake", intakeId, intake.patientId().orElse(null), "discarded");
  }

  /** Unfinished intakes of the clinic, the last one touched first; 200 at most. */
  public List<IntakeDraftRow> drafts() {
    List<IntakeDraftRow> rows = draftRows();
    audit.recordList(
        "Intake",
        rows.stream().map(IntakeDraftRow::patientId).filter(Objects::nonNull).toList(),
        "drafts " + rows.size() + " of known");
    return rows;
  }

  private List<IntakeDraftRow> draftRows() {
    return Row.list(
        em.createNativeQuery(
            """
            select i.id, coalesce(p.family_name, f.value), coalesce(p.given_name, g.value), i.step,
                   i.started_at, i.saved_at, w.given_name || ' ' || w.family_name, i.patient_id,
                   i.last_door, i.answered, i.asked
              from intake i
              join practitioner w on w.clinic_id = i.clinic_id and w.id = i.started_by
              left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
              left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id
                   and f.field = 'person.familyName'
              left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id
                   and g.field = 'person.givenName'
             where i.state = 'DRAFT'
             order by i.saved_at desc, i.id desc limit
            """
                + " "
                + MOST_DRAFTS),
        row ->
            new IntakeDraftRow(
                row.id(0),
                row.text(1),
                row.text(2),
                row.constant(3, IntakeStep.class),
                row.instant(4),
                row.instant(5),
                row.text(6),
                row.idOrNull(7),
                new IntakeDraftRow.Reached(
                    row.constant(8, Door.class), (int) row.id(9), (int) row.id(10))));
  }

  private Intake expect(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    return intake;
  }

  private void expectPatient(long patientId) {
    Patient patient = em.find(Patient.class, patientId);
    if (patient == null) {
      throw new NoSuchRecord("Patient", patientId);
    }
    patient.expectStanding();
  }
}
