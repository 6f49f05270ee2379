package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R11.10 Failures are counted together")
class SignInSubjectTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "::ffff:192.0.2.1, 192.0.2.1, true",
    "not:an:address, not:an:address, true"
  })
  void ofAnAddressOrAWholeIpv6Network(String one, String other, boolean together) {
    assertThat(SignInSubject.address(one).key().equals(SignInSubject.address(other).key()))
        .isEqualTo(together);
  }

  @Test
  void neverOfAnAccountAndAnAddressOfTheSameWords() {
    assertThat(SignInSubject.account("::1").key()).isNotEqualTo(SignInSubject.address("::1").key());
    assertThat(SignInSubject.account("ana").key())
        .isNotEqualTo(SignInSubject.confirmation("ana").key());
  }

  @Test
  void underAHashThatTellsNoName() {
    assertThat(SignInSubject.account("ana.ruiz").key()).hasSize(64).doesNotContain("ana");
  }
}
