package org.pacegate.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

class RecipientTest {

  private static final TargetSet RHEUMATOLOGY = new TargetSet(Set.of(Target.RHEUMATOLOGY));

  private final ClinicClock clock = new ClinicClock();
  private final InMemoryRecords records = new InMemoryRecords();

  private Recipient aRheumatologist() {
    return records.keep(
        new Recipient(
            " Dr Ruiz ",
            RHEUMATOLOGY,
            new ContactWays("555 0100", null, " "),
            Language.en,
            null,
            null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, invalid.contact.missing",
        "'', ' ', ' ', invalid.contact.missing",
        "call us, -, -, invalid.phone.malformed",
        "-, nobody, -, invalid.email.malformed"
      })
  void r5_50_somebodyCanBeReachedInOneWayAtLeast(
      String phone, String email, String address, String code) {
    refused(code, () -> new ContactWays(phone, email, address));
  }

  @Test
  void r5_50_somebodyHasANameAndServesSomething() {
    ContactWays ways = new ContactWays("555 0100", null, null);

    refused("invalid.serves.missing", () -> new TargetSet(Set.of()));
    refused(
        "invalid.name.missing",
        () -> new Recipient(" ", RHEUMATOLOGY, ways, Language.en, null, null));
    assertThat(aRheumatologist().name()).isEqualTo("Dr Ruiz");
    assertThat(aRheumatologist().contact().address()).isNull();
  }

  @Test
  void r5_50_aRetiredOneIsAskedNoLonger() {
    Recipient retired = aRheumatologist();
    retired.retire(clock.by(31));

    refused("recipient.retired", () -> retired.retire(clock.by(31)));
    refused("recipient.retired", () -> retired.expectServing("RHEUMATOLOGY"));
    refused("recipient.retired", () -> new PreferredRecipient(Target.RHEUMATOLOGY).prefer(retired));
  }

  @Test
  void r5_51_aReferralGoesToWhoServesItsTargetAndStaysThere() {
    Referral referral = Referred.in(ReferralState.DRAFT, Urgency.U3_ROUTINE, clock);
    String target = referral.request().target();
    Recipient other =
        records.keep(
            new Recipient(
                "Emergency department",
                new TargetSet(Set.of(Target.ED)),
                new ContactWays("555 0101", null, null),
                Language.en,
                null,
                null));
    Recipient serving =
        records.keep(
            new Recipient(
                "Old Bridge Practice",
                new TargetSet(Set.of(Target.valueOf(target))),
                new ContactWays("555 0110", null, null),
                Language.es,
                null,
                null));

    refused(
        "recipient.notFor",
        () -> referral.send(other, LetterText.none(), Referred.step(clock.by(21), Role.PHYSICIAN)));
    assertThat(referral.state()).isEqualTo(ReferralState.DRAFT);
    referral.send(serving, LetterText.none(), Referred.step(clock.by(21), Role.PHYSICIAN));

    assertThat(referral.state()).isEqualTo(ReferralState.SENT);
    assertThat(referral.recipientId()).isEqualTo(serving.id());
  }

  @Test
  void r5_51_aReferralMayGoToSomebodyWhoIsNotInTheDirectory() {
    Referral referral = Referred.in(ReferralState.DRAFT, Urgency.U3_ROUTINE, clock);

    referral.send(null, LetterText.none(), Referred.step(clock.by(21), Role.PHYSICIAN));

    assertThat(referral.state()).isEqualTo(ReferralState.SENT);
    assertThat(referral.recipientId()).isNull();
  }

  @Test
  void r5_52_oneIsAskedFirstForEachTarget() {
    Recipient first = aRheumatologist();
    Recipient second = aRheumatologist();
    PreferredRecipient preferred = new PreferredRecipient(Target.RHEUMATOLOGY);
    preferred.prefer(first);
    preferred.prefer(second);
    preferred.drop(first);

    assertThat(preferred.recipientId()).isEqualTo(second.id());
    refused("recipient.notFor", () -> new PreferredRecipient(Target.ED).prefer(first));
  }

  @Test
  void r5_50_theColumnKeepsWhatTheyServe() {
    TargetSet.InOneColumn column = new TargetSet.InOneColumn();
    TargetSet set = new TargetSet(Set.of(Target.RHEUMATOLOGY, Target.ED));

    assertThat(column.convertToDatabaseColumn(set)).isEqualTo("ED,RHEUMATOLOGY");
    assertThat(column.convertToEntityAttribute("ED,RHEUMATOLOGY")).isEqualTo(set);
  }
}
