package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.intake.DeskClinic.COLLEAGUE;
import static org.pacegate.service.intake.DeskClinic.DESK;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R4.16: what a page did not show it cannot change or take back. */
class IntakeConflictsTest {

  private static final String CES_1 = "answer.CES-1";
  private static final String FX_1 = "answer.FX-1";

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  @Test
  void R4_16_a_colleagues_answer_is_not_replaced_and_both_values_are_returned() {
    DeskClinic.Page stale = clinic.page(COLLEAGUE, intake);
    clinic.page(DESK, intake).types(CES_1, "YES");

    List<EntryConflict> conflicts = stale.types(CES_1, "NO");
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.get(0).recorded()).isEqualTo("YES");
    assertThat(conflicts.get(0).typed()).isEqualTo("NO");
    assertThat(conflicts.get(0).by()).contains("Lindqvist");
    assertThat(conflicts.get(0).at()).isEqualTo(clinic.now());
    assertThat(clinic.entries(intake)).containsEntry(CES_1, "YES");
  }

  @Test
  void R4_16_what_does_not_conflict_is_saved_beside_what_does() {
    clinic.type(intake, CES_1, "YES");
    SavedIntake saved =
        clinic.save(
            COLLEAGUE,
            intake,
            UUID.randomUUID(),
            Map.of(CES_1, EntryChange.first("NO"), FX_1, EntryChange.first("NO")));
    assertThat(saved.conflicts()).extracting(EntryConflict::field).containsExactly(CES_1);
    assertThat(saved.view().entries()).containsEntry(CES_1, "YES").containsEntry(FX_1, "NO");
  }

  @Test
  void R4_16_somebody_who_saw_the_other_value_may_replace_it() {
    clinic.type(intake, CES_1, "YES");
    assertThat(clinic.page(COLLEAGUE, intake).types(CES_1, "NO")).isEmpty();
    assertThat(clinic.entries(intake)).containsEntry(CES_1, "NO");
  }

  @Test
  void R4_16_an_answer_that_was_taken_back_conflicts_too() {
    clinic.type(intake, CES_1, "YES");
    DeskClinic.Page stale = clinic.page(COLLEAGUE, intake);
    clinic.page(DESK, intake).types(CES_1, "");
    assertThat(clinic.entries(intake)).doesNotContainKey(CES_1);

    List<EntryConflict> conflicts = stale.types(CES_1, "NO");
    assertThat(conflicts).extracting(EntryConflict::recorded).containsExactly("");
  }

  @Test
  void R4_16_the_same_answer_typed_twice_is_no_conflict() {
    DeskClinic.Page stale = clinic.page(COLLEAGUE, intake);
    clinic.type(intake, CES_1, "YES");
    assertThat(stale.types(CES_1, "YES")).isEmpty();
  }

  @Test
  void R4_16_a_page_whose_save_was_not_answered_does_not_conflict_with_itself() {
    DeskClinic.Page page = clinic.page(DESK, intake);
    page.types("complaint.words", "", "It pu");
    assertThat(page.types("complaint.words", "", "It pulls.")).isEmpty();
    assertThat(clinic.entries(intake)).containsEntry("complaint.words", "It pulls.");
  }
}
