package org.pacegate.service.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4.134: which typed name is the expected one. */
class NameAgreementTest {

  @ParameterizedTest
  @CsvSource({
    "Ruiz, Ana, Ruiz, Ana",
    "RUÍZ, ána, Ruiz, Ana",
    "Ana, Ruiz, Ruiz, Ana",
    "Ruiz, Ana, Ruiz García, Ana María",
    "Ruiz García, Ana María, Ruiz, Ana",
    "Ruiz-García, Ana, Ruiz García, Ana",
    "de la Cruz, Eva, Cruz, Eva",
    "OBrien, Sean, O'Brien, Seán",
    "O Brien, Sean, O'Brien, Sean",
    "Strauss, Jo, Strauß, Jo",
    "Müller, Ute, Muller, Ute",
    "' Ruiz ', ' Ana ', Ruiz, Ana"
  })
  void R4_134_the_same_name(String family, String given, String expected, String expectedGiven) {
    assertThat(NameAgreement.fits(family, given, expected, expectedGiven)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ruis, Ana, Ruiz, Ana",
    "García, Ana, Ruiz García, Ana",
    "Ruiz, Eva, Ruiz, Ana",
    "Ruiz, An, Ruiz, Ana",
    "Smith, Bob, Smith, Robert",
    "Ruiz, Ruiz, Ruiz, Ana",
    "Ruiz, '', Ruiz, Ana",
    "'', Ana, Ruiz, Ana",
    "'', '', '', ''",
    "?, Ana, ?, Ana",
    "., Ana, Ruiz, Ana"
  })
  void R4_134_another_name(String family, String given, String expected, String expectedGiven) {
    assertThat(NameAgreement.fits(family, given, expected, expectedGiven)).isFalse();
  }
}
