package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Jurisdiction;
import org.pacegate.domain.clinic.PolicySignature;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.PolicyVersion;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Who may diagnose: read, drafted by administrators, signed by physicians (R11.70, R11.71). */
@Stateless
@InClinic
@RolesAllowed({"PHYSICIAN", "THERAPIST", "ADMIN"})
public class DiagnosisPolicies {

  private static final String ENTITY = "DiagnosisPolicy";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private PolicyReading reading;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;

  /** Every version of every jurisdiction, newest first; 200 at most. */
  public List<PolicyLine> all() {
    return reading.newest();
  }

  /** One version. */
  public PolicyView one(long policyId) {
    return new PolicyView(reading.one(policyId), licence.today().isPresent());
  }

  /**
   * Drafts a policy; returns its id. A second click with the same key gives the first one's.
   *
   * @throws InvalidValue for a field
   * @throws DomainRefusal {@code submission.keyUsed} for a key that came with other content
   */
  @Command
  @RolesAllowed("ADMIN")
  public long draft(@Valid DraftPolicy command) {
    PolicyTerms terms = command.terms();
    String where = Jurisdiction.code(command.jurisdiction());
    lockClinic();
    Optional<PolicyVersion> before = draftedBefore(command);
    if (before.isPresent()) {
      return again(before.get(), where, command);
    }
    PolicyVersion draft =
        new PolicyVersion(
            where,
            next("v.number", "PolicyVersion", where),
            terms,
            command.reason(),
            command.key(),
            clinic.attribution());
    em.persist(draft);
    audit.record(AuditAction.CREATE, ENTITY, draft.id(), null, detail(draft));
    return draft.id();
  }

  private Optional<PolicyVersion> draftedBefore(DraftPolicy command) {
    return em.createQuery(
            "select v from PolicyVersion v where v.submissionKey = :key", PolicyVersion.class)
        .setParameter("key", command.key())
        .getResultStream()
        .findFirst();
  }

  private static long again(PolicyVersion before, String where, DraftPolicy command) {
    if (!before.records(where, command.terms(), command.reason())) {
      throw new DomainRefusal("submission.keyUsed", "policy " + before.id());
    }
    return before.id();
  }

  /**
   * Signs a draft; it holds from a later day on. A second click changes nothing.
   *
   * @throws DomainRefusal {@code policy.signed} for a version that is signed, {@code
   *     policy.noAuthority} without a physician's licence, {@code policy.notDraftedYet}
   * @throws InvalidValue for {@code effectiveFrom}
   */
  @Command
  @RolesAllowed("PHYSICIAN")
  public void sign(@Valid SignPolicy command) {
    lockClinic();
    PolicyVersion draft = em.find(PolicyVersion.class, command.policyId());
    if (draft == null) {
      throw new NoSuchRecord("PolicyVersion", command.policyId());
    }
    Optional<PolicySignature> before = signature(draft);
    if (before.isPresent()) {
      refuseAnother(before.get(), command);
      return;
    }
    passwords.confirm(command.password());
    em.persist(
        new PolicySignature(
            draft,
            next("v.place", "PolicySignature", draft.jurisdiction()),
            command.effectiveFrom(),
            licence.today().orElse(null),
            clinic.policy(),
            clinic.attribution()));
    audit.record(
        AuditAction.SIGN,
        ENTITY,
        draft.id(),
        null,
        detail(draft) + " from " + command.effectiveFrom());
  }

  private Optional<PolicySignature> signature(PolicyVersion draft) {
    return em.createQuery(
            "select s from PolicySignature s where s.policyId = :id", PolicySignature.class)
        .setParameter("id", draft.id())
        .getResultStream()
        .findFirst();
  }

  private void refuseAnother(PolicySignature before, SignPolicy command) {
    if (!before.isBy(clinic.acting().practitionerId(), command.effectiveFrom())) {
      throw new DomainRefusal("policy.signed", "policy " + command.policyId());
    }
  }

  /** One at a time numbers the versions and orders the signatures of a clinic. */
  private void lockClinic() {
    em.createNativeQuery("select id from clinic where id = current_clinic() for no key update")
        .getSingleResult();
  }

  private int next(String place, String entity, String jurisdiction) {
    Number last =
        (Number)
            em.createQuery(
                    "select max(%s) from %s v where v.jurisdiction = :where"
                        .formatted(place, entity))
                .setParameter("where", jurisdiction)
                .getSingleResult();
    return last == null ? 1 : last.intValue() + 1;
  }

  private static String detail(PolicyVersion draft) {
    return "%s, version %d: %s"
        .formatted(draft.jurisdiction(), draft.number(), draft.terms().who());
  }
}
