package org.pacegate.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.service.intake.EntryChange;

@DisplayName("R4.9, R4.24 Typed entries")
class TypedEntriesTest {

  private final TypedEntries entries = new TypedEntries();

  private void shown(Map<String, String> onRecord) {
    entries.take(onRecord);
    entries.draw();
  }

  private static EntryChange from(String shown, String typed) {
    return new EntryChange(shown, typed);
  }

  @Test
  void areSavedOnlyWhereTheyChanged() {
    shown(Map.of("person.phone", "600 123 123", "person.email", "ana@example.org"));
    entries.getTexts().put("person.phone", "600 123 124");
    entries.getTexts().put("person.email", "ana@example.org");
    assertThat(entries.changes())
        .isEqualTo(Map.of("person.phone", from("600 123 123", "600 123 124")));
  }

  @Test
  void areTakenBackByEmptyText() {
    shown(Map.of("person.phone", "600 123 123"));
    entries.getTexts().put("person.phone", null);
    assertThat(entries.changes()).isEqualTo(Map.of("person.phone", from("600 123 123", "")));
  }

  @Test
  void R4_24_that_the_page_did_not_show_are_not_taken_back_by_it() {
    shown(Map.of());
    entries.getTexts().put("answer.FX-1", "NO");
    entries.changes();
    entries.saved(Set.of());
    entries.take(Map.of("answer.FX-1", "NO", "answer.CES-1", "YES"));

    entries.getTexts().put("answer.FX-1", "NO");
    entries.getTexts().put("answer.CES-1", null);
    entries.getTexts().put("answer.FX-2", "NO");
    assertThat(entries.changes()).isEqualTo(Map.of("answer.FX-2", from("", "NO")));
    assertThat(entries.of("answer.CES-1")).isEqualTo("YES");
  }

  @Test
  void R4_24_of_a_page_that_the_server_forgot_are_held_against_what_it_says_it_showed() {
    entries.take(Map.of("answer.CES-1", "YES", "answer.FX-1", "NO"));
    entries.showed(ShownEntries.read("answer.FX-1=NO"));
    entries.getTexts().put("answer.CES-1", null);
    entries.getTexts().put("answer.FX-1", "UNSURE");
    assertThat(entries.changes()).isEqualTo(Map.of("answer.FX-1", from("NO", "UNSURE")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "&", "=", "x", "=YES", "answer.CES-1=%zz"})
  void R4_24_take_nothing_back_when_the_page_does_not_say_what_it_showed(String sent) {
    entries.take(Map.of("answer.CES-1", "YES"));
    entries.showed(ShownEntries.read(sent));
    entries.getTexts().put("answer.CES-1", null);
    assertThat(entries.changes()).isEmpty();
  }

  @Test
  void R4_24_travel_with_the_page_whatever_was_typed() {
    Map<String, String> shown =
        Map.of("complaint.words", "a=b&c%\r\n\"<é 🏃", "complaint.side", "LEFT");
    assertThat(ShownEntries.read(ShownEntries.text(shown))).isEqualTo(shown);
    assertThat(ShownEntries.text(Map.of())).isEmpty();
  }

  @Test
  void R4_24_in_conflict_stay_typed_until_somebody_decides() {
    shown(Map.of("answer.CES-1", "NO"));
    entries.getTexts().put("answer.CES-1", "UNSURE");
    entries.changes();
    entries.saved(Set.of("answer.CES-1"));
    entries.take(Map.of("answer.CES-1", "YES"));
    entries.draw();
    assertThat(entries.of("answer.CES-1")).isEqualTo("UNSURE");
    assertThat(entries.changes()).isEqualTo(Map.of("answer.CES-1", from("NO", "UNSURE")));

    entries.sawRecorded("answer.CES-1", "YES");
    assertThat(entries.changes()).isEqualTo(Map.of("answer.CES-1", from("YES", "UNSURE")));
  }

  @Test
  void R4_24_of_a_list_are_the_ticks_of_this_page_only() {
    shown(Map.of());
    entries.take(Map.of("answer.Q", "TIRED"));
    entries.codes("answer.Q").put("TIRED", false);
    entries.codes("answer.Q").put("NONE", false);
    assertThat(entries.changes()).isEmpty();
  }

  @Test
  void ofAnotherTabArriveWithoutUndoingOnesOwn() {
    shown(Map.of("person.phone", "1"));
    entries.getTexts().put("person.phone", "2");
    entries.take(Map.of("person.phone", "1", "person.email", "other tab"));
    assertThat(entries.of("person.email")).isEqualTo("other tab");
    assertThat(entries.changes()).isEqualTo(Map.of("person.phone", from("1", "2")));
  }

  @Test
  void thatAreSavedAreNoChangeAnyMore() {
    entries.getTexts().put("person.phone", "2");
    entries.saved(Set.of());
    entries.getTexts().put("person.phone", "2");
    assertThat(entries.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', WEIGHT_LOSS, WEIGHT_LOSS",
    "WEIGHT_LOSS, TIRED, 'TIRED,WEIGHT_LOSS'",
    "'', NONE, ','",
    "'', UNSURE, UNSURE",
    "',', TIRED, TIRED",
    "UNSURE, TIRED, TIRED",
    "TIRED, NONE, TIRED"
  })
  void keepAListOfCodesInWhichNoneIsAnAnswer(String before, String ticked, String after) {
    entries.take(new HashMap<>(Map.of("answer.Q", before)));
    entries.codes("answer.Q").put(ticked, true);
    assertThat(entries.of("answer.Q")).isEqualTo(after);
  }

  @Test
  void knowWhichCodesAreTicked() {
    entries.take(Map.of("answer.Q", ","));
    assertThat(entries.codes("answer.Q").get("NONE")).isTrue();
    assertThat(entries.codes("answer.Q").get("TIRED")).isFalse();
  }

  @Test
  void keepNotSureBesideADate() {
    entries.getDates().put("answer.CES-T", "2026-11-12");
    entries.getUnsure().put("answer.CES-T", true);
    assertThat(entries.of("answer.CES-T")).isEqualTo("UNSURE");
    assertThat(entries.getDates().get("answer.CES-T")).isNull();
    entries.getUnsure().put("answer.CES-T", false);
    assertThat(entries.of("answer.CES-T")).isEmpty();
  }

  @Test
  void leaveADateThatIsKnown() {
    entries.take(Map.of("answer.CES-T", "2026-11-12"));
    entries.getUnsure().put("answer.CES-T", false);
    assertThat(entries.of("answer.CES-T")).isEqualTo("2026-11-12");
  }
}
