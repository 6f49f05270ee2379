package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.Kiosk;
import org.pacegate.domain.door.TurnedAway;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.KioskTries;
import org.pacegate.service.patient.NameAgreement;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;
import org.pacegate.service.shared.Settings;

/**
 * Reads and writes for a kiosk, where nobody of the clinic is signed in: each in a transaction of
 * its own that enters the kiosk's clinic, or none.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class KioskRecords {

  private static final String ENTER =
      "select clinic_name, time_zone, demonstration, kiosk_id, pin_hash from enter_kiosk(?1, ?2)";

  /** Whoever is expected and was born that day. */
  private static final String EXPECTED =
      """
      select i.id, coalesce(p.family_name, f.value, ''), coalesce(p.given_name, g.value, '')
        from expected_intake x
        join intake i on i.clinic_id = x.clinic_id and i.id = x.intake_id
        left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
        left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id
             and f.field = 'person.familyName'
        left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id
             and g.field = 'person.givenName'
        left join intake_entry b on b.clinic_id = i.clinic_id and b.intake_id = i.id
             and b.field = 'person.birthDate'
       where x.expected_on = ?1 and x.taken_off_at is null and i.state = 'DRAFT'
         and not exists (select from episode e where e.clinic_id = i.clinic_id and e.id = i.episode_id
              and e.state in ('DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST'))
         and coalesce(to_char(p.birth_date, 'YYYY-MM-DD'), b.value) = ?2
         for no key update of i""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private DoorSessions sessions;
  @Inject private Settings settings;

  /** A kiosk that runs; the transaction is in its clinic. */
  record Running(KioskVisit visit, ZoneId zone, long kioskId, String pinHash) {}

  private record Expected(long intakeId, String familyName, String givenName) {

    boolean is(OpenAtKiosk typed) {
      return NameAgreement.fits(typed.familyName(), typed.givenName(), familyName, givenName);
    }
  }

  Optional<Running> running(String hash) {
    return Row.list(
            em.createNativeQuery(ENTER)
                .setParameter(1, hash)
                .setParameter(2, Timestamp.from(clinic.now())),
            row ->
                new Running(
                    new KioskVisit(row.text(0), row.flag(2), settings.kioskIdleSeconds()),
                    ZoneId.of(row.text(1)),
                    row.id(3),
                    row.text(4)))
        .stream()
        .findFirst();
  }

  /** Opens a session for the runner who fits, or notes that somebody was turned away. */
  Optional<String> open(String hash, OpenAtKiosk typed, KioskTries.Try counted) {
    Optional<Running> kiosk = running(hash);
    if (kiosk.isEmpty()) {
      return Optional.empty();
    }
    sessions.endOfKiosk(kiosk.get().kioskId());
    List<Expected> bornThen = bornOn(typed.birthDate(), kiosk.get());
    List<Expected> fitting = bornThen.stream().filter(each -> each.is(typed)).toList();
    if (counted.mayGoOn() && fitting.size() == 1) {
      return Optional.of(opened(fitting.get(0), kiosk.get()));
    }
    turnAway(kiosk.get(), counted, reason(counted, bornThen.size(), fitting.size()));
    return Optional.empty();
  }

  private static TurnedAway reason(KioskTries.Try counted, int bornThen, int fitting) {
    if (!counted.mayGoOn()) {
      return TurnedAway.TOO_SOON;
    }
    return bornThen == 0
        ? TurnedAway.NOBODY
        : fitting == 0 ? TurnedAway.OTHER_NAME : TurnedAway.SEVERAL;
  }

  private List<Expected> bornOn(String birthDate, Running kiosk) {
    return Row.list(
        em.createNativeQuery(EXPECTED)
            .setParameter(1, Date.valueOf(LocalDate.ofInstant(clinic.now(), kiosk.zone())))
            .setParameter(2, birthDate),
        row -> new Expected(row.id(0), row.text(1), row.text(2)));
  }

  private String opened(Expected found, Running kiosk) {
    Duration idle = Duration.ofSeconds(kiosk.visit().idleSeconds());
    String session = sessions.openAtKiosk(found.intakeId(), kiosk.kioskId(), idle);
    record(AuditAction.SIGN_IN, kiosk, "intake " + found.intakeId());
    return session;
  }

  /** Of tries that have to wait the first is noted, so that a hammered tablet fills no list. */
  private void turnAway(Running kiosk, KioskTries.Try counted, TurnedAway reason) {
    if (counted.waited() > 1) {
      return;
    }
    em.createNativeQuery(
            "insert into kiosk_turned_away (kiosk_id, turned_away_at, reason) values (?1, ?2, ?3)")
        .setParameter(1, kiosk.kioskId())
        .setParameter(2, Timestamp.from(clinic.now()))
        .setParameter(3, reason.name())
        .executeUpdate();
    record(AuditAction.SIGN_IN_FAILED, kiosk, "turned away, " + reason);
  }

  /** Whoever was at the kiosk is out. */
  void wipe(String hash) {
    running(hash).ifPresent(kiosk -> sessions.endOfKiosk(kiosk.kioskId()));
  }

  /** Somebody typed a wrong PIN. */
  void refusePin(String hash) {
    running(hash).ifPresent(kiosk -> record(AuditAction.SIGN_IN_FAILED, kiosk, "PIN"));
  }

  /** Somebody ended it with the PIN. */
  void leave(String hash) {
    running(hash)
        .ifPresent(
            kiosk -> {
              em.find(Kiosk.class, kiosk.kioskId(), LockModeType.PESSIMISTIC_WRITE)
                  .leave(clinic.now());
              sessions.endOfKiosk(kiosk.kioskId());
              record(AuditAction.SIGN_OUT, kiosk, "left with the PIN");
            });
  }

  private void record(AuditAction action, Running kiosk, String detail) {
    audit.record(action, "Kiosk", kiosk.kioskId(), null, "door KIOSK: " + detail);
  }
}
