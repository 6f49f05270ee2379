package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.IntakeLink;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * Looks a link up before anybody is in a clinic, in a transaction of its own: the count of a failed
 * try stays, whatever follows. The same statements run whether there is such a link or not.
 */
@ApplicationScoped
class DoorRecords {

  /** After so long without an answer a device has to be let in again. */
  static final Duration IDLE = Duration.ofHours(2);

  private static final String LINK =
      """
      select l.id, l.intake_id, l.expires_at, l.revoked_at is not null, l.failed_tries,
             coalesce(to_char(p.birth_date, 'YYYY-MM-DD'), b.value, '')
        from intake_link l
        join intake i on i.clinic_id = l.clinic_id and i.id = l.intake_id
        left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
        left join intake_entry b on b.clinic_id = i.clinic_id and b.intake_id = i.id
             and b.field = 'person.birthDate'
       where (l.token_hash = ?1 or l.code_hash = ?1) and i.state in ('DRAFT', 'RECEIVED')
         and not exists (select from episode e where e.clinic_id = i.clinic_id and e.id = i.episode_id
              and e.state in ('DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST'))
         for no key update of l""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private DoorSessions sessions;

  /** A link, and the birth date that opens it. */
  private record Found(
      long linkId,
      long intakeId,
      Instant expiresAt,
      boolean revoked,
      long failedTries,
      String birthDate) {

    /** No link that there is. */
    private static final Found NONE = new Found(-1, -1, Instant.EPOCH, true, 0, "0000-00-00");

    private boolean opens(String typed, Instant now) {
      boolean right = DoorSecrets.same(birthDate, typed);
      boolean holds =
          !revoked && now.isBefore(expiresAt) && failedTries < IntakeLink.mostFailedTries();
      return Stream.of(right, holds, !birthDate.isEmpty()).allMatch(each -> each);
    }
  }

  /**
   * Opens a session, or counts the failure.
   *
   * @param mayGoOn false for a try that has to wait: it fails, and the link does not count it
   */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<String> open(String hash, String birthDate, boolean mayGoOn) {
    enter(hash);
    Found found =
        Row.list(
                em.createNativeQuery(LINK).setParameter(1, hash),
                row ->
                    new Found(
                        row.id(0), row.id(1), row.instant(2), row.flag(3), row.id(4), row.text(5)))
            .stream()
            .findFirst()
            .orElse(Found.NONE);
    boolean opens = found.opens(birthDate, clinic.now());
    if (opens && mayGoOn) {
      return Optional.of(opened(found));
    }
    count(found, mayGoOn);
    return Optional.empty();
  }

  private void enter(String hash) {
    em.createNativeQuery(
            "select set_config('pacegate.clinic', coalesce(clinic_of_link(?1)::text, ''), true),"
                + " set_config('pacegate.practitioner', '', true)")
        .setParameter(1, hash)
        .getSingleResult();
  }

  private String opened(Found found) {
    String session = sessions.openByLink(found.intakeId(), found.linkId(), IDLE);
    record(AuditAction.SIGN_IN, found);
    return session;
  }

  private void count(Found found, boolean mayGoOn) {
    em.createNativeQuery(
            "update intake_link set failed_tries = failed_tries + ?2, version = version + 1"
                + " where id = ?1")
        .setParameter(1, found.linkId())
        .setParameter(2, mayGoOn ? 1 : 0)
        .executeUpdate();
    record(AuditAction.SIGN_IN_FAILED, found);
  }

  private void record(AuditAction action, Found found) {
    Long link = found.equals(Found.NONE) ? null : Long.valueOf(found.linkId());
    audit.record(action, "IntakeLink", link, null, "door LINK");
  }
}
