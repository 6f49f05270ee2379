package org.pacegate.domain.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.GateFacts;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.shared.DomainRefusal;

/** Everything recorded on one episode: it answers, and decides nothing. */
final class CaseFile {

  private final Episode episode;
  private final List<Screening> screenings;
  private final List<Diagnosis> diagnoses;
  private final Map<Long, Licence> licences;
  private final List<Referral> referrals;
  private final List<CarePlan> plans;
  private final DiagnosisPolicy policy;
  private final CourseOfCare.Records records;
  private final PatientFile patient;

  /**
   * @param recorded everything recorded on the patient; what belongs to other episodes is left out
   */
  CaseFile(
      Episode episode,
      PatientFile.Recorded recorded,
      Map<Long, Licence> licences,
      DiagnosisPolicy policy,
      CourseOfCare.Records records,
      PatientFile patient) {
    this.episode = episode;
    this.screenings = own(recorded.screenings(), Screening::episodeId);
    this.diagnoses = own(recorded.diagnoses(), Diagnosis::episodeId);
    this.licences = new HashMap<>(licences);
    this.referrals = own(recorded.referrals(), Referral::episodeId);
    this.plans = own(recorded.plans(), CarePlan::episodeId);
    this.policy = policy;
    this.records = records;
    this.patient = patient;
  }

  private <T> List<T> own(List<T> all, ToLongFunction<T> episodeOf) {
    return all.stream()
        .filter(each -> episodeOf.applyAsLong(each) == episode.id())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  void add(Screening screening) {
    records.add(screening);
    screenings.add(screening);
  }

  void add(Diagnosis diagnosis, Licence signedUnder) {
    records.add(diagnosis);
    diagnoses.add(diagnosis);
    licences.put(signedUnder.id(), signedUnder);
  }

  void add(Referral referral) {
    records.add(referral);
    referrals.add(referral);
  }

  void add(CarePlan plan) {
    records.add(plan);
    plans.add(plan);
  }

  /** What the gate looks at. */
  GateFacts facts(Set<Role> authorRoles) {
    return new GateFacts(
        episode,
        diagnoses,
        licences,
        screenings,
        referrals,
        patient.dangersOutside(episode),
        patient.isInDangerByIntake(episode),
        policy,
        authorRoles);
  }

  /** Refuses a record of another episode. */
  void expectOwn(long episodeId, String otherwise) {
    if (episodeId != episode.id()) {
      throw new DomainRefusal(otherwise, "episode " + episode.id() + " not " + episodeId);
    }
  }

  /** Flags at U0 or U1 that stand, unless somebody else has taken over. */
  Stream<DangerElsewhere> dangers() {
    return episode.state() == EpisodeState.TRANSFERRED
        ? Stream.empty()
        : screenings.stream()
            .filter(Screening::locksEpisode)
            .map(
                screening ->
                    new DangerElsewhere(
                        episode.id(),
                        episode.injury().bodySite(),
                        episode.injury().side(),
                        screening.id(),
                        screening.worstStandingFlag().orElseThrow().urgency()));
  }

  /** Whether a flag at U0 or U1 stands. */
  boolean isDangerous() {
    return screenings.stream().anyMatch(Screening::locksEpisode);
  }

  /** The screening that counts. */
  Optional<Screening> latestScreening() {
    return facts(Set.of()).latestScreening();
  }

  /** Whether the screening that counts lacks no answer. */
  boolean isScreened() {
    return latestScreening()
        .filter(latest -> latest.status() != ScreeningStatus.INCOMPLETE)
        .isPresent();
  }

  Episode episode() {
    return episode;
  }

  /**
   * Whether the standing diagnosis rests on this licence, which did not stand that day: its own, or
   * the one of whoever signed the policy that admitted it.
   */
  boolean restsOn(Licence lapsed) {
    return standing()
        .filter(diagnosis -> fellWith(lapsed, diagnosis) || policyFellWith(lapsed, diagnosis))
        .isPresent();
  }

  private static boolean fellWith(Licence lapsed, Diagnosis diagnosis) {
    return diagnosis.licenceId() == lapsed.id() && !lapsed.validOn(diagnosis.recordedOn());
  }

  private boolean policyFellWith(Licence lapsed, Diagnosis diagnosis) {
    return diagnosis.restsOnPolicy()
        && diagnosis.policyId() != null
        && policy.fellWith(lapsed, diagnosis.policyId());
  }

  /** Whether a physician, licensed that day, has confirmed a diagnosis of a region. */
  boolean wasDiagnosedByPhysician(BodySite site) {
    return diagnoses.stream()
        .filter(diagnosis -> diagnosis.verificationStatus() == VerificationStatus.CONFIRMED)
        .filter(diagnosis -> diagnosis.bodySite() == site && !diagnosis.isDirectAccess())
        .anyMatch(diagnosis -> licences.get(diagnosis.licenceId()).validOn(diagnosis.recordedOn()));
  }

  /** Whether a plan is followed or paused; a suspended one is neither. */
  boolean isTreated() {
    return openPlan().filter(plan -> plan.state() != PlanState.SUSPENDED).isPresent();
  }

  Optional<Diagnosis> standing() {
    return diagnoses.stream().filter(Diagnosis::isActive).findFirst();
  }

  Optional<CarePlan> openPlan() {
    return plans.stream().filter(plan -> plan.state().isOpen()).findFirst();
  }

  List<Referral> openReferrals() {
    return referrals.stream().filter(Referral::isOpen).toList();
  }

  boolean hasOpenReferral() {
    return referrals.stream().anyMatch(Referral::isOpen);
  }

  List<Referral> referrals() {
    return List.copyOf(referrals);
  }

  /** Whether a flag of U0 to U2 stands. */
  boolean hasStandingFlag() {
    return screenings.stream().anyMatch(Screening::hasStandingFlag);
  }

  List<Screening> screenings() {
    return List.copyOf(screenings);
  }

  List<Diagnosis> diagnoses() {
    return List.copyOf(diagnoses);
  }

  List<CarePlan> plans() {
    return List.copyOf(plans);
  }
}
