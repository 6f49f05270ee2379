package org.pacegate.service.screening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.screening.Parameters;
import org.pacegate.domain.screening.ThresholdSignature;
import org.pacegate.domain.screening.ThresholdVersion;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.screening.ThresholdBook.SetOfThresholds;
import org.pacegate.service.screening.ThresholdSets.ThresholdSet;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The clinic's own thresholds: read, drafted, and signed by who may diagnose (R1.52 to R1.55). */
@Stateless
@InClinic
@RolesAllowed({"PHYSICIAN", "ADMIN"})
public class Thresholds {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private ThresholdSets sets;
  @Inject private ThresholdReading reading;
  @Inject private ClinicRules rules;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;

  /** Everything that may be moved, at what holds today, and every version of it. */
  public ThresholdBook book() {
    List<ClinicThresholds> inForce = rules.inForce();
    return new ThresholdBook(
        sets.all().stream().map(set -> at(set, inForce)).toList(), reading.newest());
  }

  private static SetOfThresholds at(ThresholdSet set, List<ClinicThresholds> inForce) {
    return new SetOfThresholds(
        set.id(), set.version(), set.inUse(), set.shipped().all(), values(set, inForce));
  }

  private static Map<String, Integer> values(ThresholdSet set, List<ClinicThresholds> inForce) {
    Map<String, Integer> values = new HashMap<>();
    set.shipped().all().forEach(each -> values.put(each.name(), each.value()));
    inForce.stream()
        .filter(each -> each.ruleSet().equals(set.id()))
        .filter(each -> each.ruleSetVersion() == set.version())
        .forEach(each -> values.putAll(each.values()));
    return values;
  }

  /** One version, with everything that it moves. */
  public ThresholdView one(long thresholdId) {
    ThresholdLine line = reading.one(thresholdId);
    ThresholdSet set = sets.expect(line.ruleSet(), line.ruleSetVersion());
    return new ThresholdView(
        line,
        values(set, rules.inForce()),
        sets.tried(set, line.values()),
        licence.today().isPresent());
  }

  /**
   * Drafts values; returns the id of the version. A second click with the same key gives the first
   * one's.
   *
   * @throws DomainRefusal {@code threshold.examples} when an example forbids the values, {@code
   *     submission.keyUsed} for a key that came with other values
   */
  @Command
  public long draft(@Valid DraftThresholds command) {
    ThresholdSet set = sets.expect(command.ruleSet(), command.ruleSetVersion());
    lockClinic();
    Optional<ThresholdVersion> before = draftedBefore(command);
    if (before.isPresent()) {
      return again(before.get(), set.shipped(), command);
    }
    ThresholdVersion draft =
        new ThresholdVersion(
            set.id(),
            set.version(),
            next("v.number", "ThresholdVersion", set.id(), set.version()),
            set.shipped(),
            command.values(),
            command.reason(),
            command.key(),
            clinic.attribution());
    expectExamples(set, draft);
    em.persist(draft);
    audit.record(AuditAction.CREATE, "ThresholdVersion", draft.id(), null, detail(draft));
    return draft.id();
  }

  private Optional<ThresholdVersion> draftedBefore(DraftThresholds command) {
    return em
        .createQuery(
            "select v from ThresholdVersion v where v.submissionKey = :key", ThresholdVersion.class)
        .setParameter("key", command.key())
        .getResultList()
        .stream()
        .findFirst();
  }

  private static long again(ThresholdVersion before, Parameters shipped, DraftThresholds command) {
    if (!before.records(command.ruleSet(), command.ruleSetVersion(), shipped, command.values())) {
      throw new DomainRefusal("submission.keyUsed", "threshold version " + before.id());
    }
    return before.id();
  }

  /**
   * Signs a draft; it holds from a day on, for what begins then. A second click changes nothing.
   *
   * @throws DomainRefusal {@code threshold.signed} for a version that is signed, {@code
   *     threshold.noAuthority} without a licence, {@code threshold.examples}
   */
  @Command
  @RolesAllowed("PHYSICIAN")
  public void sign(@Valid SignThresholds command) {
    lockClinic();
    ThresholdVersion draft = em.find(ThresholdVersion.class, command.thresholdId());
    if (draft == null) {
      throw new NoSuchRecord("ThresholdVersion", command.thresholdId());
    }
    Optional<ThresholdSignature> before = signature(draft);
    if (before.isPresent()) {
      refuseAnother(before.get(), command);
      return;
    }
    passwords.confirm(command.password());
    expectExamples(sets.expect(draft.ruleSet(), draft.ruleSetVersion()), draft);
    em.persist(
        new ThresholdSignature(
            draft,
            next("v.place", "ThresholdSignature", draft.ruleSet(), draft.ruleSetVersion()),
            command.effectiveFrom(),
            licence.today().orElse(null),
            clinic.acting().policy(),
            clinic.attribution()));
    audit.record(
        AuditAction.SIGN,
        "ThresholdVersion",
        draft.id(),
        null,
        detail(draft) + " from " + command.effectiveFrom());
  }

  private Optional<ThresholdSignature> signature(ThresholdVersion draft) {
    return em
        .createQuery(
            "select s from ThresholdSignature s where s.thresholdVersionId = :id",
            ThresholdSignature.class)
        .setParameter("id", draft.id())
        .getResultList()
        .stream()
        .findFirst();
  }

  private void refuseAnother(ThresholdSignature before, SignThresholds command) {
    if (!before.isBy(clinic.acting().practitionerId(), command.effectiveFrom())) {
      throw new DomainRefusal("threshold.signed", "threshold version " + command.thresholdId());
    }
  }

  /** A build may have brought other examples since the draft was made. */
  private void expectExamples(ThresholdSet set, ThresholdVersion draft) {
    if (!sets.tried(set, draft.values()).passes()) {
      throw new DomainRefusal("threshold.examples", draft.ruleSet() + " " + draft.values());
    }
  }

  /** One at a time numbers the versions and orders the signatures of a clinic. */
  private void lockClinic() {
    em.createNativeQuery("select id from clinic where id = current_clinic() for no key update")
        .getSingleResult();
  }

  private int next(String place, String entity, String ruleSet, int version) {
    Number last =
        (Number)
            em.createQuery(
                    "select max(%s) from %s v where v.ruleSet = :id and v.ruleSetVersion = :version"
                        .formatted(place, entity))
                .setParameter("id", ruleSet)
                .setParameter("version", version)
                .getSingleResult();
    return last == null ? 1 : last.intValue() + 1;
  }

  private static String detail(ThresholdVersion draft) {
    return "%s %d, version %d: %s"
        .formatted(draft.ruleSet(), draft.ruleSetVersion(), draft.number(), draft.values());
  }
}
