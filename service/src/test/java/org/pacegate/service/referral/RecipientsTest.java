package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

class RecipientsTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final TestClinics CLINICS = new TestClinics(NOW);

  private ReferringClinic clinic;

  @BeforeEach
  void openTheClinic() {
    CLINICS.turnTo(NOW);
    clinic = ReferringClinic.open(CLINICS);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static RecipientForm form(String name, Target... serves) {
    return new RecipientForm(name, Set.of(serves), "555 0100", null, null, Language.en, null, null);
  }

  private <T> T administrator(Function<Recipients, T> work) {
    return as("desk", services -> work.apply(services.get(Recipients.class)));
  }

  private <T> T as(String who, Function<Services, T> work) {
    return CLINICS.as(clinic.people().login(who), work);
  }

  private long enter(RecipientForm form) {
    return enter(form, UUID.randomUUID());
  }

  private long enter(RecipientForm form, UUID key) {
    return administrator(recipients -> recipients.enter(new EnterRecipient(form, key)));
  }

  private void prefer(long recipient, Target target) {
    administrator(
        recipients -> {
          recipients.prefer(new PreferRecipient(recipient, target));
          return null;
        });
  }

  private List<String> offered(long referral) {
    return clinic.open("doc", referral).recipients().stream().map(RecipientView::name).toList();
  }

  private void send(long referral, Long recipient, UUID key) {
    long version = clinic.version(referral);
    as(
        "doc",
        services -> {
          services
              .get(Referrals.class)
              .send(new SendReferral(referral, version, recipient, PlainLetter.form(), key));
          return null;
        });
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void R5_25_who_is_asked_first_stands_at_the_top_of_those_who_serve_the_target() {
    enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long second = enter(form("Zenith Clinic", Target.RHEUMATOLOGY, Target.ED));
    enter(form("Emergency", Target.ED));
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    assertThat(offered(referral)).containsExactly("Aesculap Clinic", "Zenith Clinic");

    prefer(second, Target.RHEUMATOLOGY);
    assertThat(offered(referral)).containsExactly("Zenith Clinic", "Aesculap Clinic");

    send(referral, second, UUID.randomUUID());
    assertThat(offered(referral)).as("whom it went to").containsExactly("Zenith Clinic");
    assertThat(clinic.audited()).endsWith("CHANGE SEND to recipient " + second);
  }

  @Test
  void R5_25_a_second_click_sends_once_and_another_recipient_with_its_key_is_refused() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    UUID key = UUID.randomUUID();
    send(referral, there, key);
    send(referral, there, key);

    assertThat(
            clinic
                .people()
                .rows("select action from referral_transition where referral_id = " + referral))
        .containsExactly("DRAFT", "SEND");
    refused("submission.keyUsed", () -> send(referral, null, key));
  }

  @Test
  void R5_51_nothing_goes_to_who_does_not_serve_it_or_no_longer() {
    long emergency = enter(form("Emergency", Target.ED));
    long retired = enter(form("Gone", Target.RHEUMATOLOGY));
    administrator(
        recipients -> {
          recipients.retire(new RetireRecipient(retired, recipients.open(retired).version()));
          return null;
        });
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);

    refused("recipient.notFor", () -> send(referral, emergency, UUID.randomUUID()));
    refused("recipient.retired", () -> send(referral, retired, UUID.randomUUID()));
    assertThat(clinic.state(referral)).isEqualTo("DRAFT");
  }

  @Test
  void R5_24_half_of_those_who_were_sent_had_their_appointment_within_so_many_days() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    for (int days : new int[] {2, 9, 30}) {
      long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
      send(referral, there, UUID.randomUUID());
      clinic.take("doc", referral, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
      clinic.schedule(
          "doc",
          referral,
          clinic.version(referral),
          NOW.plus(Duration.ofDays(days)),
          UUID.randomUUID());
    }

    RecipientView seen = administrator(recipients -> recipients.open(there));
    assertThat(seen.waitingDays()).isEqualTo(9);
    assertThat(seen.seen()).isEqualTo(3);
    CLINICS.turnTo(NOW.plus(Duration.ofDays(366)));
    assertThat(administrator(recipients -> recipients.open(there)).waitingDays())
        .as("of the last year")
        .isNull();
  }

  @Test
  void R5_24_what_was_entered_in_error_is_no_waiting() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    send(referral, there, UUID.randomUUID());
    clinic.take("doc", referral, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    clinic.schedule(
        "doc", referral, clinic.version(referral), NOW.plusSeconds(3_600), UUID.randomUUID());
    assertThat(administrator(recipients -> recipients.open(there)).seen()).isEqualTo(1);

    clinic.take("doc", referral, ReferralAction.ENTER_IN_ERROR);
    assertThat(administrator(recipients -> recipients.open(there)).seen()).isZero();
    assertThat(administrator(recipients -> recipients.open(there)).waitingDays()).isNull();
  }

  @Test
  void R5_24_a_second_click_enters_nobody_twice_and_says_no_name_is_taken() {
    UUID key = UUID.randomUUID();
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY), key);
    assertThat(enter(form(" Aesculap Clinic", Target.RHEUMATOLOGY), key)).isEqualTo(there);
    assertThat(administrator(Recipients::all)).hasSize(1);
    refused("submission.keyUsed", () -> enter(form("Other", Target.ED), key));
  }

  @Test
  void R5_51_nobody_is_retired_while_something_is_sent_there() throws Exception {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long version = administrator(recipients -> recipients.open(there).version());
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    long asked = clinic.version(referral);
    CompletableFuture<Object> retired = new CompletableFuture<>();
    as(
        "doc",
        services -> {
          services
              .get(Referrals.class)
              .send(
                  new SendReferral(referral, asked, there, PlainLetter.form(), UUID.randomUUID()));
          retired.completeAsync(
              () -> {
                retire(there, version);
                return there;
              });
          assertThat(retired)
              .as("waits for the sending")
              .failsWithin(Duration.ofMillis(700))
              .withThrowableOfType(TimeoutException.class);
          return null;
        });
    retired.get(20, TimeUnit.SECONDS);
    assertThat(administrator(recipients -> recipients.open(there)).retired()).isTrue();
    assertThat(clinic.state(referral)).isEqualTo("SENT");
  }

  @Test
  void R5_51_nothing_goes_to_who_is_retired_at_the_same_moment_and_nobody_asks_them_first() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    CompletableFuture<Object> sent = new CompletableFuture<>();
    CompletableFuture<Object> preferred = new CompletableFuture<>();
    administrator(
        recipients -> {
          recipients.retire(new RetireRecipient(there, recipients.open(there).version()));
          sent.completeAsync(
              () -> {
                send(referral, there, UUID.randomUUID());
                return there;
              });
          preferred.completeAsync(
              () -> {
                prefer(there, Target.RHEUMATOLOGY);
                return there;
              });
          for (CompletableFuture<Object> waits : List.of(sent, preferred)) {
            assertThat(waits)
                .failsWithin(Duration.ofMillis(700))
                .withThrowableOfType(TimeoutException.class);
          }
          return null;
        });

    for (CompletableFuture<Object> late : List.of(sent, preferred)) {
      assertThat(late)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .havingRootCause()
          .withMessageContaining("recipient.retired");
    }
    assertThat(clinic.state(referral)).isEqualTo("DRAFT");
  }

  private void retire(long recipient, long version) {
    administrator(
        recipients -> {
          recipients.retire(new RetireRecipient(recipient, version));
          return null;
        });
  }

  @Test
  void R5_24_the_directory_has_nobody_twice_and_reports_a_lost_update() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    long version = administrator(recipients -> recipients.open(there).version());
    prefer(there, Target.RHEUMATOLOGY);
    refused("invalid.name.taken", () -> enter(form("aesculap clinic", Target.ED)));

    amend(there, version, form("Aesculap Clinic", Target.ED));

    RecipientView now = administrator(recipients -> recipients.open(there));
    assertThat(now.serves()).containsExactly("ED");
    assertThat(now.preferredFor()).as("they serve that no longer").isEmpty();
    assertThatThrownBy(() -> amend(there, version, form("Other", Target.ED)))
        .isInstanceOf(LostUpdate.class);
  }

  private void amend(long recipient, long version, RecipientForm form) {
    administrator(
        recipients -> {
          recipients.amend(new AmendRecipient(recipient, version, form));
          return null;
        });
  }

  @Test
  void R5_24_each_change_of_the_directory_is_audited() {
    long there = enter(form("Aesculap Clinic", Target.RHEUMATOLOGY));
    prefer(there, Target.RHEUMATOLOGY);

    assertThat(
            clinic
                .people()
                .rows(
                    "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                        + " where entity = 'Recipient' order by id"))
        .containsExactly("CREATE serves RHEUMATOLOGY", "CHANGE preferred for RHEUMATOLOGY");
  }
}
