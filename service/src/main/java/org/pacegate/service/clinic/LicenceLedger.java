package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.LicenceProof;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** What stands behind one licence: where it holds, who looked it up, its documents (R11.72). */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class LicenceLedger {

  private static final String ENTITY = "Licence";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private LicenceReading reading;
  @Inject private Administrators administrators;

  /** A licence with everything that belongs to it. */
  public LicenceView open(long licenceId) {
    LicenceLine line = reading.one(licenceId);
    List<RestingPlan> plans = reading.restingOn(licenceId);
    audit.record(
        AuditAction.READ, ENTITY, licenceId, null, plans.size() + " plans rest on its lapse");
    return new LicenceView(
        line,
        reading.proofs(licenceId),
        plans,
        mayVerify(licenceId),
        mayPlace(line.practitionerId()));
  }

  /** Nobody says so of their own licence while somebody else could. */
  private boolean mayPlace(long holder) {
    return holder != clinic.acting().practitionerId()
        || !administrators.existBeside(clinic.acting().accountId());
  }

  private boolean mayVerify(long licenceId) {
    return (Boolean)
        em.createNativeQuery(
                "select verified_at is null and practitioner_id <> current_practitioner()"
                    + " and (recorded_by is distinct from current_practitioner()"
                    + " or not third_administrator(practitioner_id, recorded_by))"
                    + " from licence where id = ?1")
            .setParameter(1, licenceId)
            .getSingleResult();
  }

  /**
   * Says where a licence gives its right.
   *
   * @throws DomainRefusal {@code licence.placed} for another place than the one said before, {@code
   *     licence.own} if it is the caller's and somebody else could say so
   * @throws InvalidValue for {@code jurisdiction}
   */
  @Command
  public void place(@Valid PlaceLicence command) {
    Licence licence = read(command.licenceId(), command.version());
    if (!mayPlace(licence.practitionerId())) {
      throw new DomainRefusal("licence.own", "licence " + licence.id());
    }
    licence.place(command.jurisdiction(), command.scope());
    audit.record(
        AuditAction.CHANGE, ENTITY, licence.id(), null, "holds in " + licence.jurisdiction());
  }

  /**
   * Says that the caller has looked a licence up.
   *
   * @throws DomainRefusal {@code licence.verified} if somebody has before, {@code
   *     licence.verifyByAnother} for its holder, and for whoever recorded it while there is a third
   *     administrator
   */
  @Command
  public void verify(@Valid VerifyLicence command) {
    Licence licence = read(command.licenceId(), command.version());
    if (licence.verifiedAt() == null && !mayVerify(licence.id())) {
      throw new DomainRefusal("licence.verifyByAnother", "licence " + licence.id());
    }
    licence.verify(command.how(), clinic.attribution());
    audit.record(AuditAction.SIGN, ENTITY, licence.id(), null, "verified");
  }

  private Licence read(long licenceId, long version) {
    Licence licence = em.find(Licence.class, licenceId);
    if (licence == null) {
      throw new NoSuchRecord(ENTITY, licenceId);
    }
    licence.expectVersion(version);
    return licence;
  }

  /**
   * Keeps a document; returns its id. A second click with the same key gives the first one's.
   *
   * @throws InvalidValue for {@code proof}
   * @throws DomainRefusal {@code submission.keyUsed} for a key that came with another document
   */
  @Command
  public long addProof(byte[] content, @Valid AddProof command) {
    lock(command.licenceId());
    String hash = hash(content == null ? new byte[0] : content);
    List<LicenceProof> before =
        em.createQuery(
                "select p from LicenceProof p where p.submissionKey = :key", LicenceProof.class)
            .setParameter("key", command.key())
            .getResultList();
    if (!before.isEmpty()) {
      return again(before.get(0), command.licenceId(), hash);
    }
    LicenceProof proof =
        new LicenceProof(command.licenceId(), content, hash, command.key(), clinic.attribution());
    em.persist(proof);
    audit.record(
        AuditAction.CREATE,
        "LicenceProof",
        proof.id(),
        null,
        "licence %d, %s, sha-256 %s".formatted(command.licenceId(), proof.type(), hash));
    return proof.id();
  }

  /** Two clicks at once wait for each other, so that the second finds the first one's document. */
  private void lock(long licenceId) {
    if (em.createNativeQuery("select id from licence where id = ?1 for no key update")
        .setParameter(1, licenceId)
        .getResultList()
        .isEmpty()) {
      throw new NoSuchRecord(ENTITY, licenceId);
    }
  }

  private static long again(LicenceProof before, long licenceId, String hash) {
    if (!before.records(licenceId, hash)) {
      throw new DomainRefusal("submission.keyUsed", "licence proof " + before.id());
    }
    return before.id();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A document, under a name of our own. */
  public ProofFile proof(long proofId) {
    LicenceProof proof = em.find(LicenceProof.class, proofId);
    if (proof == null) {
      throw new NoSuchRecord("LicenceProof", proofId);
    }
    audit.record(AuditAction.READ, "LicenceProof", proofId, null, "licence " + proof.licenceId());
    return new ProofFile(
        "licence-%d-proof-%d.%s".formatted(proof.licenceId(), proofId, proof.type().extension()),
        proof.content());
  }
}
