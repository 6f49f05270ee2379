package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleSetsTest {
  private final RuleSets ruleSets = new RuleSets();

  @BeforeEach
  void start() {
    ruleSets.load();
  }

  @Test
  void r121TheShippedRuleSetHoldsAtTheStart() {
    assertThat(ruleSets.current("low-back-pain").version()).isEqualTo(1);
    assertThat(ruleSets.find("low-back-pain", 1)).isPresent();
    assertThat(ruleSets.current("knee").version()).isEqualTo(1);
  }

  @Test
  void r123ANewerVersionCanBeReadBeforeItIsInUse() {
    assertThat(ruleSets.find("low-back-pain", 2)).isPresent();
    assertThat(ruleSets.current("low-back-pain").version()).isEqualTo(1);
  }

  @Test
  void whatIsNotShippedIsNotFound() {
    assertThat(ruleSets.find("low-back-pain", 3)).isEmpty();
    assertThatThrownBy(() -> ruleSets.current("elbow")).isInstanceOf(NoSuchElementException.class);
  }
}
