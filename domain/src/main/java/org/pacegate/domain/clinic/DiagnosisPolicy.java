package org.pacegate.domain.clinic;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who may diagnose in a clinic, on any day. Where nothing was signed it is the founding rule: a
 * doctor. A policy signed for a jurisdiction is about the licences of it, from a day after its
 * signature on; what a past day said never changes. Flags are a physician's under every policy.
 *
 * @param known false when the clinic keeps a setting that this version does not know: nobody may
 * @param signed those whose signature counts
 */
public record DiagnosisPolicy(boolean known, List<SignedPolicy> signed) {

  public static final DiagnosisPolicy PHYSICIAN_ONLY = new DiagnosisPolicy(true, List.of());
  public static final DiagnosisPolicy NOBODY = new DiagnosisPolicy(false, List.of());

  /** What holds where nothing was signed. */
  private static final PolicyTerms SHIPPED =
      new PolicyTerms(WhoDiagnoses.PHYSICIAN_ONLY, null, null, false, "", 0);

  public DiagnosisPolicy {
    signed = List.copyOf(signed);
  }

  /** The policy of a clinic's setting; one that this version does not know admits nobody. */
  public static DiagnosisPolicy named(String setting) {
    return "PHYSICIAN_ONLY".equals(setting) ? PHYSICIAN_ONLY : NOBODY;
  }

  /**
   * The version in force for the licences of a jurisdiction on a day; empty for the shipped rule.
   *
   * @param jurisdiction null where a licence says none
   */
  public Optional<SignedPolicy> inForce(String jurisdiction, LocalDate day) {
    return signed.stream()
        .filter(each -> each.jurisdiction().equals(jurisdiction))
        .filter(each -> !each.effectiveFrom().isAfter(day))
        .max(Comparator.comparingInt(SignedPolicy::place));
  }

  /** What holds for a licence on a day. */
  public PolicyTerms terms(Licence licence, LocalDate day) {
    return inForce(licence.jurisdiction(), day).map(SignedPolicy::terms).orElse(SHIPPED);
  }

  /** Whether a profession may diagnose where nothing was signed. */
  public boolean admits(Profession profession) {
    return known && SHIPPED.admits(profession);
  }

  /**
   * Whether somebody may diagnose on a day: the one place that says what authority is.
   *
   * @param licence the licence it would be signed under, or null
   */
  public boolean authorises(Licence licence, long practitioner, LocalDate day) {
    return isOwn(licence, practitioner, day) && terms(licence, day).admits(licence.profession());
  }

  /**
   * Whether somebody may decide on a day what is a physician's under every policy: red flags,
   * thresholds, policies.
   */
  public boolean authorisesPhysician(Licence licence, long practitioner, LocalDate day) {
    return isOwn(licence, practitioner, day) && licence.isPhysicians();
  }

  private boolean isOwn(Licence licence, long practitioner, LocalDate day) {
    return known
        && licence != null
        && licence.practitionerId() == practitioner
        && licence.validOn(day);
  }

  /** Whether a version was signed under a licence that turned out not to have stood that day. */
  public boolean fellWith(Licence licence, long policyId) {
    return signed.stream()
        .filter(each -> each.id() == policyId && each.licenceId() == licence.id())
        .anyMatch(each -> !licence.validOn(each.signedOn()));
  }
}
