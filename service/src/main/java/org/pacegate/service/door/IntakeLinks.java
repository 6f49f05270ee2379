package org.pacegate.service.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.IntakeLink;
import org.pacegate.domain.door.LinkPurpose;
import org.pacegate.domain.door.ResumeCode;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.message.Outbox;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;
import org.pacegate.service.shared.Settings;

/** Makes links and takes them back (R4.106). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeLinks {

  private static final String EMAIL =
      """
      select value from intake_entry where intake_id = ?1 and field = 'person.email' and value <> ''""";

  private static final String LINE =
      """
      select l.id, l.created_at, w.given_name || ' ' || w.family_name, l.expires_at,
             (select max(s.opened_at) from door_session s
               where s.clinic_id = l.clinic_id and s.link_id = l.id),
             l.expires_at > ?2 and l.failed_tries < ?3
        from intake_link l
        join practitioner w on w.clinic_id = l.clinic_id and w.id = l.created_by
       where l.intake_id = ?1 and l.revoked_at is null""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private PreparedIntakes prepared;
  @Inject private DoorSessions sessions;
  @Inject private DoorSecrets secrets;
  @Inject private Settings settings;
  @Inject private Outbox outbox;

  /**
   * Makes the link of an unfinished intake; one that it had before opens nothing any more.
   *
   * @throws DomainRefusal {@code link.made} when the same form made one already, {@code
   *     intake.notDraft} once the intake is finished, {@code link.nameless} while name or birth
   *     date are not known, {@code episode.over} for a second screening when care has ended
   */
  @Command
  public MadeLink make(@Valid MakeLink command) {
    Intake intake = prepared.draft(command.intakeId());
    expectFirst(command.key());
    PreparedIntakes.Who who = prepared.who(intake.id());
    revokeLinksOf(intake.id());
    LinkPurpose purpose = intake.isRescreen() ? LinkPurpose.RESCREEN : LinkPurpose.INTAKE;
    String token = secrets.draw();
    ResumeCode code = secrets.drawCode();
    IntakeLink link =
        new IntakeLink(
            purpose,
            intake.id(),
            new IntakeLink.Secrets(DoorSecrets.ofToken(token), DoorSecrets.ofCode(code)),
            command.language(),
            Duration.ofDays(settings.linkValidDays()),
            command.key(),
            clinic.attribution());
    em.persist(link);
    audit.record(
        AuditAction.CREATE,
        "IntakeLink",
        link.id(),
        intake.patientId().orElse(null),
        "intake " + intake.id());
    return new MadeLink(
        link.id(),
        intake.id(),
        purpose,
        token,
        code,
        who.familyName(),
        who.givenName(),
        command.language(),
        link.expiresAt());
  }

  /**
   * Begins an intake of somebody new and makes its link.
   *
   * @throws InvalidValue for a name or birth date that is missing or cannot be
   */
  @Command
  public MadeLink begin(@Valid BeginByLink command) {
    expectFirst(command.key());
    long intake =
        prepared.begin(
            command.familyName(),
            command.givenName(),
            command.birthDate(),
            command.language(),
            command.key());
    return make(new MakeLink(intake, command.key(), command.language()));
  }

  /** Begins an intake of a new complaint of a known patient and makes its link. */
  @Command
  public MadeLink beginFor(@Valid BeginForPatient command) {
    prepared.expectPatient(command.patientId());
    expectFirst(command.key());
    long intake = prepared.beginFor(command.patientId());
    return make(new MakeLink(intake, command.key(), command.language()));
  }

  /** The link that an intake has now, if any. */
  public Optional<LinkLine> ofIntake(long intakeId) {
    prepared.expect(intakeId, LockModeType.NONE);
    audit.record(AuditAction.READ, "IntakeLink", null, null, "of intake " + intakeId);
    return Row.list(
            em.createNativeQuery(LINE)
                .setParameter(1, intakeId)
                .setParameter(2, Timestamp.from(clinic.now()))
                .setParameter(3, IntakeLink.mostFailedTries()),
            row ->
                new LinkLine(
                    row.id(0),
                    row.instant(1),
                    row.text(2),
                    row.instant(3),
                    row.instant(4),
                    row.flag(5),
                    outbox.ofLink(row.id(0)).orElse(null)))
        .stream()
        .findFirst();
  }

  /** The e-mail address that is known of the runner of an intake; empty for none. */
  public Optional<String> emailOf(long intakeId) {
    Intake intake = prepared.expect(intakeId, LockModeType.NONE);
    Long patient = intake.patientId().orElse(null);
    audit.record(AuditAction.READ, "Intake", intakeId, patient, "e-mail address");
    return intake
        .patientId()
        .map(id -> em.find(Patient.class, id).person().email())
        .or(
            () ->
                Row.list(em.createNativeQuery(EMAIL).setParameter(1, intakeId), row -> row.text(0))
                    .stream()
                    .findFirst());
  }

  /** The e-mail address that is known of a patient; empty for none. */
  public Optional<String> emailOfPatient(long patientId) {
    prepared.expectPatient(patientId);
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "e-mail address");
    return Optional.ofNullable(em.find(Patient.class, patientId).person().email());
  }

  /**
   * Queues a letter with a link that was just made. A link is sent once: its secret is known only
   * while it is shown.
   *
   * @throws InvalidValue for an address that is none
   * @throws DomainRefusal {@code link.mailed} for a second letter, {@code link.closed} for a link
   *     that opens nothing any more
   */
  @Command
  public void mail(@Valid MailLink command) {
    IntakeLink link = em.find(IntakeLink.class, command.linkId(), LockModeType.PESSIMISTIC_WRITE);
    if (link == null) {
      throw new NoSuchRecord("IntakeLink", command.linkId());
    }
    if (!link.opensAt(clinic.now())) {
      throw new DomainRefusal("link.closed", "link " + link.id());
    }
    if (outbox.ofLink(link.id()).isPresent()) {
      throw new DomainRefusal("link.mailed", "link " + link.id());
    }
    Intake intake = prepared.expect(link.intakeId(), LockModeType.NONE);
    outbox.queue(link.id(), intake.patientId().orElse(null), command.address(), command.letter());
  }

  /** The link of an intake opens nothing any more, and whoever is behind it is out. */
  @Command
  public void revoke(long intakeId) {
    Intake intake = prepared.expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    revokeLinksOf(intake.id());
    audit.record(
        AuditAction.CHANGE,
        "IntakeLink",
        null,
        intake.patientId().orElse(null),
        "revoked, intake " + intakeId);
  }

  private void revokeLinksOf(long intakeId) {
    em.createQuery(
            "select l from IntakeLink l where l.intakeId = :intake and l.revokedAt is null",
            IntakeLink.class)
        .setParameter("intake", intakeId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(link -> link.revoke(clinic.attribution()));
    outbox.cancelOfIntake(intakeId);
    em.flush();
    sessions.endOfIntake(intakeId, Door.LINK);
  }

  /** The same form sent twice makes one link; it is shown once. */
  private void expectFirst(UUID key) {
    boolean made =
        !em.createQuery("select l.id from IntakeLink l where l.submissionKey = :key", Long.class)
            .setParameter("key", key)
            .getResultList()
            .isEmpty();
    if (made) {
      throw new DomainRefusal("link.made", "key " + key);
    }
  }
}
