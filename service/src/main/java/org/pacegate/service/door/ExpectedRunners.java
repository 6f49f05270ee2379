package org.pacegate.service.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.IntakeDraftRow.Reached;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** Whom the clinic's kiosks let in today (R4.135). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class ExpectedRunners {

  private static final int MOST = 200;

  private static final String PUT =
      """
      insert into expected_intake (intake_id, expected_on, put_at, put_by, submission_key)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict (clinic_id, expected_on, intake_id) where taken_off_at is null do nothing""";

  private static final String TODAY =
      """
      select i.id, i.patient_id, coalesce(p.family_name, f.value, ''),
             coalesce(p.given_name, g.value, ''), i.state, i.last_door, i.answered, i.asked,
             w.given_name || ' ' || w.family_name, x.put_at
        from expected_intake x
        join intake i on i.clinic_id = x.clinic_id and i.id = x.intake_id
        join practitioner w on w.clinic_id = x.clinic_id and w.id = x.put_by
        left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
        left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id
             and f.field = 'person.familyName'
        left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id
             and g.field = 'person.givenName'
       where x.expected_on = ?1 and x.taken_off_at is null
       order by i.state = 'DRAFT' desc, x.put_at desc, x.id desc limit\
      """
          + " "
          + MOST;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private PreparedIntakes prepared;
  @Inject private DoorSessions sessions;

  /**
   * An unfinished intake may go on at a kiosk today; one that may already stays as it is.
   *
   * @throws DomainRefusal {@code intake.notDraft} once it is finished, {@code link.nameless} while
   *     name or birth date are not known
   */
  @Command
  public void expect(@Valid ExpectIntake command) {
    Intake intake = prepared.draft(command.intakeId());
    prepared.who(intake.id());
    put(intake, command.key());
  }

  /**
   * Begins an intake of somebody new who answers at a kiosk today; returns its id. The same form
   * sent twice begins one.
   *
   * @throws InvalidValue for a name or birth date that is missing or cannot be
   */
  @Command
  public long expectNew(@Valid ExpectNew command) {
    expectFirst(command.key());
    Language language = clinic.acting().language();
    long intake =
        prepared.begin(
            command.familyName(),
            command.givenName(),
            command.birthDate(),
            language,
            command.key());
    put(prepared.draft(intake), command.key());
    return intake;
  }

  /** Begins an intake of a known patient who answers at a kiosk today; returns its id. */
  @Command
  public long expectPatient(@Valid ExpectPatient command) {
    prepared.expectPatient(command.patientId());
    expectFirst(command.key());
    long intake = prepared.beginFor(command.patientId());
    put(prepared.draft(intake), command.key());
    return intake;
  }

  private void put(Intake intake, UUID key) {
    int added =
        em.createNativeQuery(PUT)
            .setParameter(1, intake.id())
            .setParameter(2, Date.valueOf(clinic.today()))
            .setParameter(3, Timestamp.from(clinic.now()))
            .setParameter(4, clinic.acting().practitionerId())
            .setParameter(5, key.toString())
            .executeUpdate();
    if (added > 0) {
      record(intake, "expected at the kiosk");
    }
  }

  private void expectFirst(UUID key) {
    boolean put =
        !em.createNativeQuery("select id from expected_intake where submission_key = ?1")
            .setParameter(1, key.toString())
            .getResultList()
            .isEmpty();
    if (put) {
      throw new DomainRefusal("kiosk.expected", "key " + key);
    }
  }

  /** The kiosks let this one in no more, and whoever is at one with it is out. */
  @Command
  public void takeOff(long intakeId) {
    Intake intake = prepared.expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    int off =
        em.createNativeQuery(
                "update expected_intake set taken_off_at = ?2, taken_off_by = ?3"
                    + " where intake_id = ?1 and taken_off_at is null and expected_on = ?4")
            .setParameter(1, intakeId)
            .setParameter(2, Timestamp.from(clinic.now()))
            .setParameter(3, clinic.acting().practitionerId())
            .setParameter(4, Date.valueOf(clinic.today()))
            .executeUpdate();
    sessions.endOfIntake(intakeId, Door.KIOSK);
    if (off > 0) {
      record(intake, "not expected at the kiosk any more");
    }
  }

  /** Whether the kiosks let this one in today. */
  public boolean isExpected(long intakeId) {
    Intake intake = prepared.expect(intakeId, LockModeType.NONE);
    audit.record(
        AuditAction.READ, "Intake", intakeId, intake.patientId().orElse(null), "expected or not");
    return !em.createNativeQuery(
            "select id from expected_intake where intake_id = ?1 and expected_on = ?2"
                + " and taken_off_at is null")
        .setParameter(1, intakeId)
        .setParameter(2, Date.valueOf(clinic.today()))
        .getResultList()
        .isEmpty();
  }

  /** Everybody expected today, those who have not sent first; 200 at most. */
  public List<ExpectedRow> today() {
    List<ExpectedRow> rows =
        Row.list(
            em.createNativeQuery(TODAY).setParameter(1, Date.valueOf(clinic.today())),
            row ->
                new ExpectedRow(
                    row.id(0),
                    row.idOrNull(1),
                    row.text(2),
                    row.text(3),
                    row.constant(4, IntakeState.class),
                    new Reached(row.constant(5, Door.class), (int) row.id(6), (int) row.id(7)),
                    row.text(8),
                    row.instant(9)));
    audit.recordList(
        "Intake",
        rows.stream().map(ExpectedRow::patientId).filter(Objects::nonNull).toList(),
        "expected " + rows.size() + " of known");
    return rows;
  }

  private void record(Intake intake, String detail) {
    audit.record(
        AuditAction.CHANGE, "Intake", intake.id(), intake.patientId().orElse(null), detail);
  }
}
