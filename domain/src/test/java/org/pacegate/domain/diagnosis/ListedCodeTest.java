package org.pacegate.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.shared.DomainRefusal;

/** R6.40, R6.41: which code of which edition becomes the code of a diagnosis. */
class ListedCodeTest {

  private static CodeEdition edition(LocalDate to) {
    return new CodeEdition(null, "ICD-10-CM", "FY2025", LocalDate.of(2024, 10, 1), to);
  }

  private static void refused(String code, ListedCode listed, LocalDate day) {
    assertThatThrownBy(() -> listed.chosenOn(day))
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-30, false",
    "2024-10-01, true",
    "2025-09-30, true",
    "2025-10-01, false",
  })
  void r6_40_anEditionHoldsFromItsFirstDayToItsLast(LocalDate day, boolean holds) {
    ListedCode listed = new ListedCode(edition(LocalDate.of(2025, 9, 30)), "M51.360", true, false);
    assertThat(listed.edition().holdsOn(day)).isEqualTo(holds);
    if (holds) {
      assertThat(listed.chosenOn(day).code()).isEqualTo("M51.360");
    } else {
      refused("diagnosis.codeNotInForce", listed, day);
    }
  }

  @Test
  void r6_40_anEditionWithoutAnEndHoldsOn() {
    assertThat(edition(null).holdsOn(LocalDate.of(2050, 1, 1))).isTrue();
  }

  @Test
  void r6_41_aHeaderIsNeverChosen() {
    ListedCode header = new ListedCode(edition(null), "M51.36", false, false);
    refused("diagnosis.codeIsHeader", header, LocalDate.of(2026, 3, 2));
  }

  @Test
  void r6_40_whatWasSignedKeepsCodeEditionAndClass() {
    CodeEdition own = new CodeEdition(7L, "CIE-10-ES", "2026", LocalDate.of(2026, 1, 1), null);
    DiagnosisCode chosen =
        new ListedCode(own, "M84.361A", true, true).chosenOn(LocalDate.of(2026, 3, 2));
    assertThat(chosen.system()).isEqualTo("CIE-10-ES");
    assertThat(chosen.edition()).isEqualTo("2026");
    assertThat(chosen.ownEditionId()).isEqualTo(7L);
    assertThat(chosen.boneStress()).isTrue();
  }
}
