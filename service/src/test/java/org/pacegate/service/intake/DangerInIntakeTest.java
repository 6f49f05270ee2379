package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.COLLEAGUE;
import static org.pacegate.service.intake.DeskClinic.DESK;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.PlanAnswer;
import org.pacegate.service.plan.ResumePlan;

/** R1.95: the plan of a runner who is screened again is suspended while the answer is typed. */
class DangerInIntakeTest {

  private static final String PHYSICIAN = "priya.raman@riverside";

  /** Of everybody in the demonstration. */
  private static final String PASSWORD = "slow-miles-heal-well";

  private final DeskClinic clinic = DeskClinic.open();
  private final long episode =
      Long.parseLong(
          clinic
              .rows(
                  "select max(e.id) from episode e join care_plan p on p.episode_id = e.id"
                      + " where p.state = 'ACTIVE' and e.body_site = 'LOW_BACK'")
              .get(0));
  private final long patient =
      Long.parseLong(clinic.rows("select patient_id from episode where id = " + episode).get(0));

  private String plan() {
    return clinic
        .rows(
            "select state || ' ' || coalesce(state_reason, '') from care_plan where episode_id = "
                + episode
                + " order by created_at desc limit 1")
        .get(0);
  }

  private Set<GateRefusal> resume() {
    long version =
        Long.parseLong(clinic.rows("select version from episode where id = " + episode).get(0));
    PlanAnswer answer =
        clinic.as(
            COLLEAGUE,
            services -> services.get(CarePlans.class).resume(new ResumePlan(episode, version)));
    return answer instanceof PlanAnswer.Refused refused ? refused.reasons() : Set.of();
  }

  @Test
  void R1_95_a_rescreening_suspends_at_the_answer_and_a_dismissal_opens_the_gate_again() {
    long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(episode));
    clinic.type(again, "answer.CES-1", "NO");
    assertThat(plan()).startsWith("ACTIVE");

    clinic.page(DESK, again).types("answer.CES-1", "YES");
    assertThat(plan()).isEqualTo("SUSPENDED plan.suspended.dangerInIntake");
    assertThat(resume()).contains(GateRefusal.DANGER_IN_INTAKE);

    clinic.page(DESK, again).types("answer.CES-1", "NO");
    assertThat(plan()).startsWith("SUSPENDED");
    assertThat(resume()).contains(GateRefusal.DANGER_IN_INTAKE);

    assertThatThrownBy(
            () ->
                clinic.as(
                    PHYSICIAN,
                    services -> {
                      services
                          .get(IntakeDismissal.class)
                          .dismiss(new DismissIntake(again, "a slip", "guessed"));
                      return null;
                    }))
        .hasMessageStartingWith("password.wrong");
    assertThat(resume()).contains(GateRefusal.DANGER_IN_INTAKE);

    clinic.as(
        PHYSICIAN,
        services -> {
          services.get(IntakeDismissal.class).dismiss(new DismissIntake(again, "a slip", PASSWORD));
          return null;
        });
    assertThat(plan()).as("opens nothing by itself").startsWith("SUSPENDED");
    assertThat(resume()).doesNotContain(GateRefusal.DANGER_IN_INTAKE);
  }

  @Test
  void R1_95_an_intake_that_turns_out_to_be_about_a_known_runner_suspends_too() {
    long intake = clinic.begin();
    clinic.type(intake, "answer.CES-2", "YES");
    assertThat(plan()).startsWith("ACTIVE");

    clinic.as(DESK, services -> services.get(Intakes.class).usePatient(intake, patient));
    assertThat(plan()).isEqualTo("SUSPENDED plan.suspended.dangerInIntake");

    for (Consumer<Intakes> moved :
        List.<Consumer<Intakes>>of(
            intakes -> intakes.useSomebodyNew(intake),
            intakes -> intakes.usePatient(intake, other()))) {
      assertThatThrownBy(
              () ->
                  clinic.as(
                      DESK,
                      services -> {
                        moved.accept(services.get(Intakes.class));
                        return null;
                      }))
          .hasMessageStartingWith("intake.dangerOfPatient");
    }
    assertThat(resume()).as("R4.25").contains(GateRefusal.DANGER_IN_INTAKE);
  }

  private long other() {
    return Long.parseLong(clinic.rows("select min(id) from patient where id <> " + patient).get(0));
  }

  @Test
  void R1_95_once_it_is_submitted_the_flag_keeps_the_gate_shut() {
    long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(episode));
    clinic.type(again, "answer.CES-2", "YES");
    clinic.submit(again, true);

    assertThat(plan()).startsWith("SUSPENDED");
    assertThat(resume())
        .contains(GateRefusal.EPISODE_LOCKED)
        .doesNotContain(GateRefusal.DANGER_IN_INTAKE);
  }
}
