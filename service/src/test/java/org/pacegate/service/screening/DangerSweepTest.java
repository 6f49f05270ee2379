package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.DismissIntake;
import org.pacegate.service.intake.IntakeDismissal;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.TimelineEntry;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.CareStep;
import org.pacegate.service.plan.TransferCare;
import org.pacegate.service.screening.DangerClinic.Raised;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;
import org.pacegate.service.worklist.OverdueDanger;
import org.pacegate.service.worklist.OverdueDangers;
import org.pacegate.service.worklist.OverduePage;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;

/** R8.30 to R8.35: what follows, on the real database, when nobody acts in time. */
class DangerSweepTest {

  /** A Friday. */
  private static final Instant FOUND = Instant.parse("2026-06-19T10:00:00Z");

  private static final TestClinics CLINICS = new TestClinics(FOUND);
  private static int count;

  /** A clinic of this test's own; the timer goes through all of them. */
  private final DangerClinic clinic = another();

  private static DangerClinic another() {
    CLINICS.turnTo(FOUND);
    return DangerClinic.open(CLINICS, "clinic" + ++count);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static Instant after(long minutes) {
    return FOUND.plus(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, 2026-06-19T10:00:00Z, 2026-06-19T10:15:00Z, 2026-06-19T10:30:00Z",
    "U1_SAME_DAY,      2026-06-19T10:00:00Z, 2026-06-19T14:00:00Z, 2026-06-19T18:00:00Z",
    "U2_URGENT_1_2W,   2026-06-19T10:00:00Z, 2026-06-22T10:00:00Z, 2026-06-23T10:00:00Z",
    // The clocks of Madrid go back in the night to Sunday 25 October 2026, and forward on 29 March.
    "U2_URGENT_1_2W,   2026-10-23T08:00:00Z, 2026-10-26T09:00:00Z, 2026-10-27T09:00:00Z",
    "U2_URGENT_1_2W,   2026-03-27T09:00:00Z, 2026-03-30T08:00:00Z, 2026-03-31T08:00:00Z",
    "U0_EMERGENCY_NOW, 2026-10-25T00:50:00Z, 2026-10-25T01:05:00Z, 2026-10-25T01:20:00Z"
  })
  void R8_31_each_deadline_fires_once_and_on_time(
      Urgency urgency, Instant found, Instant desk, Instant physician) {
    CLINICS.turnTo(found);
    clinic.raise(urgency);

    clinic.sweepAt(desk.minusMillis(1));
    assertThat(clinic.escalations()).isEmpty();
    clinic.sweepAt(desk);
    clinic.sweepAt(desk.plusSeconds(1));
    clinic.sweepAt(physician.minusMillis(1));
    assertThat(clinic.escalations())
        .singleElement()
        .asString()
        .startsWith("NOT_TAKEN_OVER PHYSICIAN");
    clinic.sweepAt(physician);
    clinic.sweepAt(physician.plus(Duration.ofDays(40)));
    assertThat(clinic.escalations()).hasSize(2);
    assertThat(clinic.escalations().get(1)).startsWith("STILL_NOT_TAKEN_OVER ADMIN");
  }

  @Test
  void R8_31_a_day_without_a_sweep_is_made_up_for_with_the_true_deadlines() {
    clinic.raise(Urgency.U0_EMERGENCY_NOW);
    clinic.sweepAt(FOUND.plus(Duration.ofDays(1)));

    assertThat(clinic.escalations())
        .containsExactly(
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:15 06-20 10:00",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:30 06-20 10:00");
  }

  @Test
  void R8_31_a_restart_forgets_nothing_and_repeats_nothing() {
    clinic.raise(Urgency.U0_EMERGENCY_NOW);
    clinic.sweepAt(after(16));
    CLINICS.turnTo(after(31));
    try (TestClinics restarted = CLINICS.anotherServer()) {
      DangerClinic.sweep(restarted);
      DangerClinic.sweep(restarted);
    }
    DangerClinic.sweep(CLINICS);

    assertThat(clinic.escalations()).hasSize(2);
  }

  @Test
  void R8_31_a_sweep_that_dies_half_way_is_done_again() {
    clinic.raise(Urgency.U0_EMERGENCY_NOW);
    CLINICS.turnTo(after(15));
    assertThatThrownBy(
            () ->
                CLINICS.work(
                    services -> {
                      services.get(DangerSweep.class).sweep();
                      throw new IllegalStateException("the power goes");
                    }))
        .hasMessage("the power goes");
    assertThat(clinic.escalations()).isEmpty();
    assertThat(audited()).isEmpty();

    DangerClinic.sweep(CLINICS);
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(audited()).hasSize(1);
  }

  @Test
  void R8_31_two_servers_at_the_same_moment_escalate_once() throws Exception {
    for (int i = 0; i < 12; i++) {
      clinic.raise(Urgency.U0_EMERGENCY_NOW, Urgency.U1_SAME_DAY);
    }
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (TestClinics second = CLINICS.anotherServer()) {
      for (long minutes : List.of(15L, 30L, 240L, 480L)) {
        CLINICS.turnTo(after(minutes));
        second.turnTo(after(minutes));
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> sweeps = new ArrayList<>();
        for (TestClinics server : List.of(CLINICS, second)) {
          sweeps.add(
              both.submit(
                  () -> {
                    together.await();
                    DangerClinic.sweep(server);
                    return null;
                  }));
        }
        for (Future<?> sweep : sweeps) {
          sweep.get();
        }
      }
    } finally {
      both.shutdownNow();
    }

    assertThat(clinic.escalations()).hasSize(12 * 2 * 2);
    assertThat(audited()).hasSize(12 * 2 * 2);
    assertThat(
            clinic.rows(
                "select cast(max(n) as text) from (select count(*) n from danger_escalation group by flag_id, step) c"))
        .containsExactly("1");
  }

  @Test
  void R8_31_what_somebody_is_taking_over_is_left_to_them() {
    Raised raised = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    CLINICS.turnTo(after(15));
    clinic.as(
        "desk",
        services -> {
          services.get(Screenings.class).acknowledge(raised.screening());
          services.get(EntityManager.class).flush();
          // Another server's timer fires before this commits.
          try (TestClinics other = CLINICS.anotherServer()) {
            DangerClinic.sweep(other);
          }
        });

    DangerClinic.sweep(CLINICS);
    assertThat(clinic.escalations()).isEmpty();
  }

  private List<String> audited() {
    return clinic.rows(
        "select detail from audit.events_of_clinic(null, null, 500)"
            + " where detail like 'escalated%' and practitioner_id is null");
  }

  @Test
  void R8_31_it_is_audited_and_in_the_timeline() {
    Raised raised = clinic.raise(Urgency.U1_SAME_DAY);
    clinic.sweepAt(after(240));

    assertThat(audited())
        .singleElement()
        .asString()
        .startsWith("escalated NOT_TAKEN_OVER from STAFF to PHYSICIAN, flag ");
    long patient =
        Long.parseLong(
            clinic
                .rows("select cast(patient_id as text) from episode where id = " + raised.episode())
                .get(0));
    List<TimelineEntry> timeline =
        CLINICS.as(
            clinic.login("doc"),
            services -> services.get(PatientRecords.class).open(patient, 0).timeline());
    assertThat(timeline)
        .filteredOn(entry -> entry.kind().equals("ESCALATED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.code()).isEqualTo("PHYSICIAN");
              assertThat(entry.words()).isEqualTo("NOT_TAKEN_OVER");
              assertThat(entry.at()).isEqualTo(after(240));
            });
  }

  @Test
  void R8_31_every_clinic_has_its_own_clock_and_sees_only_its_own() {
    DangerClinic south = another();
    clinic.raise(Urgency.U0_EMERGENCY_NOW);
    south.as(
        "admin",
        services ->
            services
                .get(EntityManager.class)
                .createNativeQuery(
                    "insert into setting (id, name, value, changed_at)"
                        + " values (1, 'danger.emergency.takenOverMinutes', '5', now())")
                .executeUpdate());
    south.raise(Urgency.U0_EMERGENCY_NOW);

    clinic.sweepAt(after(5));
    assertThat(clinic.escalations()).isEmpty();
    assertThat(south.escalations())
        .containsExactly("NOT_TAKEN_OVER PHYSICIAN 06-19 10:05 06-19 10:05");
    clinic.sweepAt(after(15));
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(south.escalations())
        .as("five minutes again, not fifteen")
        .containsExactly(
            "NOT_TAKEN_OVER PHYSICIAN 06-19 10:05 06-19 10:05",
            "STILL_NOT_TAKEN_OVER ADMIN 06-19 10:10 06-19 10:15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0", "-5", "15 minutes", "1e3", ""})
  void R8_35_a_limit_that_is_none_does_not_hold_up_an_emergency(String value) {
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
    clinic.raise(Urgency.U0_EMERGENCY_NOW);

    clinic.sweepAt(after(15));
    assertThat(clinic.escalations()).hasSize(1);
  }

  @Test
  void R1_92_taken_over_in_time_it_waits_for_a_decision_and_then_for_the_administrator() {
    Raised raised = clinic.raise(Urgency.U1_SAME_DAY);
    CLINICS.turnTo(after(10));
    acknowledge(raised);
    clinic.sweepAt(after(24 * 60 - 1));
    assertThat(clinic.escalations()).isEmpty();
    assertThat(row("doc", raised).owner()).isEqualTo(Role.PHYSICIAN);
    assertThat(row("doc", raised).actBy()).isEqualTo(after(24 * 60));

    clinic.sweepAt(after(24 * 60));
    clinic.sweepAt(after(24 * 60 * 30));
    assertThat(clinic.escalations()).containsExactly("NOT_DECIDED ADMIN 06-20 10:00 06-20 10:00");
    assertThat(row("doc", raised).owner()).isEqualTo(Role.ADMIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLEARED", "CONFIRMED"})
  void R1_93_a_decision_ends_it(FlagState decision) {
    Raised raised = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    clinic.sweepAt(after(20));
    decide(raised, decision);

    clinic.sweepAt(after(10_000));
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(clinic.rows("select cast(count(*) as text) from danger")).containsExactly("0");
    assertThat(
            clinic.rows(
                "select cast(acknowledged_at is not null as text) from screening where id = "
                    + raised.screening()))
        .containsExactly("true");
  }

  @Test
  void R1_93_handing_over_ends_it() {
    Raised raised = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    clinic.sweepAt(after(20));
    clinic.as(
        "doc",
        services ->
            services
                .get(CarePlans.class)
                .transfer(
                    new TransferCare(
                        raised.episode(), version(raised), "to hospital", "Dr Ruiz, emergency")));

    clinic.sweepAt(after(10_000));
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(clinic.rows("select cast(count(*) as text) from danger")).containsExactly("0");
  }

  @Test
  void R8_34_an_escalated_danger_still_keeps_every_door_shut() {
    Raised raised = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    long draft = clinic.begin();
    clinic.answer(draft, "CES-2", "YES");
    clinic.sweepAt(after(60));
    assertThat(clinic.escalations()).hasSize(4);

    CareStep step = new CareStep(raised.episode(), version(raised), "nothing found");
    refused("doc", "episode.flagsStand", services -> services.get(CarePlans.class).discharge(step));
    refused("doc", "episode.flagsStand", services -> services.get(CarePlans.class).closeLost(step));
    refused("desk", "intake.dangerous", services -> services.get(Intakes.class).discard(draft));
    refused(
        "doc",
        "intake.stillDangerous",
        services ->
            services
                .get(IntakeDismissal.class)
                .dismiss(new DismissIntake(draft, "a slip", clinic.doctorsPassword())));
    assertThat(clinic.rows("select cast(count(*) as text) from danger")).containsExactly("2");
  }

  private void refused(String who, String code, Consumer<Services> work) {
    assertThatThrownBy(() -> clinic.as(who, work))
        .isInstanceOf(DomainRefusal.class)
        .hasMessageStartingWith(code);
  }

  @Test
  void R8_31_a_draft_escalates_even_when_the_answer_was_taken_back_until_it_is_dismissed() {
    long draft = clinic.begin();
    clinic.answer(draft, "CES-2", "YES");
    CLINICS.turnTo(after(5));
    clinic.answer(draft, "CES-2", "NO");
    clinic.sweepAt(after(15));
    assertThat(clinic.escalations())
        .containsExactly("NOT_TAKEN_OVER PHYSICIAN 06-19 10:15 06-19 10:15");

    clinic.as(
        "doc",
        services ->
            services
                .get(IntakeDismissal.class)
                .dismiss(new DismissIntake(draft, "a slip", clinic.doctorsPassword())));
    clinic.sweepAt(after(500));
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(clinic.rows("select state || ' ' || dismiss_reason from intake"))
        .containsExactly("DISCARDED a slip");
  }

  @Test
  void R8_32_an_escalated_danger_goes_from_the_desk_to_the_physician() {
    Raised raised = clinic.raise(Urgency.U2_URGENT_1_2W);
    long draft = clinic.begin();
    clinic.answer(draft, "CES-2", "YES");
    assertThat(mine("desk").rows()).hasSize(2);
    assertThat(mine("desk").rows()).extracting(WorklistRow::owner).containsOnly(Role.STAFF);
    assertThat(inbox().rows()).isEmpty();

    clinic.sweepAt(after(15));
    assertThat(mine("desk").rows()).extracting(WorklistRow::intakeId).containsOnlyNulls();
    assertThat(mine("ther").total()).isEqualTo(1);
    assertThat(inbox().rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.intakeId()).isEqualTo(draft);
              assertThat(row.owner()).isEqualTo(Role.PHYSICIAN);
              assertThat(row.ownerBefore()).isEqualTo(Role.STAFF);
              assertThat(row.overdueSince()).isEqualTo(after(15));
              assertThat(row.actBy()).isEqualTo(after(30));
            });
    assertThat(steps(Set.of(Waiting.FINISH_INTAKE)).rows())
        .as("the desk finds it among the steps")
        .hasSize(1);

    clinic.sweepAt(FOUND.plus(Duration.ofDays(3)));
    assertThat(mine("desk").rows()).isEmpty();
    assertThat(mine("desk").total()).isZero();
    assertThat(row("doc", raised).ownerBefore()).isEqualTo(Role.STAFF);
    assertThat(mine("doc").rows())
        .as("most dangerous first, and the physician keeps what went further")
        .extracting(WorklistRow::owner)
        .containsExactly(Role.ADMIN, Role.PHYSICIAN);
    assertThat(inbox().total()).isEqualTo(2);
    assertThat(inbox().counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(2);
  }

  @Test
  void R8_33_the_administrator_is_told_what_nobody_dealt_with_and_nothing_else() {
    clinic.raise(Urgency.U1_SAME_DAY);
    long draft = clinic.begin();
    clinic.answer(draft, "CES-2", "YES");
    assertThat(overdue().total()).isZero();
    clinic.sweepAt(after(30));
    assertThat(overdue().rows())
        .containsExactly(
            new OverdueDanger(Urgency.U0_EMERGENCY_NOW, false, true, after(15), after(30)));

    for (int i = 0; i < 12; i++) {
      clinic.raise(Urgency.U1_SAME_DAY);
    }
    clinic.sweepAt(FOUND.plus(Duration.ofDays(2)));
    assertThat(overdue().rows()).hasSize(10);
    assertThat(overdue().total()).isEqualTo(14);
    assertThat(OverdueDanger.class.getRecordComponents())
        .extracting(component -> component.getName())
        .noneMatch(name -> name.matches(".*([nN]ame|[pP]atient|[eE]pisode|[iI]d)"));
  }

  @Test
  void R8_30_of_several_dangers_the_first_one_counts_and_each_flag_keeps_its_own_time() {
    Raised raised = clinic.raise(Urgency.U1_SAME_DAY, Urgency.U2_URGENT_1_2W);
    clinic.sweepAt(after(240));
    assertThat(clinic.escalations()).hasSize(1);
    assertThat(row("doc", raised).owner()).isEqualTo(Role.PHYSICIAN);
    assertThat(row("doc", raised).overdueSince()).isEqualTo(after(240));
    clinic.sweepAt(FOUND.plus(Duration.ofDays(3)));
    assertThat(clinic.escalations()).hasSize(3);
  }

  @Test
  void R8_30_the_worklist_asks_no_more_statements_for_more_rows() {
    clinic.raise(Urgency.U0_EMERGENCY_NOW);
    int few = CLINICS.statementsOf(clinic.login("doc"), s -> s.get(Worklist.class).mine(0));
    for (int i = 0; i < 20; i++) {
      clinic.raise(Urgency.U1_SAME_DAY, Urgency.U2_URGENT_1_2W);
    }
    clinic.sweepAt(FOUND.plus(Duration.ofDays(9)));
    assertThat(CLINICS.statementsOf(clinic.login("doc"), s -> s.get(Worklist.class).mine(0)))
        .isEqualTo(few)
        .isLessThanOrEqualTo(5);
  }

  private WorklistPage mine(String who) {
    return CLINICS.as(clinic.login(who), services -> services.get(Worklist.class).mine(0));
  }

  private WorklistPage inbox() {
    return CLINICS.as(clinic.login("doc"), services -> services.get(Worklist.class).inbox(0));
  }

  private WorklistPage steps(Set<Waiting> steps) {
    return CLINICS.as(clinic.login("desk"), services -> services.get(Worklist.class).of(steps, 0));
  }

  private OverduePage overdue() {
    return CLINICS.as(clinic.login("admin"), services -> services.get(OverdueDangers.class).open());
  }

  private WorklistRow row(String who, Raised raised) {
    return CLINICS
        .as(
            clinic.login(who),
            services -> services.get(Worklist.class).of(EnumSet.allOf(Waiting.class), 0))
        .rows()
        .stream()
        .filter(each -> each.episodeId() != null && each.episodeId() == raised.episode())
        .findFirst()
        .orElseThrow();
  }

  private void acknowledge(Raised raised) {
    clinic.as("desk", services -> services.get(Screenings.class).acknowledge(raised.screening()));
  }

  private void decide(Raised raised, FlagState decision) {
    clinic.as(
        "doc",
        services ->
            services
                .get(Screenings.class)
                .decideFlag(
                    new DecideFlag(
                        raised.screening(), "R1", decision, "examined", clinic.doctorsPassword())));
  }

  private long version(Raised raised) {
    return Long.parseLong(
        clinic
            .rows("select cast(version as text) from episode where id = " + raised.episode())
            .get(0));
  }
}
