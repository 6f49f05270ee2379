package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import org.pacegate.domain.intake.Door;
import org.pacegate.service.shared.ClinicContext;

/**
 * The devices that runners are at: opened, kept open and ended. One of an intake's is the one that
 * it is filled in on. The caller has entered the clinic.
 */
@ApplicationScoped
class DoorSessions {

  private static final String OPEN =
      """
      insert into door_session
             (intake_id, link_id, kiosk_id, door, session_hash, opened_at, expires_at, current)
      select ?1, cast(?2 as bigint), cast(?3 as bigint), ?4, ?5, ?6, ?7,
             not exists (select from door_session s
                          where s.intake_id = ?1 and s.current and s.ended_at is null)""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private DoorSecrets secrets;

  /** Opens one behind a link; returns what the device has to show from now on. */
  String openByLink(long intakeId, long linkId, Duration idle) {
    return open(intakeId, linkId, null, Door.LINK, idle);
  }

  /** Opens one at a kiosk; returns what the tablet has to show from now on. */
  String openAtKiosk(long intakeId, long kioskId, Duration idle) {
    return open(intakeId, null, kioskId, Door.KIOSK, idle);
  }

  private String open(long intakeId, Long linkId, Long kioskId, Door door, Duration idle) {
    String session = secrets.draw();
    end("intake_id = ?2 and expires_at <= ?1", intakeId);
    em.createNativeQuery(OPEN)
        .setParameter(1, intakeId)
        .setParameter(2, linkId)
        .setParameter(3, kioskId)
        .setParameter(4, door.name())
        .setParameter(5, DoorSecrets.ofSession(session))
        .setParameter(6, now())
        .setParameter(7, Timestamp.from(clinic.now().plus(idle)))
        .executeUpdate();
    return session;
  }

  /** Somebody is still at it: it closes only after this time more. */
  void goOn(long sessionId, Duration idle) {
    em.createNativeQuery("update door_session set expires_at = ?2 where id = ?1")
        .setParameter(1, sessionId)
        .setParameter(2, Timestamp.from(clinic.now().plus(idle)))
        .executeUpdate();
  }

  /** The intake is filled in here from now on; every other device is out. */
  void becomeCurrent(long sessionId, long intakeId) {
    em.createNativeQuery(
            "update door_session set ended_at = ?1 where intake_id = ?2 and id <> ?3"
                + " and ended_at is null")
        .setParameter(1, now())
        .setParameter(2, intakeId)
        .setParameter(3, sessionId)
        .executeUpdate();
    em.createNativeQuery("update door_session set current = true where id = ?1")
        .setParameter(1, sessionId)
        .executeUpdate();
  }

  void end(long sessionId) {
    end("id = ?2", sessionId);
  }

  /** Whoever is at this door with the intake is out. */
  void endOfIntake(long intakeId, Door door) {
    end("intake_id = ?2 and door = '" + door.name() + "'", intakeId);
  }

  /** Whoever is at the kiosk is out. */
  void endOfKiosk(long kioskId) {
    end("kiosk_id = ?2", kioskId);
  }

  private void end(String which, long id) {
    em.createNativeQuery(
            "update door_session set ended_at = ?1 where " + which + " and ended_at is null")
        .setParameter(1, now())
        .setParameter(2, id)
        .executeUpdate();
  }

  private Timestamp now() {
    return Timestamp.from(clinic.now());
  }
}
