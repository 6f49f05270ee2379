package org.pacegate.domain.diagnosis;

import static org.pacegate.domain.fixtures.InMemoryRecords.identify;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;

/** Facts with which the gate is open, until somebody spoils them. */
final class GateCase {

  static final LocalDate DAY = ClinicClock.FIRST_DAY;

  final ClinicClock clock = new ClinicClock();
  final Professional physician = Professional.aPhysician();
  final List<Diagnosis> diagnoses = new ArrayList<>();
  final List<Screening> screenings = new ArrayList<>();
  final List<Referral> referrals = new ArrayList<>();
  final List<DangerElsewhere> dangers = new ArrayList<>();
  final Map<Long, Licence> licences = new HashMap<>();
  Episode episode;
  DiagnosisPolicy policy = DiagnosisPolicy.PHYSICIAN_ONLY;
  boolean dangerInIntake;
  Set<Role> roles = EnumSet.of(Role.THERAPIST);
  PlanIntent intent = new PlanIntent(DAY, true, false);
  private long lastId = 100;

  private GateCase(LocalDate onset) {
    Injury injury = new Injury(BodySite.LOW_BACK, Side.LEFT, "hurts", onset, OnsetKind.GRADUAL);
    episode = identify(new Episode(7, injury, clock.by(1)), 1);
    episode.stepTo(EpisodeState.SCREENED, "screened", clock.by(1));
  }

  static GateCase open() {
    return openWithOnsetOn(DAY.minusDays(20));
  }

  static GateCase openWithOnsetOn(LocalDate onset) {
    GateCase gate = new GateCase(onset);
    gate.screened(Screened.negative());
    gate.diagnosed(Drafts.aConfirmedStrain(), gate.physician);
    gate.clock.pass(Duration.ofMinutes(1));
    return gate;
  }

  Screening screened(Evaluation evaluation) {
    Screening screening =
        identify(
            new Screening(episode.id(), null, evaluation, 14, ClinicClock.DANGERS, clock.by(1)),
            ++lastId);
    screenings.add(screening);
    return screening;
  }

  Diagnosis diagnosed(DiagnosisDraft draft, Professional by) {
    return diagnosed(episode.id(), draft, by);
  }

  Diagnosis diagnosed(long episodeId, DiagnosisDraft draft, Professional by) {
    Diagnosis diagnosis =
        identify(
            new Diagnosis(
                episodeId,
                draft,
                null,
                by.licence(),
                policy,
                LimitedSince.NEVER,
                clock.by(by.id())),
            ++lastId);
    licences.put(by.licence().id(), by.licence());
    diagnoses.add(diagnosis);
    return diagnosis;
  }

  Diagnosis diagnosis() {
    return diagnoses.get(diagnoses.size() - 1);
  }

  Screening screening() {
    return screenings.get(screenings.size() - 1);
  }

  void rediagnosed(DiagnosisDraft draft) {
    diagnoses.clear();
    diagnosed(draft, physician);
    clock.pass(Duration.ofMinutes(1));
  }

  void rescreened(Evaluation evaluation) {
    screenings.clear();
    screened(evaluation);
  }

  void dangerElsewhere() {
    dangers.add(
        new DangerElsewhere(2, BodySite.KNEE, Side.LEFT, ++lastId, Urgency.U0_EMERGENCY_NOW));
  }

  void referred(Urgency urgency) {
    referrals.add(
        identify(
            Referral.byHand(
                new ReferralRequest(episode.id(), null, urgency, "ED", "seen by phone", null),
                Referred.step(clock.by(1), Role.PHYSICIAN)),
            ++lastId));
  }

  GateDecision asked() {
    GateFacts facts =
        new GateFacts(
            episode,
            diagnoses,
            licences,
            screenings,
            referrals,
            dangers,
            dangerInIntake,
            policy,
            roles);
    return DiagnosisGate.decide(facts, intent, clock.by(12));
  }
}
