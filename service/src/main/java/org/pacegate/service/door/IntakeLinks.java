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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.IntakeLink;
import org.pacegate.domain.door.ResumeCode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
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

  private static final String WHO =
      """
      select coalesce(p.family_name, f.value), coalesce(p.given_name, g.value),
             coalesce(to_char(p.birth_date, 'YYYY-MM-DD'), b.value)
        from intake i
        left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
        left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id
             and f.field = 'person.familyName'
        left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id
             and g.field = 'person.givenName'
        left join intake_entry b on b.clinic_id = i.clinic_id and b.intake_id = i.id
             and b.field = 'person.birthDate'
       where i.id = ?1""";

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
  @Inject private Intakes intakes;
  @Inject private DoorSecrets secrets;
  @Inject private Settings settings;
  @Inject private Outbox outbox;

  /** Who an intake is about, as far as it is known. */
  private record Who(String familyName, String givenName, String birthDate) {}

  /**
   * Makes the link of an unfinished intake; one that it had before opens nothing any more.
   *
   * @throws DomainRefusal {@code link.made} when the same form made one already, {@code
   *     intake.notDraft} once the intake is finished, {@code link.nameless} while name or birth
   *     date are not known
   */
  @Command
  public MadeLink make(@Valid MakeLink command) {
    Intake intake = draft(command.intakeId());
    expectFirst(command.key());
    Who who = who(intake.id());
    revokeLinksOf(intake.id());
    String token = secrets.draw();
    ResumeCode code = secrets.drawCode();
    IntakeLink link =
        new IntakeLink(
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
    Person person =
        new Person(
            command.familyName(),
            command.givenName(),
            date(command.birthDate()),
            Sex.UNKNOWN,
            null,
            null,
            command.language());
    person.expectPlausibleOn(clinic.today());
    long intake = intakes.start();
    intakes.save(
        new SaveIntake(
            intake,
            IntakeStep.PERSON,
            command.key(),
            Map.of(
                "person.familyName", EntryChange.first(person.familyName()),
                "person.givenName", EntryChange.first(person.givenName()),
                "person.birthDate", EntryChange.first(person.birthDate().toString()))));
    return make(new MakeLink(intake, command.key(), command.language()));
  }

  /** Begins an intake of a new complaint of a known patient and makes its link. */
  @Command
  public MadeLink beginFor(@Valid BeginForPatient command) {
    if (em.find(Patient.class, command.patientId()) == null) {
      throw new NoSuchRecord("Patient", command.patientId());
    }
    expectFirst(command.key());
    long intake = intakes.startFor(command.patientId());
    return make(new MakeLink(intake, command.key(), command.language()));
  }

  /** The link that an intake has now, if any. */
  public Optional<LinkLine> ofIntake(long intakeId) {
    expect(intakeId, LockModeType.NONE);
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
    Intake intake = expect(intakeId, LockModeType.NONE);
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
    Patient patient = em.find(Patient.class, patientId);
    if (patient == null) {
      throw new NoSuchRecord("Patient", patientId);
    }
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "e-mail address");
    return Optional.ofNullable(patient.person().email());
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
    Intake intake = expect(link.intakeId(), LockModeType.NONE);
    outbox.queue(link.id(), intake.patientId().orElse(null), command.address(), command.letter());
  }

  /** The link of an intake opens nothing any more, and whoever is behind it is out. */
  @Command
  public void revoke(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
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
    em.flush();
    em.createNativeQuery(
            "update door_session set ended_at = ?2 where intake_id = ?1 and door = 'LINK'"
                + " and ended_at is null")
        .setParameter(1, intakeId)
        .setParameter(2, Timestamp.from(clinic.now()))
        .executeUpdate();
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

  private Intake draft(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    if (intake.state() != IntakeState.DRAFT || intake.isRescreen()) {
      throw new DomainRefusal("intake.notDraft", "intake " + intakeId + " " + intake.state());
    }
    return intake;
  }

  private Intake expect(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    return intake;
  }

  private Who who(long intakeId) {
    Who who =
        Row.list(
                em.createNativeQuery(WHO).setParameter(1, intakeId),
                row -> new Who(row.text(0), row.text(1), row.text(2)))
            .get(0);
    if (isBlank(who.familyName()) || isBlank(who.givenName()) || !isDate(who.birthDate())) {
      throw new DomainRefusal("link.nameless", "intake " + intakeId);
    }
    return who;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isDate(String text) {
    try {
      return text != null && LocalDate.parse(text) != null;
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private static LocalDate date(String text) {
    if (!isDate(text)) {
      throw new InvalidValue("birthDate", isBlank(text) ? "missing" : "noDate");
    }
    return LocalDate.parse(text);
  }
}
