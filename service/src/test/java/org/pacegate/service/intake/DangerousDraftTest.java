package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.COLLEAGUE;
import static org.pacegate.service.intake.DeskClinic.DESK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;

/** R8.7, R4.18: a dangerous answer is somebody's work before anybody submits it. */
class DangerousDraftTest {

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private List<WorklistRow> waiting() {
    return clinic
        .as(
            COLLEAGUE,
            services -> services.get(Worklist.class).of(Set.of(Waiting.FINISH_INTAKE), 0))
        .rows()
        .stream()
        .filter(row -> row.intakeId() == intake)
        .toList();
  }

  private void discard() {
    clinic.as(
        DESK,
        services -> {
          services.get(Intakes.class).discard(intake);
          return null;
        });
  }

  @Test
  void R8_7_a_dangerous_answer_is_on_the_worklist_at_once_with_a_clock() {
    clinic.type(intake, "person.familyName", "Draft", "person.birthDate", "31/2/1988");
    assertThat(waiting()).isEmpty();
    clinic.type(intake, "answer.CES-2", "YES");

    WorklistRow row = waiting().get(0);
    assertThat(row.familyName()).isEqualTo("Draft");
    assertThat(row.urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
    assertThat(row.since()).isEqualTo(clinic.now());
    assertThat(row.actBy()).isEqualTo(clinic.now().plus(Duration.ofMinutes(15)));
    assertThat(row.episodeId()).isNull();
    assertThat(row.birthDate()).isNull();
  }

  @Test
  void R8_7_it_stands_among_the_episodes_by_danger_and_is_counted() {
    clinic.type(intake, "answer.FX-1", "YES");
    List<WorklistRow> rows = new ArrayList<>();
    WorklistPage page = page(0);
    while (!page.rows().isEmpty()) {
      rows.addAll(page.rows());
      page = page((rows.size() + Worklist.pageSize() - 1) / Worklist.pageSize());
    }

    assertThat(rows).hasSize((int) page.total());
    assertThat(rows)
        .isSortedAccordingTo(
            Comparator.comparing(
                WorklistRow::urgency, Comparator.nullsLast(Comparator.naturalOrder())));
    assertThat(rows).extracting(WorklistRow::intakeId).contains(intake);
    assertThat(page.counts().get(Waiting.FINISH_INTAKE)).isPositive();
  }

  private WorklistPage page(int page) {
    return clinic.as(
        DESK, services -> services.get(Worklist.class).of(EnumSet.allOf(Waiting.class), page));
  }

  @Test
  void R8_7_an_episode_that_is_screened_again_is_named() {
    long episode =
        Long.parseLong(
            clinic
                .rows(
                    "select id from episode where state = 'PLAN_ACTIVE' and body_site = 'LOW_BACK' limit 1")
                .get(0));
    long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(episode));
    clinic.type(again, "answer.CES-2", "YES");

    WorklistPage page =
        clinic.as(
            COLLEAGUE,
            services -> services.get(Worklist.class).of(Set.of(Waiting.FINISH_INTAKE), 0));
    assertThat(page.rows())
        .anySatisfy(
            row -> {
              assertThat(row.intakeId()).isEqualTo(again);
              assertThat(row.episodeId()).isEqualTo(episode);
              assertThat(row.birthDate()).isNotNull();
            });
  }

  @Test
  void R4_18_it_is_not_discarded_even_when_the_answer_is_taken_back() {
    clinic.type(intake, "answer.CES-2", "YES");
    assertThatThrownBy(this::discard)
        .isInstanceOf(DomainRefusal.class)
        .hasMessageStartingWith("intake.dangerous");

    clinic.page(DESK, intake).types("answer.CES-2", "NO");
    assertThat(waiting())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
              assertThat(row.takenBackAt()).isEqualTo(clinic.now());
            });
    assertThatThrownBy(this::discard).hasMessageStartingWith("intake.dangerous");
    assertThat(
            clinic.rows(
                "select detail from audit.events_of_clinic(null, null, 20) where entity = 'Intake'"
                    + " and entity_id = "
                    + intake))
        .contains("urgency U0_EMERGENCY_NOW", "danger taken back");
  }
}
