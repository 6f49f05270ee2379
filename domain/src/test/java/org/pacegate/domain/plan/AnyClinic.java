package org.pacegate.domain.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.fixtures.Snapshot;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * A clinic in which anything may happen: one runner's episode, another complaint of the same
 * runner, somebody else's episode that must stay as it is, physicians whose licences end or lapse,
 * and a physiotherapist, who may not diagnose.
 */
final class AnyClinic {

  static final Set<Role> THERAPIST = Set.of(Role.THERAPIST);

  final InMemoryRecords records = new InMemoryRecords();
  final ClinicClock clock = new ClinicClock();
  final List<Professional> professionals =
      List.of(
          Professional.aPhysician(),
          Professional.anotherPhysician(),
          Professional.physician(24, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 3, 9)),
          Professional.physician(25, LocalDate.of(2026, 3, 12), LocalDate.of(2030, 1, 1)),
          Professional.aPhysiotherapist());

  /** By licence id: the first day found to be without a licence, as the test remembers it. */
  final Map<Long, LocalDate> lapses = new HashMap<>();

  final Episode episode;
  final Episode sameRunnersOther;
  final Episode otherEpisode;

  AnyClinic() {
    episode = records.keep(episode(7));
    sameRunnersOther = records.keep(episode(7));
    otherEpisode = records.keep(episode(8));
    screened(otherEpisode, Screened.firing(Urgency.U3_ROUTINE));
    diagnosed(otherEpisode);
  }

  /** How far the runner's care has come when anything begins to happen. */
  AnyClinic begin(Beginning beginning) {
    if (beginning.compareTo(Beginning.SCREENED) >= 0) {
      screened(episode, Screened.negative());
    }
    if (beginning.compareTo(Beginning.DIAGNOSED) >= 0) {
      diagnosed(episode);
    }
    if (beginning == Beginning.TREATED) {
      PlanContent content = Drafts.halfTheDistance(clock.today());
      CourseOfCare course = course();
      course
          .treatment()
          .startPlan(
              course.treatment().askGate(content.intent(), THERAPIST, now(12)),
              content,
              null,
              now(12));
    }
    return this;
  }

  enum Beginning {
    AT_THE_DESK,
    SCREENED,
    DIAGNOSED,
    TREATED
  }

  private void screened(Episode of, Evaluation evaluation) {
    course(of).screen(null, evaluation, 14, ClinicClock.DANGERS, now(1));
    clock.pass(Duration.ofMinutes(1));
  }

  private void diagnosed(Episode of) {
    course(of).diagnose(Drafts.aConfirmedStrain(), licenceOf(0), now(21));
    clock.pass(Duration.ofMinutes(1));
  }

  private Episode episode(long runner) {
    Injury injury =
        new Injury(
            BodySite.LOW_BACK,
            Side.LEFT,
            "hurts uphill",
            clock.today().minusDays(9),
            OnsetKind.GRADUAL);
    return new Episode(runner, injury, now(1));
  }

  Attribution now(long person) {
    return clock.by(person);
  }

  ReferralStep step(String reason, Set<Role> roles, long person) {
    return new ReferralStep(reason, roles, now(person), null);
  }

  /** Each transaction reads the record anew. */
  CourseOfCare course() {
    return course(episode);
  }

  CourseOfCare course(Episode of) {
    return file(of.patientId()).course(of.id());
  }

  /** Everything about one runner. */
  PatientFile file(long runner) {
    return new PatientFile(
        records.all(Episode.class).stream().filter(e -> e.patientId() == runner).toList(),
        new PatientFile.Recorded(
            records.all(Screening.class),
            records.all(Diagnosis.class),
            records.all(Referral.class),
            plans()),
        licences(),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        records);
  }

  private Map<Long, Licence> licences() {
    return professionals.stream()
        .map(Professional::licence)
        .collect(Collectors.toMap(Licence::id, licence -> licence));
  }

  Licence licenceOf(int professional) {
    return professionals.get(professional).licence();
  }

  /** Mostly a physician with a long licence. */
  Professional anyProfessional(SplittableRandom dice) {
    return dice.nextInt(3) > 0 ? professionals.get(0) : oneOf(professionals, dice);
  }

  List<CarePlan> plans() {
    return records.all(CarePlan.class);
  }

  List<Screening> screenings() {
    return records.all(Screening.class).stream()
        .filter(s -> s.episodeId() == episode.id())
        .toList();
  }

  List<GateDecision> decisions() {
    return records.all(GateDecision.class);
  }

  /** Whether it was done; when it was refused, nothing may have changed. */
  boolean attempt(Runnable verb) {
    Snapshot before = snapshot();
    try {
      verb.run();
      return true;
    } catch (DomainRefusal refusal) {
      if (!snapshot().equals(before)) {
        throw new AssertionError("half-written: " + refusal.code());
      }
      return false;
    }
  }

  /** Everything but the answers of the gate, which are kept whatever they were. */
  private Snapshot snapshot() {
    Collection<Object> kept = new ArrayList<>();
    kept.addAll(records.all(Episode.class));
    kept.addAll(records.all(Screening.class));
    kept.addAll(records.all(Diagnosis.class));
    kept.addAll(records.all(Referral.class));
    kept.addAll(plans());
    professionals.forEach(professional -> kept.add(professional.licence()));
    return Snapshot.of(kept);
  }

  /** What is recorded on somebody else, but for the answers of the gate. */
  Snapshot othersCare() {
    Collection<Object> kept = new ArrayList<>();
    kept.add(otherEpisode);
    records.all(Screening.class).stream()
        .filter(screening -> screening.episodeId() == otherEpisode.id())
        .forEach(kept::add);
    records.all(Diagnosis.class).stream()
        .filter(diagnosis -> diagnosis.episodeId() == otherEpisode.id())
        .forEach(kept::add);
    plans().stream().filter(plan -> plan.episodeId() == otherEpisode.id()).forEach(kept::add);
    return Snapshot.of(kept);
  }

  /** Ids of the plans that are active, whosever they are. */
  Set<Long> activePlans() {
    return plans().stream()
        .filter(plan -> plan.state() == PlanState.ACTIVE)
        .map(CarePlan::id)
        .collect(Collectors.toSet());
  }

  static <T> T oneOf(List<T> options, SplittableRandom dice) {
    return options.get(dice.nextInt(options.size()));
  }
}
