package org.pacegate.domain.plan;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.DiagnosisGate;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GatePass;
import org.pacegate.domain.diagnosis.PlanIntent;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * The course of care of one episode, and the only place where a step on one record moves another: a
 * dangerous answer locks the episode and suspends the patient's plans, a fallen diagnosis suspends
 * it too, a clearance cancels the referral it asked for. A verb refuses before it changes anything;
 * what it records is handed to {@link Records}, which stores it.
 */
public final class CourseOfCare {

  /** Stores a new record; it has an id afterwards. */
  @FunctionalInterface
  public interface Records {
    void add(Object record);
  }

  private final Episode episode;
  private final CaseFile file;
  private final PatientFile patient;
  private final DiagnosisPolicy policy;
  private final Records records;

  CourseOfCare(
      Episode episode,
      CaseFile file,
      PatientFile patient,
      DiagnosisPolicy policy,
      Records records) {
    this.episode = episode;
    this.file = file;
    this.patient = patient;
    this.policy = policy;
    this.records = records;
  }

  /**
   * Records a screening; a flag at U0 or U1 locks the episode and suspends every plan of the
   * patient (R7.3, R7.11).
   */
  public Screening screen(
      Long intakeId, Evaluation evaluation, int validDays, ZoneId clinicZone, Attribution by) {
    episode.expectOpen();
    Screening screening =
        new Screening(episode.id(), intakeId, evaluation, validDays, clinicZone, by);
    file.add(screening);
    evaluation.flags().stream()
        .findFirst()
        .ifPresent(worst -> file.add(Referral.askedForBy(screening, worst, by)));
    if (episode.state() == EpisodeState.INTAKE) {
      episode.stepTo(EpisodeState.SCREENED, "episode.screened", by);
    }
    if (screening.locksEpisode()) {
      suspendPlan("plan.suspended.dangerousAnswer", by);
      episode.stepTo(EpisodeState.LOCKED_RED_FLAG, "episode.locked", by);
      patient.eachOutside(episode, other -> other.dangerElsewhere(by));
    } else if (screening.hasStandingFlag()) {
      suspendPlan("plan.suspended.openFlag", by);
    }
    settle(by);
    return screening;
  }

  /**
   * A professional clears or confirms a flag; the last clearance unlocks the episode (R7.4). A flag
   * that stands again after the end can still be decided, unless somebody else has taken over.
   */
  public void decideFlag(
      Screening screening,
      String ruleId,
      FlagState decision,
      String reason,
      Licence licence,
      Attribution by) {
    if (episode.state() == EpisodeState.TRANSFERRED) {
      episode.expectOpen();
    }
    file.expectOwn(screening.episodeId(), "screening.otherEpisode");
    screening.decide(ruleId, decision, reason, licence, policy, by);
    if (!screening.hasStandingFlag()) {
      file.openReferralsOf(screening)
          .forEach(referral -> referral.cancel("referral.flagCleared", by));
    }
    settle(by);
  }

  /**
   * Records the first diagnosis, or one after the last ended.
   *
   * @throws DomainRefusal {@code diagnosis.exists} while one stands: revise it; {@code
   *     diagnosis.notScreened} before the first screening
   */
  public Diagnosis diagnose(DiagnosisDraft draft, Licence licence, Attribution by) {
    episode.expectOpen();
    standing()
        .ifPresent(
            diagnosis -> {
              throw new DomainRefusal("diagnosis.exists", "diagnosis " + diagnosis.id());
            });
    if (episode.state() == EpisodeState.INTAKE) {
      throw new DomainRefusal("diagnosis.notScreened", "episode " + episode.id());
    }
    Diagnosis diagnosis = new Diagnosis(episode.id(), draft, null, licence, policy, by);
    file.add(diagnosis, licence);
    settle(by);
    return diagnosis;
  }

  /** Replaces the standing diagnosis by a new judgement; the plan on the old one is suspended. */
  public Diagnosis revise(
      Diagnosis revised, DiagnosisDraft draft, String reason, Licence licence, Attribution by) {
    episode.expectOpen();
    file.expectOwn(revised.episodeId(), "diagnosis.otherEpisode");
    Diagnosis revision = new Diagnosis(episode.id(), draft, revised, licence, policy, by);
    revised.end(revised.verificationStatus(), reason, by);
    suspendPlan("plan.suspended.diagnosisRevised", by);
    file.add(revision, licence);
    settle(by);
    return revision;
  }

  /**
   * The diagnosis turned out to be wrong, or was never meant; this may be found after discharge.
   *
   * @param as {@code REFUTED} or {@code ENTERED_IN_ERROR}
   * @param licence the licence it is judged under; authors take back their own entry without one
   * @throws DomainRefusal {@code diagnosis.noAuthority} without a licence that the judgement needs
   */
  public void endDiagnosis(
      Diagnosis diagnosis, VerificationStatus as, String reason, Licence licence, Attribution by) {
    file.expectOwn(diagnosis.episodeId(), "diagnosis.otherEpisode");
    if (as != VerificationStatus.REFUTED && as != VerificationStatus.ENTERED_IN_ERROR) {
      throw new DomainRefusal("diagnosis.noSuchEnd", "diagnosis " + diagnosis.id() + " " + as);
    }
    boolean ownSlip =
        as == VerificationStatus.ENTERED_IN_ERROR && diagnosis.recordedBy() == by.by();
    if (!ownSlip && !policy.authorises(licence, by.by(), by.day())) {
      throw new DomainRefusal("diagnosis.noAuthority", "practitioner " + by.by());
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
   * A licence lapsed. What was signed under it from that day on no longer counts: a plan on such a
   * diagnosis is suspended, and flags decided so stand again with all that follows (R7.5, R7.10).
   */
  public void licenceLapsed(Licence licence, Attribution by) {
    List<Screening> reopened =
        file.screenings().stream().filter(screening -> screening.reopen(licence, by)).toList();
    if (dangers().findAny().isPresent()) {
      patient.eachOutside(episode, other -> other.dangerElsewhere(by));
    }
    if (episode.state().isOver()) {
      return;
    }
    if (file.restsOn(licence)) {
      suspendPlan("plan.suspended.licenceLapsed", by);
      settle(by);
    }
    if (!reopened.isEmpty()) {
      reopened.forEach(screening -> file.askAgain(screening, by));
      suspendPlan("plan.suspended.clearanceLapsed", by);
      if (file.isDangerous()) {
        episode.stepTo(EpisodeState.LOCKED_RED_FLAG, "episode.locked.clearanceLapsed", by);
      }
      settle(by);
    }
  }

  /** A danger was found in another course of care of the patient. */
  void dangerElsewhere(Attribution by) {
    if (file.isTreated()) {
      suspendPlan("plan.suspended.dangerElsewhere", by);
      settle(by);
    }
  }

  /** Flags at U0 or U1 that stand here. */
  Stream<DangerElsewhere> dangers() {
    return file.dangers();
  }

  /** Flags at U0 or U1 that stand in the patient's other courses of care, most urgent first. */
  public List<DangerElsewhere> dangersElsewhere() {
    return patient.dangersOutside(episode);
  }

  /** Asks the gate; the answer is recorded whatever it is. */
  public GateDecision askGate(PlanIntent intent, Set<Role> authorRoles, Attribution by) {
    GateDecision decision = previewGate(intent, authorRoles, by);
    records.add(decision);
    return decision;
  }

  /** What the gate would say, without recording the question: for showing a page. */
  public GateDecision previewGate(PlanIntent intent, Set<Role> authorRoles, Attribution by) {
    return DiagnosisGate.decide(file.facts(authorRoles), intent, by);
  }

  /**
   * Starts a plan; a suspended one is replaced.
   *
   * @throws DomainRefusal {@code plan.exists} while one is active or on hold; {@code gate.…}
   *     without the gate's proof for this content (R7.1)
   */
  public CarePlan startPlan(
      GateDecision decision, PlanContent content, UUID submissionKey, Attribution by) {
    if (file.isTreated()) {
      throw new DomainRefusal("plan.exists", "episode " + episode.id());
    }
    CarePlan plan = new CarePlan(proof(decision, content.intent(), by), content, submissionKey, by);
    openPlan().ifPresent(suspended -> suspended.revoke("plan.replaced", by));
    file.add(plan);
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
    CarePlan plan = expectPlan();
    plan.resume(proof(decision, plan.content().intent(), by), by);
    episode.stepTo(EpisodeState.PLAN_ACTIVE, "plan.resumed", by);
  }

  /** The gate's proof, if it is this episode's and nothing recorded since takes it back. */
  private GatePass proof(GateDecision decision, PlanIntent intent, Attribution by) {
    GatePass pass = decision.pass();
    file.expectOwn(pass.episodeId(), "plan.otherEpisode");
    previewGate(intent, pass.authorRoles(), by).expectOpen();
    return pass;
  }

  /**
   * The course of care ends well.
   *
   * @throws DomainRefusal {@code episode.flagsStand} while a red flag stands, {@code
   *     episode.referralOpen} while somebody outside is asked (R7.12)
   */
  public void discharge(String reason, Attribution by) {
    expectNoFlag();
    if (file.hasOpenReferral()) {
      throw new DomainRefusal("episode.referralOpen", "episode " + episode.id());
    }
    episode.stepTo(EpisodeState.DISCHARGED, reason, by);
    openPlan().ifPresent(plan -> plan.complete(reason, by));
  }

  /**
   * Somebody else takes over; the one way out of a lock besides clearance.
   *
   * @param handOver to whom the flags that stand are handed over; without any, nobody asks for it
   * @throws org.pacegate.domain.shared.InvalidValue {@code handOver} when a red flag stands and
   *     nobody is named (R7.12)
   */
  public void transfer(String reason, String handOver, Attribution by) {
    episode.expectOpen();
    if (file.hasStandingFlag()) {
      episode.handOver(reason, handOver, by);
      file.openReferrals().forEach(referral -> referral.complete(handOver, by));
    } else {
      episode.stepTo(EpisodeState.TRANSFERRED, reason, by);
    }
    openPlan().ifPresent(plan -> plan.revoke(reason, by));
  }

  /**
   * The runner did not come back.
   *
   * @throws DomainRefusal {@code episode.flagsStand} while a red flag stands: somebody has to take
   *     it over (R7.12)
   */
  public void closeLost(String reason, Attribution by) {
    expectNoFlag();
    episode.stepTo(EpisodeState.CLOSED_LOST, reason, by);
    openPlan().ifPresent(plan -> plan.revoke(reason, by));
  }

  /**
   * The runner has another course of care for the same complaint, which goes on (R2.16).
   *
   * @throws DomainRefusal {@code episode.flagsStand} while a red flag stands, {@code
   *     merge.planOpen} while a plan is open: whoever treats ends it first
   */
  public void endAsSame(String reason, Attribution by) {
    expectNoFlag();
    if (openPlan().isPresent()) {
      throw new DomainRefusal("merge.planOpen", "episode " + episode.id());
    }
    if (episode.state().leadsTo(EpisodeState.DISCHARGED)) {
      discharge(reason, by);
    } else {
      closeLost(reason, by);
    }
  }

  private void expectNoFlag() {
    episode.expectOpen();
    if (file.hasStandingFlag()) {
      throw new DomainRefusal("episode.flagsStand", "episode " + episode.id());
    }
  }

  private void suspendPlan(String reason, Attribution by) {
    openPlan()
        .filter(plan -> plan.state() != PlanState.SUSPENDED)
        .ifPresent(plan -> plan.suspend(reason, by));
  }

  /** Brings the episode's state in line with what is recorded on it. */
  private void settle(Attribution by) {
    if (episode.state().isOver() || file.isDangerous()) {
      return;
    }
    if (episode.state() == EpisodeState.SCREENED) {
      if (!file.isScreened() && standing().isEmpty()) {
        return;
      }
      episode.stepTo(EpisodeState.AWAITING_DIAGNOSIS, "episode.awaitsDiagnosis", by);
    }
    if (!file.isTreated()) {
      boolean diagnosed = standing().isPresent();
      episode.stepTo(
          diagnosed ? EpisodeState.DIAGNOSED : EpisodeState.AWAITING_DIAGNOSIS,
          diagnosed ? "episode.diagnosed" : "episode.awaitsDiagnosis",
          by);
    }
  }

  private CarePlan expectPlan() {
    return openPlan().orElseThrow(() -> new DomainRefusal("plan.none", "episode " + episode.id()));
  }

  /** The diagnosis that stands, if any. */
  public Optional<Diagnosis> standing() {
    return file.standing();
  }

  /** The plan that has not ended, if any. */
  public Optional<CarePlan> openPlan() {
    return file.openPlan();
  }

  public Episode episode() {
    return episode;
  }

  public List<Screening> screenings() {
    return file.screenings();
  }

  public List<Diagnosis> diagnoses() {
    return file.diagnoses();
  }

  public List<CarePlan> plans() {
    return file.plans();
  }
}
