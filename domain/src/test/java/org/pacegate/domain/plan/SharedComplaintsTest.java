package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithKneePain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.screening.Urgency;

/** R2.16, R7.11: what two records of one runner have open is reconciled. */
class SharedComplaintsTest {

  private static final SharedComplaints.Open BACK =
      new SharedComplaints.Open(1, BodySite.LOW_BACK, Side.MIDLINE);
  private static final SharedComplaints.Open BACK_AGAIN =
      new SharedComplaints.Open(2, BodySite.LOW_BACK, Side.MIDLINE);
  private static final SharedComplaints.Open LEFT_KNEE =
      new SharedComplaints.Open(3, BodySite.KNEE, Side.LEFT);
  private static final SharedComplaints.Open RIGHT_KNEE =
      new SharedComplaints.Open(4, BodySite.KNEE, Side.RIGHT);

  @Test
  void R2_16_onlyWhatBothHaveAtOnePlaceIsDecided() {
    var shared = new SharedComplaints(List.of(BACK, LEFT_KNEE), List.of(BACK_AGAIN, RIGHT_KNEE));
    assertThat(shared.episodes()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(new SharedComplaints(List.of(BACK, BACK_AGAIN), List.of()).episodes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'1,2', '', ''",
    "'1', '2', ''",
    "'', '1,2', merge.noneKept",
    "'1', '', merge.undecided",
    "'', '', merge.undecided",
    "'1,2', '2', merge.undecided",
    "'1,2,3', '', merge.notShared",
    "'1,2', '3', merge.notShared"
  })
  void R2_16_eachIsKeptOrClosedAndOneOfAPlaceGoesOn(String kept, String closed, String refusal) {
    var shared = new SharedComplaints(List.of(BACK, LEFT_KNEE), List.of(BACK_AGAIN));
    if (refusal.isEmpty()) {
      shared.expectDecided(ids(kept), ids(closed));
    } else {
      refused(refusal, () -> shared.expectDecided(ids(kept), ids(closed)));
    }
  }

  private static Set<Long> ids(String list) {
    return list.isEmpty()
        ? Set.of()
        : Set.copyOf(List.of(list.split(",", -1)).stream().map(Long::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, SUSPENDED, DIAGNOSED",
    "U1_SAME_DAY, SUSPENDED, DIAGNOSED",
    "U2_URGENT_1_2W, ACTIVE, PLAN_ACTIVE"
  })
  void R7_11_aDangerOfOneRecordSuspendsThePlanOfTheOther(
      Urgency urgency, PlanState plan, EpisodeState state) {
    Professional physician = aPhysician();
    Runner treated =
        aRunnerWithBackPain().inEpisode(901).screenedNegative().diagnosedBy(physician).onAPlan();
    Runner inDanger = aRunnerWithKneePain().inEpisode(902).screenedWith(urgency);

    together(treated, inDanger, physician).joined(treated.next(Runner.DESK));

    assertThat(treated.plan().state()).isEqualTo(plan);
    assertThat(treated.episode().state()).isEqualTo(state);
  }

  private static PatientFile together(Runner one, Runner other, Professional physician) {
    return new PatientFile(
        List.of(one.episode(), other.episode()),
        new PatientFile.Recorded(
            List.of(one.screening(), other.screening()),
            List.of(one.diagnosis()),
            new ArrayList<>(),
            List.of(one.plan())),
        Map.<Long, Licence>of(physician.licence().id(), physician.licence()),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        one.records());
  }

  @Test
  void R2_16_aCourseOfCareEndsBecauseAnotherIsTheSameComplaint() {
    Runner waiting = aRunnerWithBackPain().screenedNegative();
    waiting
        .course()
        .treatment()
        .endAsSame("goes on in the other record", waiting.next(Runner.THERAPIST));
    assertThat(waiting.episode().state()).isEqualTo(EpisodeState.CLOSED_LOST);

    Runner diagnosed = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    diagnosed
        .course()
        .treatment()
        .endAsSame("goes on in the other record", diagnosed.next(Runner.THERAPIST));
    assertThat(diagnosed.episode().state()).isEqualTo(EpisodeState.DISCHARGED);
  }

  @Test
  void R2_16_noDangerAndNoPlanEndsThatWay() {
    Runner flagged = aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W);
    refused(
        "episode.flagsStand",
        () -> flagged.course().treatment().endAsSame("the same", flagged.next(Runner.THERAPIST)));
    Runner treated = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician()).onAPlan();
    refused(
        "merge.planOpen",
        () -> treated.course().treatment().endAsSame("the same", treated.next(Runner.THERAPIST)));
    assertThat(treated.plan().state()).isEqualTo(PlanState.ACTIVE);
  }
}
