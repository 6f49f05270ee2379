package org.pacegate.domain.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.LimitedSince;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * The course of care of one episode: what is found out about the injury, and the only place where a
 * step on one record moves another. A dangerous answer locks the episode and suspends the patient's
 * plans, a fallen diagnosis suspends the plan too, a clearance cancels the referral it asked for.
 * Who outside is asked is its {@link Referring}, what is done about the injury its {@link
 * Treatment}. A verb refuses before it changes anything; what it records is handed to {@link
 * Records}, which stores it.
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
  private final Referring referring;
  private final Treatment treatment;
  private final DirectAccess directAccess;

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
    this.referring = new Referring(episode, file);
    this.treatment = new Treatment(episode, file, referring, records);
    this.directAccess = new DirectAccess(file, patient, policy);
  }

  /**
   * Records a screening; a flag at U0 or U1 locks the episode and suspends every plan of the
   * patient (R7.3, R7.11).
   */
  public Screening screen(
      Long intakeId, Evaluation evaluation, int validDays, DangerClock clock, Attribution by) {
    episode.expectOpen();
    return keep(
        new Screening(episode.id(), intakeId, evaluation, validDays, clock, by), evaluation, by);
  }

  /**
   * Records what a clinician found by examining; its dangers follow the same way as those of a
   * screening (R1.105).
   *
   * @param key key of the form that it was sent with
   * @throws DomainRefusal {@code examination.notScreened} before the first screening
   */
  public Screening examine(Evaluation found, DangerClock clock, UUID key, Attribution by) {
    episode.expectOpen();
    Screening before =
        file.latestScreening()
            .orElseThrow(
                () -> new DomainRefusal("examination.notScreened", "episode " + episode.id()));
    LocalDate onset = episode.injury().onsetDate();
    return keep(Screening.examined(before, onset, found, clock, key, by), found, by);
  }

  private Screening keep(Screening screening, Evaluation evaluation, Attribution by) {
    file.add(screening);
    evaluation.flags().stream()
        .findFirst()
        .ifPresent(worst -> referring.askFor(screening, worst, by));
    if (episode.state() == EpisodeState.INTAKE) {
      episode.stepTo(EpisodeState.SCREENED, "episode.screened", by);
    }
    if (screening.locksEpisode()) {
      treatment.suspend("plan.suspended.dangerousAnswer", by);
      episode.stepTo(EpisodeState.LOCKED_RED_FLAG, "episode.locked", by);
      patient.eachOutside(episode, other -> other.dangerElsewhere(by));
    } else if (screening.hasStandingFlag()) {
      treatment.suspend("plan.suspended.openFlag", by);
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
    if (decision == FlagState.CLEARED) {
      referring.flagCleared(by);
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
    Diagnosis diagnosis = sign(draft, null, licence, by);
    file.add(diagnosis, licence);
    if (diagnosis.verificationStatus() == VerificationStatus.CONFIRMED) {
      referring.diagnosisConfirmed(by);
    }
    settle(by);
    return diagnosis;
  }

  /** Replaces the standing diagnosis by a new judgement; the plan on the old one is suspended. */
  public Diagnosis revise(
      Diagnosis revised, DiagnosisDraft draft, String reason, Licence licence, Attribution by) {
    episode.expectOpen();
    file.expectOwn(revised.episodeId(), "diagnosis.otherEpisode");
    Diagnosis revision = sign(draft, revised, licence, by);
    revised.end(revised.verificationStatus(), reason, by);
    treatment.suspend("plan.suspended.diagnosisRevised", by);
    file.add(revision, licence);
    settle(by);
    return revision;
  }

  private Diagnosis sign(DiagnosisDraft draft, Diagnosis revised, Licence licence, Attribution by) {
    directAccess.expectCovers(revised, draft, licence, by);
    return new Diagnosis(
        episode.id(), draft, revised, licence, policy, LimitedSince.of(file.diagnoses()), by);
  }

  /**
   * A clinician asks somebody outside; what must not wait suspends the plan (R5.5, R5.13).
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked of the same
   */
  public Referral refer(ReferralRequest asked, ReferralStep step) {
    return suspending(referring.ask(asked, step), step.by());
  }

  /**
   * Somebody else is asked in its place, or the same more urgently (R5.15, R5.13).
   *
   * @return the one in its place
   * @throws DomainRefusal {@code referral.exists} while the same is asked there already
   */
  public Referral redirect(Referral referral, ReferralRequest there, ReferralStep step) {
    return suspending(referring.redirect(referral, there, step), step.by());
  }

  private Referral suspending(Referral asked, Attribution by) {
    if (asked.keepsGateShut() && file.isTreated()) {
      treatment.suspend("plan.suspended.urgentReferral", by);
      settle(by);
    }
    return asked;
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
    if (!ownSlip) {
      directAccess.expectOwnKind(diagnosis, licence);
    }
    diagnosis.end(as, reason, by);
    treatment.suspend(
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
      treatment.suspend("plan.suspended.licenceLapsed", by);
      settle(by);
    }
    if (!reopened.isEmpty()) {
      referring.askForWhatStands(by);
      treatment.suspend("plan.suspended.clearanceLapsed", by);
      if (file.isDangerous()) {
        episode.stepTo(EpisodeState.LOCKED_RED_FLAG, "episode.locked.clearanceLapsed", by);
      }
      settle(by);
    }
  }

  /**
   * The last day has passed on which the standing diagnosis carried treatment (R6.25).
   *
   * @return whether a plan was suspended for it
   */
  public boolean diagnosisLimitPassed(Attribution by) {
    boolean passed =
        standing().filter(diagnosis -> !diagnosis.carriesOn(by.day())).isPresent()
            && file.isTreated();
    if (passed) {
      treatment.suspend("plan.suspended.diagnosisLimit", by);
      settle(by);
    }
    return passed;
  }

  boolean wasDiagnosedByPhysician(BodySite site) {
    return file.wasDiagnosedByPhysician(site);
  }

  /** A danger was found in another course of care of the patient. */
  void dangerElsewhere(Attribution by) {
    if (file.isTreated()) {
      treatment.suspend("plan.suspended.dangerElsewhere", by);
      settle(by);
    }
  }

  /** An intake that nobody has finished holds a danger for the patient (R1.95). */
  void dangerInIntake(Attribution by) {
    if (file.isTreated()) {
      treatment.suspend("plan.suspended.dangerInIntake", by);
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

  /** The diagnosis that stands, if any. */
  public Optional<Diagnosis> standing() {
    return file.standing();
  }

  /** The plan that has not ended, if any. */
  public Optional<CarePlan> openPlan() {
    return file.openPlan();
  }

  /** Who outside is asked. */
  public Referring referring() {
    return referring;
  }

  /** What is done on the ground of it. */
  public Treatment treatment() {
    return treatment;
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
