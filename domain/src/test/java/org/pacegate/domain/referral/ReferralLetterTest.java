package org.pacegate.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Sha256;

/** R5.60, R5.61: what is written into a letter, and the letter that was sent. */
class ReferralLetterTest {

  private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({"question", "findings", "told"})
  void R5_60_each_part_has_a_thousand_characters(String part) {
    String longest = "x".repeat(1_000);
    assertThat(text(part, longest)).isNotNull();
    assertThatThrownBy(() -> text(part, longest + "x"))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.code()).isEqualTo("invalid." + part + ".tooLong"));
    assertThat(text(part, "  \n ").isSameAs(LetterText.none())).isTrue();
    assertThat(text(part, "else").isSameAs(LetterText.none())).isFalse();
  }

  private static LetterText text(String part, String words) {
    return new LetterText(
        part.equals("question") ? words : null,
        part.equals("findings") ? words : null,
        part.equals("told") ? words : null);
  }

  private final ClinicClock clock = new ClinicClock();

  private Referral sent(Attribution by) {
    Referral referral = Referred.drafted(Urgency.U3_ROUTINE, clock);
    new InMemoryRecords().keep(referral);
    referral.send(null, text("question", "why?"), Referred.step(by, Role.PHYSICIAN));
    return referral;
  }

  @Test
  void R5_60_what_was_written_stays_with_the_referral() {
    Referral referral = Referred.drafted(Urgency.U3_ROUTINE, clock);
    assertThat(referral.letter().isSameAs(LetterText.none())).isTrue();
    assertThat(sent(clock.by(Referred.PHYSICIAN)).letter().question()).isEqualTo("why?");
  }

  @Test
  void R5_61_a_letter_is_of_its_sending() {
    Attribution by = clock.by(Referred.PHYSICIAN);
    ReferralLetter letter = new ReferralLetter(sent(by), Language.es, "{}", PDF, by);
    assertThat(letter.pdf()).isEqualTo(PDF).isNotSameAs(PDF);
    assertThat(letter.pdfHash()).isEqualTo(Sha256.of(PDF));
    assertThat(letter.contentHash()).isEqualTo(Sha256.of("{}"));
    assertThat(letter.sentAt()).isEqualTo(by.at());
    assertThat(letter.sentBy()).isEqualTo(Referred.PHYSICIAN);
  }

  @Test
  void R5_61_no_letter_is_written_before_or_afterwards() {
    Attribution by = clock.by(Referred.PHYSICIAN);
    Referral draft = Referred.drafted(Urgency.U3_ROUTINE, clock);
    Referral earlier = sent(by);
    Attribution later = new Attribution(by.by(), by.at().plusSeconds(1), by.day());
    for (Runnable attempt :
        new Runnable[] {
          () -> new ReferralLetter(draft, Language.en, "{}", PDF, by),
          () -> new ReferralLetter(earlier, Language.en, "{}", PDF, later)
        }) {
      assertThatThrownBy(attempt::run)
          .isInstanceOfSatisfying(
              DomainRefusal.class,
              refusal -> assertThat(refusal.code()).isEqualTo("letter.notSent"));
    }
  }
}
