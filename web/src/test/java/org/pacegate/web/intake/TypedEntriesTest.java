package org.pacegate.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R4.9 Typed entries")
class TypedEntriesTest {

  private final TypedEntries entries = new TypedEntries();

  @Test
  void areSavedOnlyWhereTheyChanged() {
    entries.take(Map.of("person.phone", "600 123 123", "person.email", "ana@example.org"));
    entries.getTexts().put("person.phone", "600 123 124");
    assertThat(entries.changes()).isEqualTo(Map.of("person.phone", "600 123 124"));
  }

  @Test
  void areTakenBackByEmptyText() {
    entries.take(Map.of("person.phone", "600 123 123"));
    entries.getTexts().put("person.phone", null);
    assertThat(entries.changes()).isEqualTo(Map.of("person.phone", ""));
  }

  @Test
  void ofAnotherTabArriveWithoutUndoingOnesOwn() {
    entries.take(Map.of("person.phone", "1"));
    entries.getTexts().put("person.phone", "2");
    entries.take(Map.of("person.phone", "1", "person.email", "other tab"));
    assertThat(entries.of("person.email")).isEqualTo("other tab");
    assertThat(entries.changes()).isEqualTo(Map.of("person.phone", "2"));
  }

  @Test
  void thatAreSavedAreNoChangeAnyMore() {
    entries.getTexts().put("person.phone", "2");
    entries.markSaved();
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

  @Test
  void keepATickAsYes() {
    entries.getTicks().put("consent.given", true);
    assertThat(entries.of("consent.given")).isEqualTo("YES");
    assertThat(entries.getTicks().get("consent.given")).isTrue();
  }
}
