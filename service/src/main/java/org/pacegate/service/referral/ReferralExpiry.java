package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * Ends referrals whose time ran out, and drafts the red ones again (R5.10). Nobody is signed in: it
 * enters one clinic a transaction, with nobody acting.
 */
@ApplicationScoped
public class ReferralExpiry {

  private static final Set<ReferralState> WAITING =
      EnumSet.of(ReferralState.SENT, ReferralState.RECEIVED, ReferralState.ACCEPTED);

  /** Locked like a command does, the patient first; whom somebody works on is left to them. */
  private static final String LOCKED =
      """
      select p.id from patient p
       where p.id in (select e.patient_id from referral r
                        join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
                       where r.closed_at is null and r.state in ('SENT', 'RECEIVED', 'ACCEPTED')
                         and r.expires_at <= ?1)
       order by p.id limit 200 for no key update skip locked""";

  /** Patients in one transaction, as in {@link #LOCKED}: whoever ended fewer is done. */
  static final int BATCH = 200;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext context;
  @Inject private AuditTrail audit;

  /** Clinics in which a referral's time has run out by now. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> clinicsDue(Instant now) {
    return Row.list(
        em.createNativeQuery("select clinics_with_referral_due(?1)")
            .setParameter(1, Timestamp.from(now)),
        row -> row.id(0));
  }

  /**
   * Ends what is due in one clinic, each once, whoever else does so at the same time.
   *
   * @return how many that were; from {@link #BATCH} on there may be more
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int inClinic(long clinic, Instant now) {
    context.enterAsNobody(clinic);
    Object zone = em.createNativeQuery("select time_zone from clinic").getSingleResult();
    Attribution nobody =
        new Attribution((Long) null, now, LocalDate.ofInstant(now, ZoneId.of((String) zone)));
    List<Long> patients =
        Row.list(
            em.createNativeQuery(LOCKED).setParameter(1, Timestamp.from(now)), row -> row.id(0));
    List<Referral> due = patients.isEmpty() ? List.of() : due(patients, now);
    due.forEach(referral -> expire(referral, nobody));
    em.flush();
    return due.size();
  }

  private List<Referral> due(List<Long> patients, Instant now) {
    return em.createQuery(
            "select r from Referral r, Episode e where e.id = r.episodeId"
                + " and e.patientId in :patients and r.closedAt is null"
                + " and r.state in :waiting and r.expiresAt <= :now"
                + " order by r.id",
            Referral.class)
        .setParameter("patients", patients)
        .setParameter("waiting", WAITING)
        .setParameter("now", now)
        .getResultList();
  }

  /** Audited last: what has ended is written with what stands in its place, or not at all. */
  private void expire(Referral referral, Attribution nobody) {
    Optional<Referral> again = referral.expire(nobody);
    again.ifPresent(
        successor -> {
          em.persist(successor);
          referral.replacedBy(successor);
        });
    record(AuditAction.CHANGE, referral, "EXPIRE " + referral.urgency());
    again.ifPresent(
        successor -> record(AuditAction.CREATE, successor, "DRAFT_AGAIN " + successor.urgency()));
  }

  private void record(AuditAction action, Referral referral, String what) {
    audit.record(
        action,
        "ServiceRequest",
        referral.id(),
        em.find(Episode.class, referral.episodeId()).patientId(),
        what);
  }
}
