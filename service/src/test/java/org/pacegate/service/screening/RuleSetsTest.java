package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.screening.RuleSet;

class RuleSetsTest {
  private final RuleSets ruleSets = new RuleSets();

  @BeforeEach
  void start() {
    ruleSets.load();
  }

  @Test
  void r121TheShippedRuleSetsHoldAtTheStart() {
    assertThat(ruleSets.current("low-back-pain").version()).isEqualTo(2);
    assertThat(ruleSets.find("low-back-pain", 1)).isPresent();
    assertThat(ruleSets.current("knee").version()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(BodySite.class)
  void r123EveryRegionUsesTheNewestVersionOfItsRuleSet(BodySite site) {
    RuleSet used = ruleSets.current(RuleSetBySite.of(site));

    assertThat(ruleSets.find(used.id(), used.version() + 1)).isEmpty();
    assertThat(ShippedRuleSets.screens(used)).isTrue();
  }

  @Test
  void r121OlderVersionsThatDraftsArePinnedToAreTriedTooAndSoIsWellsScore() {
    assertThat(ShippedRuleSets.load().all().stream().filter(ShippedRuleSets::screens))
        .extracting(rules -> rules.id() + "-" + rules.version())
        .containsExactlyElementsOf(ShippedRuleSets.FILES);
  }

  @Test
  void whatIsNotShippedIsNotFound() {
    assertThat(ruleSets.find("low-back-pain", 3)).isEmpty();
    assertThatThrownBy(() -> ruleSets.current("elbow")).isInstanceOf(NoSuchElementException.class);
  }
}
