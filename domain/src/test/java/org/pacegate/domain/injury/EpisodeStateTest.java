package org.pacegate.domain.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.fixtures.ClinicClock;

/** R3.2 to R3.4: the table of docs/clinical-basis.md 5.3, state by state. */
class EpisodeStateTest {

  private final ClinicClock clock = new ClinicClock();

  @ParameterizedTest
  @CsvSource({
    "INTAKE, SCREENED LOCKED_RED_FLAG TRANSFERRED CLOSED_LOST",
    "SCREENED, AWAITING_DIAGNOSIS LOCKED_RED_FLAG TRANSFERRED CLOSED_LOST",
    "AWAITING_DIAGNOSIS, DIAGNOSED LOCKED_RED_FLAG TRANSFERRED CLOSED_LOST",
    "DIAGNOSED, PLAN_ACTIVE AWAITING_DIAGNOSIS LOCKED_RED_FLAG DISCHARGED TRANSFERRED CLOSED_LOST",
    "PLAN_ACTIVE,"
        + " ON_HOLD DIAGNOSED AWAITING_DIAGNOSIS LOCKED_RED_FLAG DISCHARGED TRANSFERRED CLOSED_LOST",
    "ON_HOLD,"
        + " PLAN_ACTIVE DIAGNOSED AWAITING_DIAGNOSIS LOCKED_RED_FLAG DISCHARGED TRANSFERRED"
        + " CLOSED_LOST",
    "LOCKED_RED_FLAG, AWAITING_DIAGNOSIS DIAGNOSED TRANSFERRED",
    "DISCHARGED, ''",
    "TRANSFERRED, ''",
    "CLOSED_LOST, ''"
  })
  void r3_2_aStateLeadsToExactlyThese(EpisodeState state, String next) {
    Set<String> found =
        Arrays.stream(EpisodeState.values())
            .filter(state::leadsTo)
            .map(Enum::name)
            .collect(Collectors.toSet());

    assertThat(found).isEqualTo(next.isEmpty() ? Set.of() : Set.of(next.split(" ")));
    assertThat(state.isOver()).isEqualTo(next.isEmpty());
  }

  @ParameterizedTest
  @EnumSource(EpisodeState.class)
  void r3_3_everyStateThatGoesOnCanBeLocked(EpisodeState state) {
    boolean goesOn = !state.isOver() && state != EpisodeState.LOCKED_RED_FLAG;

    assertThat(state.leadsTo(EpisodeState.LOCKED_RED_FLAG)).isEqualTo(goesOn);
  }

  @Test
  void r3_2_everyStepIsKeptWithWhoWhenAndWhy() {
    Episode episode = anEpisode();
    episode.stepTo(EpisodeState.SCREENED, "screened at the desk", clock.by(11));

    EpisodeTransition step = episode.transitions().get(1);
    assertThat(step.from()).isEqualTo(EpisodeState.INTAKE);
    assertThat(step.to()).isEqualTo(EpisodeState.SCREENED);
    assertThat(step.reason()).isEqualTo("screened at the desk");
    assertThat(step.at()).isEqualTo(clock.now());
    assertThat(step.by()).isEqualTo(11);
  }

  @Test
  void r3_2_aStepThatIsNotInTheTableChangesNothing() {
    Episode episode = anEpisode();

    refused(
        "episode.noSuchStep",
        () -> episode.stepTo(EpisodeState.PLAN_ACTIVE, "let us start", clock.by(12)));
    refused(
        "invalid.reason.missing", () -> episode.stepTo(EpisodeState.SCREENED, " ", clock.by(11)));
    assertThat(episode.state()).isEqualTo(EpisodeState.INTAKE);
    assertThat(episode.transitions()).hasSize(1);
  }

  @Test
  void r3_2_steppingToThePresentStateChangesNothing() {
    Episode episode = anEpisode();
    episode.stepTo(EpisodeState.INTAKE, "again", clock.by(11));

    assertThat(episode.transitions()).hasSize(1);
  }

  @Test
  void r3_4_anEndedEpisodeIsNotOpen() {
    Episode episode = anEpisode();
    episode.expectOpen();
    episode.stepTo(EpisodeState.CLOSED_LOST, "no answer", clock.by(11));

    refused("episode.over", episode::expectOpen);
  }

  private Episode anEpisode() {
    Injury injury = new Injury(BodySite.KNEE, Side.RIGHT, "hurts", clock.today(), OnsetKind.SUDDEN);
    return new Episode(7, injury, clock.by(11));
  }
}
