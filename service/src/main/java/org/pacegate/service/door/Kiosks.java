package org.pacegate.service.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.Kiosk;
import org.pacegate.domain.door.KioskPin;
import org.pacegate.domain.door.TurnedAway;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.clinic.PasswordRefused;
import org.pacegate.service.clinic.Passwords;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Begins kiosks, shows those that run, and ends them from the desk (R4.132). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "ADMIN"})
public class Kiosks {

  private static final int MOST_SHOWN = 20;

  private static final String RUNNING =
      """
      select k.id, k.name, w.given_name || ' ' || w.family_name, k.begun_at, k.ends_at,
             exists (select from door_session s
                      where s.clinic_id = k.clinic_id and s.kiosk_id = k.id and s.ended_at is null
                        and s.expires_at > ?1)
        from kiosk k
        join practitioner w on w.clinic_id = k.clinic_id and w.id = k.begun_by
       where k.ended_at is null and k.ends_at > ?1
       order by k.begun_at desc, k.id desc limit 100""";

  private static final String TURNED_AWAY =
      """
      select k.name, t.turned_away_at, t.reason, count(*) over ()
        from kiosk_turned_away t
        join kiosk k on k.clinic_id = t.clinic_id and k.id = t.kiosk_id
       where t.turned_away_at >= ?1
       order by t.turned_away_at desc, t.id desc limit\
      """
          + " "
          + MOST_SHOWN;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private DoorSecrets secrets;
  @Inject private Passwords passwords;
  @Inject private PasswordCheck check;

  /**
   * Begins a kiosk. The caller's session in that browser is the web's to end.
   *
   * @throws DomainRefusal {@code kiosk.begun} when the same form began one already
   * @throws InvalidValue for {@code name} or {@code pin}
   * @throws PasswordRefused without the caller's password
   */
  @Command
  public BegunKiosk begin(@Valid BeginKiosk command) {
    expectFirst(command.key());
    KioskPin pin = new KioskPin(command.pin());
    String key = secrets.draw();
    Kiosk kiosk =
        new Kiosk(
            command.name(),
            new Kiosk.Secrets(DoorSecrets.ofKiosk(key), passwords.hash(pin.digits())),
            command.key(),
            clinic.attribution());
    check.confirm(command.password());
    em.persist(kiosk);
    audit.record(AuditAction.CREATE, "Kiosk", kiosk.id(), null, "begun");
    return new BegunKiosk(kiosk.id(), key, clinic.now(), kiosk.endsAt());
  }

  /** The kiosks that run, and whom they turned away today. */
  public KioskBoard board() {
    audit.record(AuditAction.SEARCH, "Kiosk", null, null, "running");
    List<KioskLine> running =
        Row.list(
            em.createNativeQuery(RUNNING).setParameter(1, Timestamp.from(clinic.now())),
            row ->
                new KioskLine(
                    row.id(0),
                    row.text(1),
                    row.text(2),
                    row.instant(3),
                    row.instant(4),
                    row.flag(5)));
    List<Row> away =
        Row.list(
            em.createNativeQuery(TURNED_AWAY)
                .setParameter(
                    1, Timestamp.from(clinic.today().atStartOfDay(clinic.zone()).toInstant())),
            row -> row);
    return new KioskBoard(
        running,
        away.stream()
            .map(
                row ->
                    new TurnedAwayLine(
                        row.text(0), row.instant(1), row.constant(2, TurnedAway.class)))
            .toList(),
        away.stream().findFirst().map(row -> row.id(3)).orElse(0L));
  }

  /**
   * Ends a kiosk, without its PIN; a second time changes nothing. Nothing is shown at it any more;
   * what a runner sent at that moment is still kept.
   */
  @Command
  public void end(long kioskId) {
    Kiosk kiosk = em.find(Kiosk.class, kioskId, LockModeType.PESSIMISTIC_WRITE);
    if (kiosk == null) {
      throw new NoSuchRecord("Kiosk", kioskId);
    }
    kiosk.end(clinic.attribution());
    audit.record(AuditAction.CHANGE, "Kiosk", kioskId, null, "ended from the desk");
  }

  /** The same form sent twice begins one kiosk; its key is given once. */
  private void expectFirst(UUID key) {
    boolean begun =
        !em.createQuery("select k.id from Kiosk k where k.submissionKey = :key", Long.class)
            .setParameter("key", key)
            .getResultList()
            .isEmpty();
    if (begun) {
      throw new DomainRefusal("kiosk.begun", "key " + key);
    }
  }
}
