package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.diagnosis.PlanIntent;

/** R7.2: what a new plan proposes (docs/clinical-basis.md 4.2). */
class PlanTemplateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Map<BlockKind, String> WORDS =
      Arrays.stream(BlockKind.values())
          .collect(Collectors.toMap(Function.identity(), kind -> "how to: " + kind));

  @Test
  void r7_2_relativeRestAndHalfTheDistanceAreTheDefault() {
    PlanContent proposed = PlanTemplate.propose(false, DAY, WORDS);

    assertThat(proposed.intent()).isEqualTo(new PlanIntent(DAY, true, false));
    assertThat(proposed.hills()).isEqualTo(HillRestriction.AVOID_ALL);
    assertThat(proposed.blocks()).extracting(BlockContent::kind).contains(BlockKind.values());
    assertThat(proposed.blocks().get(0).loadPercent()).isEqualTo(50);
  }

  @Test
  void r7_2_boneStressIsRestedFromImpactCompletely() {
    assertThat(PlanTemplate.propose(true, DAY, WORDS).intent())
        .isEqualTo(new PlanIntent(DAY, false, true));
  }
}
