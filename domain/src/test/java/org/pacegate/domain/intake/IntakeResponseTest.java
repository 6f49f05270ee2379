package org.pacegate.domain.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.InMemoryRecords.identify;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Sha256;

/** R4.63, R4.64: what is kept of an intake, and how an answer is corrected. */
class IntakeResponseTest {

  private static final UUID KEY = new UUID(3, 4);

  /** NIST's example for SHA-256 of three letters (FIPS 180-4, appendix B.1 of its examples). */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final ClinicClock clock = new ClinicClock();
  private final Intake draft = identify(Intake.start("low-back-pain", 2, clock.by(11)), 80);

  private Consent consent() {
    return new Consent(
        7,
        80,
        "1",
        Language.es,
        "0".repeat(64),
        Signature.typed("Ana Whole", Relation.SELF),
        Door.DESK,
        clock.by(11));
  }

  private Intake submitted() {
    draft.submit(7, 8, Optional.of(consent()), KEY, clock.by(11));
    return draft;
  }

  private IntakeResponse response(Intake intake) {
    return new IntakeResponse(
        intake,
        Optional.of(consent()),
        Language.es,
        Door.DESK,
        "abc",
        "abc".getBytes(UTF_8),
        clock.by(11));
  }

  @Test
  void R4_63_what_was_answered_is_kept_with_its_hashes() {
    IntakeResponse kept = response(submitted());

    assertThat(kept.content()).isEqualTo("abc");
    assertThat(kept.contentHash()).isEqualTo(ABC).isEqualTo(Sha256.of("abc"));
    assertThat(kept.pdfHash()).isEqualTo(ABC);
    assertThat(kept.episodeId()).isEqualTo(8);
    assertThat(kept.keptAt()).isEqualTo(clock.now());
  }

  @Test
  void R4_63_a_draft_has_no_response() {
    refused("intake.notSubmitted", () -> response(draft));
  }

  @Test
  void R4_63_what_was_given_out_cannot_change_what_is_kept() {
    IntakeResponse kept = response(submitted());
    kept.pdf()[0] = 'x';
    assertThat(new String(kept.pdf(), UTF_8)).isEqualTo("abc");
  }

  @Test
  void R4_63_what_is_not_what_was_kept_is_not_given_out() throws ReflectiveOperationException {
    IntakeResponse kept = response(submitted());
    set(kept, "content", "abd");
    refused("response.damaged", kept::content);
    set(kept, "pdf", "abd".getBytes(UTF_8));
    refused("response.damaged", kept::pdf);
  }

  private static void set(IntakeResponse kept, String name, Object value)
      throws ReflectiveOperationException {
    Field field = IntakeResponse.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(kept, value);
  }

  private IntakeAmendment amendment(Intake intake, String was, String is, String reason) {
    return new IntakeAmendment(intake, "answer.CES-1", 1, was, is, reason, KEY, clock.by(12));
  }

  @Test
  void R4_64_a_correction_says_what_stood_there_what_is_right_and_why() {
    IntakeAmendment amendment = amendment(submitted(), "NO", " YES ", "misheard");

    assertThat(amendment.field()).isEqualTo("answer.CES-1");
    assertThat(amendment.oldValue()).isEqualTo("NO");
    assertThat(amendment.newValue()).isEqualTo("YES");
    assertThat(amendment.reason()).isEqualTo("misheard");
    assertThat(amendment.amendedBy()).isEqualTo(12);
  }

  @Test
  void R4_64_an_answer_may_turn_out_to_be_none() {
    assertThat(amendment(submitted(), "NO", null, "never asked").newValue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NO, NO, misheard, value.unchanged",
    "NO, ' NO ', misheard, value.unchanged",
    "'', '', misheard, value.unchanged",
    "NO, YES, '', reason.missing",
    "NO, YES, '  ', reason.missing"
  })
  void R4_64_nothing_is_corrected_without_a_difference_and_a_reason(
      String was, String is, String reason, String problem) {
    Intake intake = submitted();
    refused("invalid." + problem, () -> amendment(intake, was, is, reason));
  }

  @Test
  void R4_64_a_correction_has_its_limits() {
    Intake intake = submitted();
    refused("invalid.value.tooLong", () -> amendment(intake, "NO", "x".repeat(20_001), "r"));
    refused("invalid.reason.tooLong", () -> amendment(intake, "NO", "YES", "x".repeat(4_001)));
    assertThat(amendment(intake, "NO", "x".repeat(20_000), "r").newValue()).hasSize(20_000);
  }

  @Test
  void R4_64_a_draft_is_changed_and_not_amended() {
    refused("intake.notSubmitted", () -> amendment(draft, "NO", "YES", "misheard"));
  }
}
