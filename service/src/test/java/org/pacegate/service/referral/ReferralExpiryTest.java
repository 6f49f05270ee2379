package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.testing.TestClinics;

/** R5.10, R5.21: time passes on the real database, and nobody answers. */
class ReferralExpiryTest {

  /** A Friday; the clocks in Madrid go back on 25 October. */
  private static final Instant SENT = Instant.parse("2026-10-23T10:00:00Z");

  private static final TestClinics CLINICS = new TestClinics(SENT);

  private final ReferringClinic clinic = another();

  private static ReferringClinic another() {
    CLINICS.turnTo(SENT);
    return ReferringClinic.open(CLINICS);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static void sweepAt(Instant now) {
    CLINICS.turnTo(now);
    ReferringClinic.sweep(CLINICS);
  }

  @ParameterizedTest
  @CsvSource({
    "U1_SAME_DAY, PT24H, SENT",
    "U1_SAME_DAY, PT24H, RECEIVED",
    "U1_SAME_DAY, PT24H, ACCEPTED",
    "U2_URGENT_1_2W, P14D, SENT",
    "U2_URGENT_1_2W, P14D, ACCEPTED"
  })
  void R5_10_a_red_one_expires_on_time_once_and_is_drafted_again(
      Urgency urgency, Duration time, String waiting) {
    long referral = clinic.askedByRule(urgency);
    clinic.take("doc", referral, ReferralAction.SEND);
    if (!waiting.equals("SENT")) {
      clinic.take("desk", referral, ReferralAction.RECEIVE);
    }
    if (waiting.equals("ACCEPTED")) {
      clinic.take("desk", referral, ReferralAction.ACCEPT);
    }

    sweepAt(SENT.plus(time).minusMillis(1));
    assertThat(clinic.state(referral)).isEqualTo(waiting);
    sweepAt(SENT.plus(time));
    ReferringClinic.sweep(CLINICS);

    assertThat(
            clinic
                .people()
                .rows(
                    "select state || ' ' || urgency || ' ' || (superseded_by_id is not null)"
                        + " from referral order by id"))
        .containsExactly("EXPIRED " + urgency + " true", "DRAFT " + urgency + " false");
    assertThat(
            clinic
                .people()
                .rows(
                    "select action || ' ' || coalesce(cast(by as text), 'nobody') from referral_transition"
                        + " where action in ('EXPIRE', 'DRAFT_AGAIN') order by id"))
        .containsExactlyInAnyOrder("EXPIRE nobody", "DRAFT_AGAIN nobody");
    assertThat(
            clinic
                .people()
                .rows(
                    "select detail from audit.events_of_clinic(null, null, 500)"
                        + " where (detail like 'EXPIRE%' or detail like 'DRAFT_AGAIN%')"
                        + " and practitioner_id is null order by id"))
        .containsExactly("EXPIRE " + urgency, "DRAFT_AGAIN " + urgency);
  }

  @Test
  void R5_10_a_routine_one_expires_after_ninety_days_and_is_not_drafted_again() {
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    clinic.take("ther", referral, ReferralAction.SEND);

    sweepAt(SENT.plus(Duration.ofDays(90)).minusMillis(1));
    assertThat(clinic.state(referral)).isEqualTo("SENT");
    sweepAt(SENT.plus(Duration.ofDays(90)));

    assertThat(clinic.people().rows("select state from referral")).containsExactly("EXPIRED");
  }

  @Test
  void R5_10_an_emergency_never_expires_and_neither_does_a_draft_or_an_appointment() {
    long emergency = clinic.askedByRule(Urgency.U0_EMERGENCY_NOW);
    clinic.take("desk", emergency, ReferralAction.SEND);
    long draft = clinic.askedByRule(Urgency.U1_SAME_DAY);
    long scheduled = clinic.askedByRule(Urgency.U2_URGENT_1_2W);
    clinic.take(
        "doc",
        scheduled,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE);

    sweepAt(SENT.plus(Duration.ofDays(400)));

    assertThat(clinic.state(emergency)).isEqualTo("SENT");
    assertThat(clinic.state(draft)).isEqualTo("DRAFT");
    assertThat(clinic.state(scheduled)).isEqualTo("SCHEDULED");
  }

  @Test
  void R5_21_two_servers_at_the_same_moment_end_each_once() throws Exception {
    for (int i = 0; i < 12; i++) {
      clinic.take("desk", clinic.askedByRule(Urgency.U1_SAME_DAY), ReferralAction.SEND);
    }
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (TestClinics second = CLINICS.anotherServer()) {
      CLINICS.turnTo(SENT.plus(Duration.ofDays(2)));
      second.turnTo(SENT.plus(Duration.ofDays(2)));
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<?>> sweeps = new ArrayList<>();
      for (TestClinics server : List.of(CLINICS, second)) {
        sweeps.add(
            both.submit(
                () -> {
                  together.await();
                  ReferringClinic.sweep(server);
                  return null;
                }));
      }
      for (Future<?> sweep : sweeps) {
        sweep.get();
      }
    } finally {
      both.shutdownNow();
    }

    assertThat(
            clinic
                .people()
                .rows(
                    "select state || ' ' || count(*) from referral group by state order by state"))
        .containsExactly("DRAFT 12", "EXPIRED 12");
  }

  @Test
  void R5_21_after_days_without_a_server_it_ends_when_one_runs_again() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take("desk", referral, ReferralAction.SEND);
    Instant back = SENT.plus(Duration.ofDays(9));
    CLINICS.turnTo(back);
    try (TestClinics restarted = CLINICS.anotherServer()) {
      ReferringClinic.sweep(restarted);
    }

    assertThat(clinic.state(referral)).isEqualTo("EXPIRED");
    assertThat(clinic.open("desk", referral).steps())
        .last()
        .extracting(ReferralLine::at)
        .isEqualTo(back);
  }

  @Test
  void R5_21_whom_somebody_works_on_is_left_to_them() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take("desk", referral, ReferralAction.SEND);
    CLINICS.turnTo(SENT.plus(Duration.ofDays(2)));
    long version = clinic.version(referral);
    clinic
        .people()
        .as(
            "desk",
            services -> {
              services
                  .get(Referrals.class)
                  .take(
                      new TakeReferralStep(
                          referral, version, ReferralAction.RECEIVE, null, UUID.randomUUID()));
              try (TestClinics other = CLINICS.anotherServer()) {
                ReferringClinic.sweep(other);
              }
            });
    assertThat(clinic.state(referral)).isEqualTo("RECEIVED");

    ReferringClinic.sweep(CLINICS);
    assertThat(clinic.state(referral)).isEqualTo("EXPIRED");
  }
}
