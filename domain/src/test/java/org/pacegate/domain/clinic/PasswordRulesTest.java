package org.pacegate.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.InvalidValue;

@DisplayName("R11.6 A password")
class PasswordRulesTest {

  private static final PasswordRules RULES =
      new PasswordRules(Set.of("ana.physician", "Ana", "Lindenhof Running Clinic"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "eleven+onemo",
        "  spaces count too  ",
        "ñandú 🦤 ñandú 🏃",
        "84720193658271",
        "my passwords are long"
      })
  void isAnythingThatIsLong(String password) {
    assertThat(RULES.problemOf(password)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'',tooShort",
    "elevenchars,tooShort",
    "🏃🏃🏃🏃🏃🏃,tooShort",
    "ana.physician,name",
    "ANA.Physician,name",
    "anaphysician2026,name",
    "lindenhof running clinic,name",
    "LindenhofRunningClinic1,name",
    "aaaaaaaaaaaa,common",
    "abcabcabcabc,common",
    "123456789012,common",
    "987654321098,common",
    "112233112233,common",
    "password1234,common",
    "Password!2026,common",
    "qwertyuiop12,common",
    "pacegate2026!,common",
    "passwordpassword,common"
  })
  void isNotWhatAStrangerTriesFirst(String password, String problem) {
    assertThat(RULES.problemOf(password)).contains(problem);
  }

  @Test
  void hasAtMostTwoHundredCharacters() {
    String longest = "long sentence ".repeat(20).substring(0, 199) + "!";
    assertThat(RULES.problemOf(longest)).isEmpty();
    assertThat(RULES.problemOf(longest + "!")).contains("tooLong");
  }

  @Test
  void isRefusedWithItsProblem() {
    assertThatThrownBy(() -> RULES.admit("short"))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.problem()).isEqualTo("tooShort"));
    assertThat(RULES.problemOf(null)).contains("tooShort");
  }
}
