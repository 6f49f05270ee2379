package org.pacegate.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

@DisplayName("An account")
class AccountTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static Account account() {
    return new Account(7, "Ana.Ruiz", "first hash", Language.en, Set.of(Role.STAFF, Role.EDITOR));
  }

  @Test
  @DisplayName("R11.5, R11.7 starts with a lower-case login and a password to change")
  void starts() {
    assertThat(account().login()).isEqualTo("ana.ruiz");
    assertThat(account().mustChangePassword()).isTrue();
    assertThat(account().isDisabled()).isFalse();
  }

  @ParameterizedTest
  @DisplayName("R11.5 refuses a login of other characters")
  @ValueSource(
      strings = {"", " ", "a", "ana ruiz", "ana'--", ".ana", "ana.", "аna.ruiz", "a\u0000b"})
  void refusesLogin(String login) {
    assertThatThrownBy(() -> new Account(7, login, "hash", Language.en, Set.of(Role.STAFF)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  @DisplayName("R11.7, R11.8 an own password ends the forced change and all sessions")
  void choosesPassword() {
    Account account = account();
    int before = account.sessionEpoch();
    account.choosePassword("own hash");
    assertThat(account.mustChangePassword()).isFalse();
    assertThat(account.passwordHash()).isEqualTo("own hash");
    assertThat(account.sessionEpoch()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("R11.7, R11.8 a reset forces a change and ends all sessions")
  void isReset() {
    Account account = account();
    account.choosePassword("own hash");
    int before = account.sessionEpoch();
    account.resetTo("one-time hash");
    assertThat(account.mustChangePassword()).isTrue();
    assertThat(account.sessionEpoch()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("R11.8 the same password hashed anew ends nothing")
  void isRehashed() {
    Account account = account();
    int before = account.sessionEpoch();
    account.rehash("stronger hash");
    assertThat(account.passwordHash()).isEqualTo("stronger hash");
    assertThat(account.sessionEpoch()).isEqualTo(before);
  }

  @Test
  @DisplayName("R11.9 is disabled once, which ends all sessions, and enabled again")
  void isDisabled() {
    Account account = account();
    int before = account.sessionEpoch();
    account.disable(NOW);
    assertThat(account.isDisabled()).isTrue();
    assertThat(account.sessionEpoch()).isEqualTo(before + 1);
    assertThatThrownBy(() -> account.disable(NOW)).isInstanceOf(DomainRefusal.class);
    account.enable();
    assertThat(account.isDisabled()).isFalse();
    assertThatThrownBy(account::enable).isInstanceOf(DomainRefusal.class);
  }

  @Test
  @DisplayName("R11.4, R11.9 holds exactly the granted roles, at least one")
  void holdsRoles() {
    Account account = account();
    account.grant(Set.of(Role.EDITOR, Role.ADMIN));
    assertThat(account.roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.ADMIN);
    assertThat(account.holds(Role.STAFF)).isFalse();
    assertThatThrownBy(() -> account.grant(Set.of())).isInstanceOf(InvalidValue.class);
  }

  @Test
  @DisplayName("speaks the product's languages only")
  void speaks() {
    Account account = account();
    account.speak(Language.es);
    assertThat(account.language()).isEqualTo(Language.es);
    assertThatThrownBy(() -> account.speak(null)).isInstanceOf(InvalidValue.class);
  }
}
