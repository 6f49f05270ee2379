package org.pacegate.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.service.referral.ReferralLine;

@DisplayName("R5.40 The line of a referral")
class LoopStepTest {

  private static final Instant BEGUN = Instant.parse("2026-06-19T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DRAFT | DRAFT:current SENT RECEIVED ACCEPTED SCHEDULED IN_PROGRESS COMPLETED",
        "DRAFT SENT | DRAFT:done SENT:current RECEIVED ACCEPTED SCHEDULED IN_PROGRESS COMPLETED",
        "DRAFT SENT RECEIVED ACCEPTED SCHEDULED NO_SHOW | DRAFT:done SENT:done RECEIVED:done ACCEPTED:done"
            + " SCHEDULED:done NO_SHOW:current IN_PROGRESS COMPLETED",
        "DRAFT SENT RECEIVED ACCEPTED ON_HOLD | DRAFT:done SENT:done RECEIVED:done ACCEPTED:done ON_HOLD:current"
            + " SCHEDULED IN_PROGRESS COMPLETED",
        "DRAFT SENT DECLINED | DRAFT:done SENT:done DECLINED:current broken",
        "DRAFT ENTERED_IN_ERROR | DRAFT:done ENTERED_IN_ERROR:current broken",
        "DRAFT SENT RECEIVED ACCEPTED SCHEDULED IN_PROGRESS COMPLETED | DRAFT:done SENT:done RECEIVED:done"
            + " ACCEPTED:done SCHEDULED:done IN_PROGRESS:done COMPLETED:current"
      })
  void says_where_it_was_is_and_may_go(String steps, String line) {
    List<ReferralLine> lines = new ArrayList<>();
    for (ReferralState state :
        Arrays.stream(steps.split(" ")).map(ReferralState::valueOf).toList()) {
      lines.add(new ReferralLine(state, BEGUN.plusSeconds(lines.size()), "Somebody", null));
    }

    List<LoopStep> loop = LoopStep.line(lines.get(lines.size() - 1).to(), lines);

    assertThat(
            loop.stream()
                .map(step -> step.state() + (step.mark().isEmpty() ? "" : ":" + step.mark()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(line);
    assertThat(loop).filteredOn(step -> step.at() != null).hasSize(lines.size());
  }
}
