package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.testing.TestClinics;

/** R5.13, R5.22: a runner who is treated is referred, on the real database. */
class ReferralOnAPlanTest {

  private static TestClinics clinics;

  @BeforeAll
  static void load() {
    clinics = LoadedDemonstration.afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void close() {
    clinics.close();
  }

  private static List<String> rows(String sql) {
    return LoadedDemonstration.rows(clinics, LoadedDemonstration.THERAPIST, sql);
  }

  private static long aTreatedRunner() {
    return Long.parseLong(
        rows("select max(episode_id) from care_plan where state = 'ACTIVE'").get(0));
  }

  private static long asked(long episode, Urgency urgency, Target target) {
    return clinics.as(
        LoadedDemonstration.THERAPIST,
        services ->
            services
                .get(Referrals.class)
                .draft(
                    new DraftReferral(
                        episode, urgency, target, "numb since today?", UUID.randomUUID())));
  }

  @Test
  void R5_13_what_must_not_wait_is_asked_and_suspends_the_plan() {
    long episode = aTreatedRunner();
    String plan =
        "select state from care_plan where episode_id = "
            + episode
            + " order by created_at desc limit 1";

    asked(episode, Urgency.U2_URGENT_1_2W, Target.ED);
    assertThat(rows(plan)).containsExactly("ACTIVE");
    long referral = asked(episode, Urgency.U1_SAME_DAY, Target.ORTHOPAEDICS);

    assertThat(rows("select state from referral where id = " + referral)).containsExactly("DRAFT");
    assertThat(rows(plan)).containsExactly("SUSPENDED");
    assertThat(rows("select state from episode where id = " + episode))
        .containsExactly("DIAGNOSED");
  }

  @Test
  void R5_22_a_question_is_to_be_reviewed_once_a_diagnosis_is_confirmed() {
    long episode = aTreatedRunner();
    long referral = asked(episode, Urgency.U2_URGENT_1_2W, Target.RHEUMATOLOGY);
    assertThat(problem(referral)).isNull();

    clinics.tamper(
        "update diagnosis set recorded_at = recorded_at + interval '10 years'"
            + " where clinical_status = 'ACTIVE' and episode_id = "
            + episode);

    assertThat(problem(referral)).isEqualTo(ReferralProblem.TO_REVIEW);
  }

  private static ReferralProblem problem(long referral) {
    return clinics.as(
        LoadedDemonstration.THERAPIST,
        services -> services.get(ReferralDesks.class).open(referral).referral().problem());
  }
}
