package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.testing.TestClinics;

/** R5.53: what became of a year's referrals, with a turned clock. */
class ReferralStatisticsTest {

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

  private ReferralYear review() {
    return CLINICS.as(
        clinic.people().login("desk"),
        services -> services.get(ReferralStatistics.class).lastYear());
  }

  private void after(int days, String who, long referral, ReferralAction step) {
    CLINICS.pass(Duration.ofDays(days));
    clinic.take(who, referral, step);
  }

  private long sent() {
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    clinic.take("ther", referral, ReferralAction.SEND);
    return referral;
  }

  private static BigDecimal days(String days) {
    return new BigDecimal(days);
  }

  @Test
  void R5_53_times_are_those_between_the_steps_and_half_took_no_longer() {
    assertThat(review().figures()).isEmpty();
    clinic.askedByHand(Urgency.U3_ROUTINE);
    assertThat(review().figures()).as("what was not sent").isEmpty();

    long whole = sent();
    after(1, "desk", whole, ReferralAction.RECEIVE);
    after(1, "desk", whole, ReferralAction.ACCEPT);
    after(2, "desk", whole, ReferralAction.SCHEDULE);
    after(3, "desk", whole, ReferralAction.BEGIN);
    after(4, "ther", whole, ReferralAction.COMPLETE);
    long slow = sent();
    after(4, "desk", slow, ReferralAction.RECEIVE);
    long declined = sent();
    clinic.take("desk", declined, ReferralAction.DECLINE);

    ReferralFigures all = review().figures().get(0);
    assertThat(all)
        .isEqualTo(
            new ReferralFigures(
                null,
                3,
                1,
                1,
                1,
                0,
                0,
                days("2.5"),
                days("1.0"),
                days("2.0"),
                days("3.0"),
                days("4.0"),
                days("11.0")));
    assertThat(all.completedPercent()).isEqualTo(33);
    assertThat(review().figures()).hasSize(2);
    assertThat(review().figures().get(1).target()).isEqualTo("RHEUMATOLOGY");
    assertThat(review().declines())
        .singleElement()
        .satisfies(line -> assertThat(line.referralId()).isEqualTo(declined));
    assertThat(
            clinic
                .people()
                .rows(
                    "select detail from audit.events_of_clinic(null, null, 500)"
                        + " where entity = 'ServiceRequest' and action = 'SEARCH'"))
        .anyMatch(detail -> detail.startsWith("declined 1 patients "));

    CLINICS.pass(Duration.ofDays(400));
    assertThat(review().figures()).as("more than a year ago").isEmpty();
    assertThat(review().declines()).isEmpty();
  }

  @Test
  void R5_53_another_clinics_referrals_do_not_count() {
    sent();
    clinic = ReferringClinic.open(CLINICS);
    assertThat(review().figures()).isEmpty();
  }
}
