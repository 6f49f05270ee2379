package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pacegate.clinic.TestClinic.Person;
import org.pacegate.domain.clinic.Role;

/** What happens at an account acts at the next request of its sessions (R11.42). */
class SessionsIT {

  private static final String OWN_PAGE = "/account/password.xhtml";
  private static final String ADMINISTRATION = "/clinic/index.xhtml";

  private final TestClinic clinic = TestClinic.open();

  @Test
  void r11_8_sign_out_everywhere_ends_the_sessions_of_all_browsers() {
    Person ana = clinic.person(Role.STAFF);
    Wire here = signedIn(ana);
    Wire there = signedIn(ana);
    Wire colleague = signedIn(clinic.person(Role.STAFF));

    here.post(here.get(OWN_PAGE), "sessions", Map.of("sessions:everywhere", "x"));

    assertThat(here.get(OWN_PAGE).isSignIn()).isTrue();
    assertThat(there.get(OWN_PAGE).isSignIn()).isTrue();
    assertThat(colleague.get(OWN_PAGE).status()).isEqualTo(200);
    assertThat(signedIn(ana).get(OWN_PAGE).status()).isEqualTo(200);
  }

  @Test
  void r11_43_after_signing_out_the_cookies_of_before_are_worth_nothing() {
    Wire wire = signedIn(clinic.person(Role.STAFF));
    Map<String, String> before = Map.copyOf(wire.cookies());
    wire.post(wire.get(OWN_PAGE), "account", Map.of("account:signOut", "x"));
    wire.cookies().putAll(before);
    assertThat(wire.get(OWN_PAGE).isSignIn()).isTrue();
  }

  @Test
  void r11_9_a_disabled_account_is_out_at_once() {
    Person ana = clinic.person(Role.STAFF);
    Wire wire = signedIn(ana);
    clinic.change("update account set disabled_at = now() where id = ?", ana.accountId());
    assertThat(wire.get(OWN_PAGE).isSignIn()).isTrue();
    assertThat(new Wire().signIn(ana.login(), TestClinic.PASSWORD, "/signin.xhtml").body())
        .contains("Name or password is wrong.");
    TestClinic.forgetFailures();
  }

  @Test
  void r11_42_a_role_acts_at_the_next_request() {
    Person ana = clinic.person(Role.STAFF);
    clinic.person(Role.ADMIN);
    Wire wire = signedIn(ana);
    assertThat(wire.get(ADMINISTRATION).status()).isEqualTo(403);

    clinic.change(
        "insert into account_role (account_id, role) values (?, 'ADMIN')", ana.accountId());
    assertThat(wire.get(ADMINISTRATION).status()).isEqualTo(200);

    clinic.change(
        "delete from account_role where account_id = ? and role = 'ADMIN'", ana.accountId());
    assertThat(wire.get(ADMINISTRATION).status()).isEqualTo(403);
  }

  private static Wire signedIn(Person person) {
    Wire wire = new Wire();
    wire.signIn(person);
    return wire;
  }
}
