package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.injury.BodySite;

class RuleSetBySiteTest {

  @ParameterizedTest
  @CsvSource({
    "LOW_BACK,low-back-pain",
    "SACRUM,low-back-pain",
    "BUTTOCK,low-back-pain",
    "GROIN,hip-and-groin",
    "HAMSTRING,thigh",
    "KNEE,knee",
    "ACHILLES,lower-leg",
    "FOOT,ankle-and-foot"
  })
  void r122TheRuleSetFollowsTheBodySite(BodySite site, String ruleSet) {
    assertThat(RuleSetBySite.of(site)).isEqualTo(ruleSet);
  }

  @ParameterizedTest
  @EnumSource(BodySite.class)
  void r122EverySiteHasARuleSetThatIsShipped(BodySite site) {
    assertThat(Shipped.all().map(tried -> tried.rules().id())).contains(RuleSetBySite.of(site));
  }
}
