package org.pacegate.domain.plan;

import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.DiagnosisGate;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GatePass;
import org.pacegate.domain.diagnosis.PlanIntent;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * What is done about the injury of one episode: a plan starts and goes on by the gate's proof
 * alone, pauses, and ends with the course of care. A verb refuses before it changes anything.
 */
public final class Treatment {

  private final Episode episode;
  private final CaseFile file;
  private final Referring referring;
  private final CourseOfCare.Records records;

  Treatment(Episode episode, CaseFile file, Referring referring, CourseOfCare.Records records) {
    this.episode = episode;
    this.file = file;
    this.referring = referring;
    this.records = records;
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
    file.openPlan().ifPresent(suspended -> suspended.revoke("plan.replaced", by));
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
    expectNobodyAsked();
    episode.stepTo(EpisodeState.DISCHARGED, reason, by);
    file.openPlan().ifPresent(plan -> plan.complete(reason, by));
  }

  /**
   * Somebody else takes over; the one way out of a lock besides clearance.
   *
   * @param handOver to whom the danger is handed over; without any, nobody asks for it
   * @throws org.pacegate.domain.shared.InvalidValue {@code handOver} when a red flag stands, or
   *     somebody outside is asked at U0 or U1, and nobody is named (R7.12)
   */
  public void transfer(String reason, String handOver, Attribution by) {
    episode.expectOpen();
    if (file.hasStandingFlag() || file.openReferrals().stream().anyMatch(Referral::keepsGateShut)) {
      episode.handOver(reason, handOver, by);
      referring.handOver(handOver, by);
    } else {
      episode.stepTo(EpisodeState.TRANSFERRED, reason, by);
      referring.handOver(reason, by);
    }
    file.openPlan().ifPresent(plan -> plan.revoke(reason, by));
  }

  /**
   * The runner did not come back.
   *
   * @throws DomainRefusal {@code episode.flagsStand} while a red flag stands: somebody has to take
   *     it over; {@code episode.referralOpen} while somebody outside is asked (R7.12)
   */
  public void closeLost(String reason, Attribution by) {
    expectNobodyAsked();
    episode.stepTo(EpisodeState.CLOSED_LOST, reason, by);
    file.openPlan().ifPresent(plan -> plan.revoke(reason, by));
  }

  /**
   * The runner has another course of care for the same complaint, which goes on (R2.16).
   *
   * @throws DomainRefusal {@code episode.flagsStand} while a red flag stands, {@code
   *     episode.referralOpen} while somebody outside is asked, {@code merge.planOpen} while a plan
   *     is open: whoever treats ends it first
   */
  public void endAsSame(String reason, Attribution by) {
    expectNobodyAsked();
    if (file.openPlan().isPresent()) {
      throw new DomainRefusal("merge.planOpen", "episode " + episode.id());
    }
    if (episode.state().leadsTo(EpisodeState.DISCHARGED)) {
      discharge(reason, by);
    } else {
      closeLost(reason, by);
    }
  }

  private void expectNobodyAsked() {
    episode.expectOpen();
    if (file.hasStandingFlag()) {
      throw new DomainRefusal("episode.flagsStand", "episode " + episode.id());
    }
    if (file.hasOpenReferral()) {
      throw new DomainRefusal("episode.referralOpen", "episode " + episode.id());
    }
  }

  /** The open plan stops at once, unless it did before. */
  void suspend(String reason, Attribution by) {
    file.openPlan()
        .filter(plan -> plan.state() != PlanState.SUSPENDED)
        .ifPresent(plan -> plan.suspend(reason, by));
  }

  private CarePlan expectPlan() {
    return file.openPlan()
        .orElseThrow(() -> new DomainRefusal("plan.none", "episode " + episode.id()));
  }
}
