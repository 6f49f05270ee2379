package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R0.42 A typed date")
class TypedDateTest {

  private static final LocalDate SECOND_OF_MARCH = LocalDate.of(1988, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "2,3,1988",
    "02,03,1988",
    " 2 , 3 , 1988 ",
    "2,mar,1988",
    "2,March,1988",
    "2,marzo,1988"
  })
  void isReadFromThreeFields(String day, String month, String year) throws ImpossibleDate {
    assertThat(new TypedDate(day, month, year).toDate()).isEqualTo(SECOND_OF_MARCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2/3/1988",
        "02.03.1988",
        "2-3-1988",
        "2 3 1988",
        "1988-03-02",
        "1988/3/2",
        "02-Mar-1988",
        "2 March 1988",
        "March 2, 1988",
        "2nd March 1988",
        "2 de marzo de 1988",
        "02031988",
        "19880302",
        "2/3/1988 "
      })
  void isReadFromOneFieldInAnyUsualForm(String whole) throws ImpossibleDate {
    assertThat(new TypedDate(whole, "", "").toDate()).isEqualTo(SECOND_OF_MARCH);
    assertThat(new TypedDate("", "", whole).toDate()).isEqualTo(SECOND_OF_MARCH);
  }

  @ParameterizedTest
  @CsvSource({
    "30,2,2023,date.day", "29,2,2023,date.day", "31,4,2023,date.day", "0,4,2023,date.day",
    "x,4,2023,date.day", "1,13,2023,date.month", "1,0,2023,date.month", "1,ma,2023,date.month",
    "1,2,23,date.year", "1,2,20233,date.year", "1,2,,date.incomplete", "1,,2023,date.incomplete",
    ",,2023,date.incomplete", "soon,,,date.incomplete", "-1,2,2023,date.day"
  })
  void saysWhyItIsNone(String day, String month, String year, String sentence) {
    assertThatThrownBy(() -> new TypedDate(day, month, year).toDate())
        .isInstanceOfSatisfying(
            ImpossibleDate.class, why -> assertThat(why.key()).isEqualTo(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "2,3,1988,1988-03-02",
    "2/3/1988,,,1988-03-02",
    "31,2,1988,31/2/1988",
    "31/2/1988,,,31/2/1988",
    "14,,,14",
    "14,3,,14/3/",
    ",,1988,//1988",
    "soon,,,soon"
  })
  @DisplayName("R0.42 what was typed and is no date is kept and shown again")
  void keepsWhatWasTyped(String day, String month, String year, String kept) {
    TypedDate typed = new TypedDate(day, month, year);
    assertThat(typed.kept()).isEqualTo(kept);
    assertThat(TypedDate.ofKept(kept).kept()).isEqualTo(kept);
  }

  @Test
  void keepsNothingAsNothing() {
    assertThat(new TypedDate("", " ", null).kept()).isNull();
    assertThat(TypedDate.ofKept(null).isBlank()).isTrue();
  }

  @Test
  void knowsTheLeapDay() throws ImpossibleDate {
    assertThat(new TypedDate("29", "2", "2024").toDate()).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @Test
  void isBlankWhenNothingWasTyped() {
    assertThat(new TypedDate(null, " ", "").isBlank()).isTrue();
  }

  @Test
  void isShownWithTwoDigitsAndReadBackTheSame() throws ImpossibleDate {
    TypedDate shown = TypedDate.of(SECOND_OF_MARCH);
    assertThat(shown).isEqualTo(new TypedDate("02", "03", "1988"));
    assertThat(shown.toDate()).isEqualTo(SECOND_OF_MARCH);
  }
}
