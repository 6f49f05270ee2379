package org.pacegate.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.DiagnosisGate;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GateFacts;
import org.pacegate.domain.diagnosis.PlanIntent;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * One episode with everything recorded on it, and the only place where a step on one record moves
 * another: a dangerous answer locks the episode and suspends the plan, a fallen diagnosis suspends
 * it too, a clearance cancels the referral it asked for. What a verb records is handed to {@code
 * records}, which stores it.
 */
public final class CourseOfCare {

  /** Stores a new record; it has an id afterwards. */
  @FunctionalInterface
  public interface Records {
    void add(Object record);
  }

  private final Episode episode;
  private final List<Screening> screenings;
  private final List<Diagnosis> diagnoses;
  private final Map<Long, Licence> licences;
  private final List<Referral> referrals;
  private final List<CarePlan> plans;
  private final DiagnosisPolicy policy;
  private final Records records;

  /**
   * @param licences by id: those the diagnoses were signed under
   * @param plans every plan of the episode
   */
  public CourseOfCare(
      Episode episode,
      List<Screening> screenings,
      List<Diagnosis> diagnoses,
      Map<Long, Licence> licences,
      List<Referral> referrals,
      List<CarePlan> plans,
      DiagnosisPolicy policy,
      Records records) {
    this.episode = episode;
    this.screenings = new ArrayList<>(screenings);
    this.diagnoses = new ArrayList<>(diagnoses);
    this.licences = Map.copyOf(licences);
    this.referrals = new ArrayList<>(referrals);
    this.plans = new ArrayList<>(plans);
    this.policy = policy;
    this.records = records;
  }

  /** Records a screening; a flag at U0 or U1 locks the episode and suspends the plan (R7.3). */
  public Screening screen(
      Long intakeId, Evaluation evaluation, int validDays, ZoneId clinicZone, Attribution by) {
    episode.expectOpen();
    Screening screening =
        new Screening(episode.id(), intakeId, evaluation, validDays, clinicZone, by);
    records.add(screening);
    screenings.add(screening);
    evaluation.flags().stream().findFirst().ifPresent(worst -> draftReferral(screening, worst, by));
    if (episode.state() == EpisodeState.INTAKE) {
      episode.stepTo(EpisodeState.SCREENED, "episode.screened", by);
    }
    if (screening.locksEpisode()) {
      suspendPlan("plan.suspended.dangerousAnswer", by);
      episode.stepTo(EpisodeState.LOCKED_RED_FLAG, "episode.locked", by);
    } else if (!evaluation.flags().isEmpty()) {
      suspendPlan("plan.suspended.openFlag", by);
    }
    settle(by);
    return screening;
  }

  private void draftReferral(Screening screening, FiredRule worst, Attribution by) {
    Referral referral =
        new Referral(
            episode.id(),
            screening.id(),
            worst.urgency(),
            worst.target().name(),
            "rule." + worst.ruleId(),
            seenBy(worst, by),
            by);
    records.add(referral);
    referrals.add(referral);
  }

  private static Instant seenBy(FiredRule fired, Attribution by) {
    if (fired.seenWithinDays().isPresent()) {
      return by.at().plus(Duration.ofDays(fired.seenWithinDays().getAsInt()));
    }
    return fired.urgency().seenWithin().map(by.at()::plus).orElse(null);
  }

  /** A professional clears or confirms a flag; the last clearance unlocks the episode (R7.4). */
  public void decideFlag(
      Screening screening,
      String ruleId,
      FlagState decision,
      String reason,
      Licence licence,
      Attribution by) {
    episode.expectOpen();
    screening.decide(ruleId, decision, reason, licence, policy, by);
    if (!screening.hasStandingFlag()) {
      referrals.stream()
          .filter(referral -> referral.isOpen() && screening.id().equals(referral.screeningId()))
          .forEach(referral -> referral.cancel("referral.flagCleared", by));
    }
    settle(by);
  }

  /**
   * Records the first diagnosis, or one after the last ended.
   *
   * @throws DomainRefusal {@code diagnosis.exists} while one stands: revise it
   */
  public Diagnosis diagnose(DiagnosisDraft draft, Licence licence, Attribution by) {
    episode.expectOpen();
    standing()
        .ifPresent(
            diagnosis -> {
              throw new DomainRefusal("diagnosis.exists", "diagnosis " + diagnosis.id());
            });
    return add(new Diagnosis(episode.id(), draft, null, licence, policy, by), by);
  }

  /** Replaces the standing diagnosis by a new judgement; the plan on the old one is suspended. */
  public Diagnosis revise(
      Diagnosis revised, DiagnosisDraft draft, String reason, Licence licence, Attribution by) {
    episode.expectOpen();
    Diagnosis revision = new Diagnosis(episode.id(), draft, revised, licence, policy, by);
    revised.end(revised.verificationStatus(), reason, by);
    suspendPlan("plan.suspended.diagnosisRevised", by);
    return add(revision, by);
  }

  private Diagnosis add(Diagnosis diagnosis, Attribution by) {
    records.add(diagnosis);
    diagnoses.add(diagnosis);
    settle(by);
    return diagnosis;
  }

  /**
   * The diagnosis turned out to be wrong, or was never meant.
   *
   * @param as {@code REFUTED} or {@code ENTERED_IN_ERROR}
   */
  public void endDiagnosis(
      Diagnosis diagnosis, VerificationStatus as, String reason, Attribution by) {
    if (as != VerificationStatus.REFUTED && as != VerificationStatus.ENTERED_IN_ERROR) {
      throw new DomainRefusal("diagnosis.noSuchEnd", "diagnosis " + diagnosis.id() + " " + as);
    }
    diagnosis.end(as, reason, by);
    suspendPlan(
        as == VerificationStatus.REFUTED
            ? "plan.suspended.diagnosisRefuted"
            : "plan.suspended.diagnosisEnteredInError",
        by);
    settle(by);
  }

  /**
   * A licence was found to have lapsed: a plan on a diagnosis signed after that day is suspended.
   */
  public void licenceLapsed(Licence licence, Attribution by) {
    boolean affected =
        diagnoses.stream()
            .anyMatch(
                diagnosis ->
                    diagnosis.isActive()
                        && diagnosis.licenceId() == licence.id()
                        && !licence.validOn(diagnosis.recordedOn()));
    if (affected) {
      suspendPlan("plan.suspended.licenceLapsed", by);
      settle(by);
    }
  }

  /** Asks the gate; the answer is recorded whatever it is. */
  public GateDecision askGate(PlanIntent intent, Set<Role> authorRoles, Attribution by) {
    GateDecision decision = DiagnosisGate.decide(facts(authorRoles), intent, by);
    records.add(decision);
    return decision;
  }

  /** What the gate would say, without recording the question: for showing a page. */
  public GateDecision previewGate(PlanIntent intent, Set<Role> authorRoles, Attribution by) {
    return DiagnosisGate.decide(facts(authorRoles), intent, by);
  }

  private GateFacts facts(Set<Role> authorRoles) {
    return new GateFacts(episode, diagnoses, licences, screenings, referrals, policy, authorRoles);
  }

  /**
   * Starts a plan; a suspended one is replaced.
   *
   * @throws DomainRefusal {@code plan.exists} while one is active or on hold
   */
  public CarePlan startPlan(
      GateDecision decision, PlanContent content, UUID submissionKey, Attribution by) {
    Optional<CarePlan> open = openPlan();
    if (open.isPresent() && open.get().state() != PlanState.SUSPENDED) {
      throw new DomainRefusal("plan.exists", "plan " + open.get().id());
    }
    CarePlan plan = new CarePlan(decision.pass(), content, submissionKey, by);
    open.ifPresent(suspended -> suspended.revoke("plan.replaced", by));
    records.add(plan);
    plans.add(plan);
    episode.stepTo(EpisodeState.PLAN_ACTIVE, "episode.planStarted", by);
    return plan;
  }

  /** A clinician pauses the plan. */
  public void hold(String reason, Attribution by) {
    expectPlan().hold(reason, by);
    episode.stepTo(EpisodeState.ON_HOLD, reason, by);
  }

  /** The plan goes on, if the gate is open for what it contains. */
  public void resume(GateDecision decision, Attribution by) {
    expectPlan().resume(decision.pass(), by);
    episode.stepTo(EpisodeState.PLAN_ACTIVE, "plan.resumed", by);
  }

  /** The course of care ends well; a locked episode cannot be discharged. */
  public void discharge(String reason, Attribution by) {
    end(EpisodeState.DISCHARGED, reason, by);
  }

  /** Somebody else takes over; the one way out of a lock besides clearance. */
  public void transfer(String reason, Attribution by) {
    end(EpisodeState.TRANSFERRED, reason, by);
  }

  /** The runner did not come back. */
  public void closeLost(String reason, Attribution by) {
    end(EpisodeState.CLOSED_LOST, reason, by);
  }

  private void end(EpisodeState state, String reason, Attribution by) {
    episode.expectOpen();
    episode.stepTo(state, reason, by);
    openPlan()
        .ifPresent(
            plan -> {
              if (state == EpisodeState.DISCHARGED) {
                plan.complete(reason, by);
              } else {
                plan.revoke(reason, by);
              }
            });
  }

  private void suspendPlan(String reason, Attribution by) {
    openPlan()
        .filter(plan -> plan.state() != PlanState.SUSPENDED)
        .ifPresent(plan -> plan.suspend(reason, by));
  }

  /** Brings the episode's state in line with what is recorded on it. */
  private void settle(Attribution by) {
    if (episode.state().isOver() || screenings.stream().anyMatch(Screening::locksEpisode)) {
      return;
    }
    if (episode.state() == EpisodeState.SCREENED || episode.state() == EpisodeState.INTAKE) {
      boolean undecidable =
          latestScreening().isEmpty()
              || latestScreening().get().status() == ScreeningStatus.INCOMPLETE;
      if (undecidable && standing().isEmpty()) {
        return;
      }
      episode.stepTo(EpisodeState.AWAITING_DIAGNOSIS, "episode.awaitsDiagnosis", by);
    }
    boolean treated = openPlan().filter(plan -> plan.state() != PlanState.SUSPENDED).isPresent();
    if (!treated) {
      episode.stepTo(
          standing().isPresent() ? EpisodeState.DIAGNOSED : EpisodeState.AWAITING_DIAGNOSIS,
          standing().isPresent() ? "episode.diagnosed" : "episode.awaitsDiagnosis",
          by);
    }
  }

  private CarePlan expectPlan() {
    return openPlan().orElseThrow(() -> new DomainRefusal("plan.none", "episode " + episode.id()));
  }

  private Optional<Screening> latestScreening() {
    return screenings.stream().max(Comparator.comparing(Screening::performedAt));
  }

  /** The diagnosis that stands, if any. */
  public Optional<Diagnosis> standing() {
    return diagnoses.stream().filter(Diagnosis::isActive).findFirst();
  }

  /** The plan that has not ended, if any. */
  public Optional<CarePlan> openPlan() {
    return plans.stream().filter(plan -> plan.state().isOpen()).findFirst();
  }

  public Episode episode() {
    return episode;
  }

  public List<Screening> screenings() {
    return List.copyOf(screenings);
  }

  public List<Diagnosis> diagnoses() {
    return List.copyOf(diagnoses);
  }

  public List<CarePlan> plans() {
    return List.copyOf(plans);
  }
}
