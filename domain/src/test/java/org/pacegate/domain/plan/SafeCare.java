package org.pacegate.domain.plan;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.fixtures.Snapshot;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.EpisodeTransition;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.FlagDecision;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFlag;

/**
 * What must hold at any clinic at any time, told again from docs/clinical-basis.md 5.2 and 5.3
 * without a look at how the domain decides it.
 */
final class SafeCare {

  private static final Set<String> URGENT = Set.of("U0_EMERGENCY_NOW", "U1_SAME_DAY");
  private static final Set<String> OPEN =
      Set.of(
          "DRAFT",
          "SENT",
          "RECEIVED",
          "ACCEPTED",
          "SCHEDULED",
          "NO_SHOW",
          "IN_PROGRESS",
          "ON_HOLD");
  private static final Set<String> ENDS = Set.of("DISCHARGED", "TRANSFERRED", "CLOSED_LOST");

  /** Every step that docs/clinical-basis.md 5.3 allows; no step leads back to the desk. */
  private static final Map<String, Set<String>> STEPS =
      Map.ofEntries(
          entry("INTAKE", Set.of("SCREENED", "LOCKED_RED_FLAG", "TRANSFERRED", "CLOSED_LOST")),
          entry(
              "SCREENED",
              Set.of("AWAITING_DIAGNOSIS", "LOCKED_RED_FLAG", "TRANSFERRED", "CLOSED_LOST")),
          entry(
              "AWAITING_DIAGNOSIS",
              Set.of("DIAGNOSED", "LOCKED_RED_FLAG", "TRANSFERRED", "CLOSED_LOST")),
          entry(
              "DIAGNOSED",
              Set.of(
                  "PLAN_ACTIVE",
                  "AWAITING_DIAGNOSIS",
                  "LOCKED_RED_FLAG",
                  "DISCHARGED",
                  "TRANSFERRED",
                  "CLOSED_LOST")),
          entry(
              "PLAN_ACTIVE",
              Set.of(
                  "ON_HOLD",
                  "DIAGNOSED",
                  "AWAITING_DIAGNOSIS",
                  "LOCKED_RED_FLAG",
                  "DISCHARGED",
                  "TRANSFERRED",
                  "CLOSED_LOST")),
          entry(
              "ON_HOLD",
              Set.of(
                  "PLAN_ACTIVE",
                  "DIAGNOSED",
                  "AWAITING_DIAGNOSIS",
                  "LOCKED_RED_FLAG",
                  "DISCHARGED",
                  "TRANSFERRED",
                  "CLOSED_LOST")),
          entry("LOCKED_RED_FLAG", Set.of("AWAITING_DIAGNOSIS", "DIAGNOSED", "TRANSFERRED")));

  private final AnyClinic clinic;
  private final Snapshot othersCare;

  SafeCare(AnyClinic clinic) {
    this.clinic = clinic;
    this.othersCare = clinic.othersCare();
  }

  /** No plan is active without all that it must rest on. */
  void everyActivePlanRestsOnAValidDiagnosis() {
    for (CarePlan plan : clinic.plans()) {
      if (plan.state() == PlanState.ACTIVE) {
        mustHold("of this episode", plan.episodeId() == clinic.episode.id());
        mustHold("the episode says so", state().equals("PLAN_ACTIVE"));
        mustHold("no standing flag", standingFlags().isEmpty());
        mustHold("no danger in another complaint", !dangerStandsElsewhere());
        mustHold("no urgent referral", urgentReferrals().isEmpty());
        restsOnAValidDiagnosis(plan, diagnosisOf(plan));
      }
    }
  }

  private void restsOnAValidDiagnosis(CarePlan plan, Diagnosis diagnosis) {
    LocalDate signed = diagnosis.recordedOn();
    mustHold("confirmed", diagnosis.verificationStatus() == VerificationStatus.CONFIRMED);
    mustHold("active", diagnosis.isActive());
    mustHold("same episode", diagnosis.episodeId() == plan.episodeId());
    mustHold("same region", diagnosis.bodySite() == clinic.episode.injury().bodySite());
    mustHold("diagnosed before", diagnosis.recordedAt().compareTo(plan.createdAt()) < 0);
    mustHold("not from before the diagnosis", !plan.content().startsOn().isBefore(signed));
    mustHold("signer licensed on that day, as known now", wasLicensed(diagnosis));
    mustHold("no impact with bone stress", !impactForbidden(diagnosis, plan));
    mustHold("complete rest for bone stress only", !needlessRest(diagnosis, plan));
  }

  /** Starting and going on asks more: a screening that is complete, cleared and in date. */
  void theScreeningIsGoodToday() {
    List<Screening> screenings = clinic.screenings();
    Screening latest = screenings.get(screenings.size() - 1);
    String status = latest.status().name();
    mustHold("in date", !latest.validUntil().isBefore(clinic.clock.today()));
    mustHold("since onset", !latest.performedOn().isBefore(clinic.episode.injury().onsetDate()));
    mustHold("good", status.equals("NEGATIVE") || status.equals("POSITIVE_CLEARED"));
  }

  /**
   * A flag of U0 to U2 stands only with somebody who is asked for its screening or its rule, be it
   * in another's place, no less urgently, or who has seen the runner since; in all of the runner's
   * complaints.
   */
  void somebodyIsAskedOrHasSeenTheRunner() {
    for (Episode of : List.of(clinic.episode, clinic.sameRunnersOther)) {
      List<Screening> endangered =
          standingFlags(of).stream().map(ScreeningFlag::screening).distinct().toList();
      if (!ENDS.contains(of.state().name())) {
        endangered.forEach(
            screening ->
                mustHold(
                    "somebody asked for screening " + screening.id() + " in " + referralsOf(of),
                    referralsOf(of).stream().anyMatch(each -> sees(each, screening))));
      }
    }
  }

  private List<Referral> referralsOf(Episode of) {
    return clinic.records.all(Referral.class).stream()
        .filter(referral -> referral.episodeId() == of.id())
        .toList();
  }

  private boolean sees(Referral referral, Screening screening) {
    List<ScreeningFlag> standing =
        screening.flags().stream()
            .filter(flag -> !urgency(flag).startsWith("U3") && !isCleared(flag))
            .toList();
    boolean itsRule =
        standing.stream()
            .anyMatch(flag -> referral.request().reason().equals("rule." + flag.ruleId()));
    Referral last = referral;
    while (last.supersededBy() != null) {
      last = referralBy(last.supersededBy());
    }
    String state = last.state().name();
    boolean awaited = OPEN.contains(state) && !state.equals("IN_PROGRESS");
    String asked = last.urgency().name();
    boolean urgentEnough = standing.stream().noneMatch(flag -> urgency(flag).compareTo(asked) < 0);
    return itsRule && urgentEnough && (awaited || hasSeen(last, screening.performedAt()));
  }

  /** The visit was told in that minute or later, and its appointment was not before. */
  private static boolean hasSeen(Referral referral, Instant since) {
    Instant minute = since.truncatedTo(ChronoUnit.MINUTES);
    return List.of("IN_PROGRESS", "COMPLETED").contains(referral.state().name())
        && !referral.appointmentAt().isBefore(minute)
        && referral.transitions().stream()
            .anyMatch(
                step -> step.to().name().equals("IN_PROGRESS") && !step.at().isBefore(minute));
  }

  private Referral referralBy(long id) {
    return clinic.records.all(Referral.class).stream()
        .filter(referral -> referral.id() == id)
        .findFirst()
        .orElseThrow();
  }

  /** Nobody is sent home with a flag that nobody has cleared. */
  void noFlagStands() {
    mustHold("no flag", standingFlags().isEmpty());
  }

  /** With a flag that stands, the last step says to whom it was handed over. */
  void whoeverTookAFlagOverIsNamed() {
    List<EpisodeTransition> steps = clinic.episode.transitions();
    String handOver = steps.get(steps.size() - 1).handOver();
    mustHold("handed over", standingFlags().isEmpty() || (handOver != null && !handOver.isBlank()));
  }

  /** Whatever is done for one runner, nothing is recorded on another. */
  void theOtherRunnersCareStaysAsItIs() {
    mustHold("another runner's care", clinic.othersCare().equals(othersCare));
  }

  /** Episode, plan, diagnosis and flags tell the same story. */
  void theEpisodeSaysWhatIsRecorded() {
    List<PlanState> open =
        clinic.plans().stream().map(CarePlan::state).filter(PlanState::isOpen).toList();
    boolean over = ENDS.contains(state());
    mustHold("one open plan at most", open.size() < 2);
    mustHold("active plan", open.contains(PlanState.ACTIVE) == state().equals("PLAN_ACTIVE"));
    mustHold("plan on hold", open.contains(PlanState.ON_HOLD) == state().equals("ON_HOLD"));
    mustHold("no plan after the end", !over || open.isEmpty());
    mustHold("every step of a plan is kept", clinic.plans().stream().allMatch(SafeCare::isTold));
    mustHold("locked", over || state().equals("LOCKED_RED_FLAG") == dangerStands());
    boolean diagnosed = clinic.course().standing().isPresent();
    switch (state()) {
      case "INTAKE" -> mustHold("not screened", clinic.screenings().isEmpty());
      case "SCREENED", "AWAITING_DIAGNOSIS" -> mustHold("no diagnosis", !diagnosed);
      case "DIAGNOSED", "PLAN_ACTIVE", "ON_HOLD" -> mustHold("diagnosis", diagnosed);
      default -> mustHold("ended or locked", over || state().equals("LOCKED_RED_FLAG"));
    }
  }

  /** The kept steps of a plan lead from its start to where it is. */
  private static boolean isTold(CarePlan plan) {
    PlanState at = PlanState.ACTIVE;
    for (PlanTransition step : plan.transitions()) {
      if (step.from() != at || step.reason().isBlank()) {
        return false;
      }
      at = step.to();
    }
    return at == plan.state();
  }

  /** Each step begins where the last one ended and is in the table. */
  void everyStepIsInTheTableAndKept() {
    List<EpisodeTransition> steps = clinic.episode.transitions();
    EpisodeState at = EpisodeState.INTAKE;
    for (EpisodeTransition step : steps.subList(1, steps.size())) {
      mustHold("no gap", step.from() == at);
      at = step.to();
      mustHold(
          "in the table", STEPS.getOrDefault(step.from().name(), Set.of()).contains(at.name()));
    }
    mustHold("arrived", at == clinic.episode.state());
  }

  private void mustHold(String what, boolean holds) {
    if (!holds) {
      throw new AssertionError(what + ": episode " + state() + ", plans " + clinic.plans());
    }
  }

  private String state() {
    return clinic.episode.state().name();
  }

  private Diagnosis diagnosisOf(CarePlan plan) {
    return clinic.records.all(Diagnosis.class).stream()
        .filter(diagnosis -> diagnosis.id() == plan.diagnosisId())
        .findFirst()
        .orElseThrow(() -> new AssertionError("a plan without a diagnosis"));
  }

  private boolean wasLicensed(Diagnosis diagnosis) {
    return wasLicensed(diagnosis.licenceId(), diagnosis.recordedBy(), diagnosis.recordedOn());
  }

  private boolean wasLicensed(long licenceId, long signer, LocalDate signed) {
    Licence licence =
        clinic.professionals.stream()
            .map(professional -> professional.licence())
            .filter(one -> one.id() == licenceId)
            .findFirst()
            .orElseThrow();
    LocalDate lapse = clinic.lapses.get(licence.id());
    return licence.practitionerId() == signer
        && licence.profession() == Profession.PHYSICIAN
        && signed.compareTo(licence.validFrom()) >= 0
        && signed.compareTo(licence.validTo()) <= 0
        && (lapse == null || signed.compareTo(lapse) < 0);
  }

  private static boolean impactForbidden(Diagnosis diagnosis, CarePlan plan) {
    return diagnosis.code().boneStress()
        && plan.content().blocks().stream()
            .anyMatch(block -> block.kind() == BlockKind.LOAD && block.loadPercent() > 0);
  }

  private static boolean needlessRest(Diagnosis diagnosis, CarePlan plan) {
    return !diagnosis.code().boneStress()
        && plan.content().rest() == Rest.COMPLETE_REST_FROM_IMPACT;
  }

  private List<ScreeningFlag> standingFlags() {
    return standingFlags(clinic.episode);
  }

  private List<ScreeningFlag> standingFlags(Episode of) {
    return clinic.records.all(Screening.class).stream()
        .filter(screening -> screening.episodeId() == of.id())
        .flatMap(screening -> screening.flags().stream())
        .filter(flag -> !urgency(flag).startsWith("U3") && !isCleared(flag))
        .toList();
  }

  /** Only the last word counts, and only of somebody licensed that day as far as is known now. */
  private boolean isCleared(ScreeningFlag flag) {
    List<FlagDecision> said = flag.decisions();
    if (said.isEmpty() || said.get(said.size() - 1).state() != FlagState.CLEARED) {
      return false;
    }
    FlagDecision last = said.get(said.size() - 1);
    return wasLicensed(last.licenceId(), last.decidedBy(), last.decidedOn());
  }

  private boolean dangerStands() {
    return dangerStands(clinic.episode);
  }

  private boolean dangerStands(Episode of) {
    return standingFlags(of).stream().anyMatch(flag -> !urgency(flag).startsWith("U2"));
  }

  /** In the runner's other complaint, unless another clinic has taken that over. */
  private boolean dangerStandsElsewhere() {
    return !clinic.sameRunnersOther.state().name().equals("TRANSFERRED")
        && dangerStands(clinic.sameRunnersOther);
  }

  private static String urgency(ScreeningFlag flag) {
    return flag.urgency().name();
  }

  private List<Referral> urgentReferrals() {
    return clinic.records.all(Referral.class).stream()
        .filter(referral -> referral.episodeId() == clinic.episode.id())
        .filter(referral -> OPEN.contains(referral.state().name()))
        .filter(referral -> URGENT.contains(referral.urgency().name()))
        .toList();
  }
}
