package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Deadlines;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.screening.DangerClinic.Raised;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.testing.TestClinics;

/** R1.101 to R1.103 on PostgreSQL, with a turned clock: deadlines drafted, signed, and kept. */
class SignedDeadlinesTest {

  /** A Friday. */
  private static final Instant FOUND = Instant.parse("2026-06-19T10:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2026, 6, 19);
  private static final String TAKEN_OVER = "deadline.emergency.taken-over";
  private static final TestClinics CLINICS = new TestClinics(FOUND);
  private static int count;

  private final DangerClinic clinic = another();

  private static DangerClinic another() {
    CLINICS.turnTo(FOUND);
    return DangerClinic.open(CLINICS, "signs" + ++count);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static Instant after(long minutes) {
    return FOUND.plus(Duration.ofMinutes(minutes));
  }

  private long draft(Map<String, Integer> values) {
    return CLINICS.as(
        clinic.login("admin"),
        services ->
            services
                .get(Thresholds.class)
                .draft(
                    new DraftThresholds(
                        Deadlines.SET, Deadlines.VERSION, values, "agreed", UUID.randomUUID())));
  }

  private long signed(Map<String, Integer> values, LocalDate from) {
    long draft = draft(values);
    clinic.as(
        "doc",
        services ->
            services
                .get(Thresholds.class)
                .sign(new SignThresholds(draft, from, clinic.doctorsPassword())));
    return draft;
  }

  private static Duration emergency(DangerClinic clinic) {
    return CLINICS.as(
        clinic.login("desk"),
        services -> services.get(DangerClocks.class).now().times().emergency().takenOver());
  }

  @Test
  void R1_102_a_signed_draft_counts_from_its_day_on_and_in_its_clinic_only() {
    DangerClinic other = another();
    long draft = draft(Map.of(TAKEN_OVER, 10));
    assertThat(emergency(clinic)).as("a draft changes nothing").hasMinutes(15);
    clinic.as(
        "doc",
        services ->
            services
                .get(Thresholds.class)
                .sign(new SignThresholds(draft, DAY.plusDays(1), clinic.doctorsPassword())));
    assertThat(emergency(clinic)).hasMinutes(15);

    CLINICS.turnTo(FOUND.plus(Duration.ofDays(1)));
    assertThat(emergency(clinic)).hasMinutes(10);
    assertThat(emergency(other)).hasMinutes(15);
    signed(Map.of(), DAY.plusDays(1));
    assertThat(emergency(clinic)).as("taken back").hasMinutes(15);
  }

  @Test
  void R1_102_a_draft_shows_what_it_moves_and_keeps_to_the_bounds() {
    ThresholdView view =
        CLINICS.as(
            clinic.login("admin"),
            services -> services.get(Thresholds.class).one(draft(Map.of(TAKEN_OVER, 10))));

    assertThat(view.before()).containsEntry(TAKEN_OVER, 15);
    assertThat(view.trial().moved())
        .singleElement()
        .satisfies(moved -> assertThat(moved.value()).isEqualTo(10));
    assertThatThrownBy(() -> draft(Map.of(TAKEN_OVER, 10_080)))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("invalid." + TAKEN_OVER + ".bounds"));
  }

  @Test
  void R1_101_each_danger_keeps_the_deadlines_it_was_found_with() {
    Raised before = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    long intake = clinic.begin();
    clinic.answer(intake, "CES-1", "YES");
    long version = signed(Map.of(TAKEN_OVER, 10), DAY);
    Raised after = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    long later = clinic.begin();
    clinic.answer(later, "CES-1", "YES");
    assertThat(
            clinic.rows(
                "select id, deadlines_id from screening where id in (%d, %d) union all select id,"
                        .formatted(before.screening(), after.screening())
                    + " deadlines_id from intake where id in (%d, %d) order by 1"
                        .formatted(intake, later)))
        .containsExactlyInAnyOrder(
            before.screening() + "|null",
            after.screening() + "|" + version,
            intake + "|null",
            later + "|" + version);
    signed(Map.of(TAKEN_OVER, 30), DAY);

    clinic.sweepAt(after(30));
    assertThat(clinic.escalations())
        .as("ten minutes twice, and fifteen twice")
        .containsExactly(
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:10 06-19 10:30",
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:10 06-19 10:30",
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:15 06-19 10:30",
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:15 06-19 10:30",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:20 06-19 10:30",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:20 06-19 10:30",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:30 06-19 10:30",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:30 06-19 10:30");
    ScreeningView shown =
        CLINICS.as(
            clinic.login("doc"),
            services -> services.get(Screenings.class).view(after.screening()));
    assertThat(shown.deadlines()).isEqualTo(1);
    assertThat(shown.actBy()).isEqualTo(after(10));
  }

  @Test
  void R1_101_an_emergency_typed_after_shorter_deadlines_began_is_kept() {
    long intake = clinic.begin();
    clinic.answer(intake, "INF-1", "YES");
    CLINICS.turnTo(after(60));
    long shorter = signed(Map.of("deadline.same-day.taken-over", 1), DAY);
    CLINICS.turnTo(after(120));
    clinic.answer(intake, "CES-1", "YES");

    assertThat(
            clinic.rows(
                "select urgency, act_by at time zone 'UTC', deadlines_id from intake where id = "
                    + intake))
        .containsExactly("U0_EMERGENCY_NOW|2026-06-19 12:15:00.0|" + shorter);
  }

  /** A setting of before there were signatures; nobody but the database's owner writes one. */
  @ParameterizedTest
  @CsvSource({"5, 5", "20, 20", "10080, 30"})
  void R1_102_an_older_setting_counts_within_bounds_until_something_is_signed(
      String value, int minutes) {
    clinic.as(
        "admin",
        services ->
            services
                .get(EntityManager.class)
                .createNativeQuery(
                    "insert into setting (id, name, value, changed_at)"
                        + " values (1, 'danger.emergency.takenOverMinutes', ?1, now())")
                .setParameter(1, value)
                .executeUpdate());
    assertThat(emergency(clinic)).hasMinutes(minutes);
    clinic.raise(Urgency.U0_EMERGENCY_NOW);

    signed(Map.of("deadline.same-day.taken-over", 2), DAY);
    assertThat(emergency(clinic)).hasMinutes(15);
    clinic.sweepAt(after(minutes));
    assertThat(clinic.escalations()).hasSize(1);
  }
}
