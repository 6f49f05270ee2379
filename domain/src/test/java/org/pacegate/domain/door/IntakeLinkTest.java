package org.pacegate.domain.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.InvalidValue;

/** R4.104, R4.105: when a link opens, and what a code looks like. */
class IntakeLinkTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Attribution DESK = Attribution.of(7, NOW, ZoneOffset.UTC);

  private static IntakeLink link(Duration valid) {
    return new IntakeLink(
        LinkPurpose.INTAKE,
        1,
        new IntakeLink.Secrets("a".repeat(64), "b".repeat(64)),
        Language.en,
        valid,
        UUID.randomUUID(),
        DESK);
  }

  @Test
  void R4_104_it_opens_until_its_last_instant() {
    IntakeLink link = link(Duration.ofDays(14));
    assertThat(link.opensAt(NOW)).isTrue();
    assertThat(link.opensAt(link.expiresAt().minusMillis(1))).isTrue();
    assertThat(link.opensAt(link.expiresAt())).isFalse();
  }

  @Test
  void R4_104_a_revoked_one_opens_nothing_and_keeps_its_first_revocation() {
    IntakeLink link = link(Duration.ofDays(14));
    link.revoke(DESK);
    link.revoke(Attribution.of(8, NOW.plusSeconds(5), ZoneOffset.UTC));
    assertThat(link.opensAt(NOW)).isFalse();
    assertThat(link.isRevoked()).isTrue();
  }

  @Test
  void R4_104_twenty_wrong_tries_close_it() {
    IntakeLink link = link(Duration.ofDays(14));
    for (int tries = 1; tries < IntakeLink.mostFailedTries(); tries++) {
      link.fail();
    }
    assertThat(link.opensAt(NOW)).isTrue();
    link.fail();
    assertThat(link.opensAt(NOW)).isFalse();
  }

  @Test
  void R4_104_one_that_never_opens_or_is_not_hashed_is_refused() {
    assertThatThrownBy(() -> link(Duration.ZERO)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                new IntakeLink(
                    LinkPurpose.INTAKE,
                    1,
                    new IntakeLink.Secrets("the token itself", "b".repeat(64)),
                    Language.en,
                    Duration.ofDays(1),
                    UUID.randomUUID(),
                    DESK))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void R4_104_only_somebody_of_the_clinic_makes_one() {
    assertThatThrownBy(
            () ->
                new IntakeLink(
                    LinkPurpose.INTAKE,
                    1,
                    new IntakeLink.Secrets("a".repeat(64), "b".repeat(64)),
                    Language.en,
                    Duration.ofDays(1),
                    UUID.randomUUID(),
                    Attribution.ofRunner(NOW, ZoneOffset.UTC)))
        .hasMessageStartingWith("attribution.nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd-2345", "ABCD2345", " abcd 2345 ", "AbCd-2345"})
  void R4_105_a_code_is_read_however_it_is_typed(String typed) {
    assertThat(ResumeCode.read(typed).map(ResumeCode::printed)).contains("ABCD-2345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ABCD-234", "ABCD-23456", "ABCD-234O", "ABCD-2341", "ABCI-2345", "ábcd-2345"})
  void R4_105_what_is_no_code_is_none(String typed) {
    assertThat(ResumeCode.read(typed)).isEmpty();
  }

  @Test
  void R4_105_no_character_looks_like_another_one() {
    StringBuilder all = new StringBuilder();
    for (int drawn = 0; drawn < ResumeCode.choices(); drawn++) {
      all.append(
          ResumeCode.of(drawn, drawn, drawn, drawn, drawn, drawn, drawn, drawn).text().charAt(0));
    }
    assertThat(all.toString()).doesNotContainAnyWhitespaces().doesNotContainPattern("[0O1IL]");
    assertThat(all.chars().distinct().count()).isEqualTo(ResumeCode.choices());
    assertThat(ResumeCode.of(0, 1, 2, 3, 4, 5, 6, 7).toString()).doesNotContain("2345");
  }
}
