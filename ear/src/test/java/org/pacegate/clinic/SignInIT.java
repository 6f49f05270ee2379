package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.clinic.TestClinic.Person;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;

/** Signing in, seen from the wire. */
class SignInIT {

  private static final String REFUSED = "Name or password is wrong.";
  private static final String WRONG = "not the test sentence";

  private final TestClinic clinic = TestClinic.open();

  @BeforeEach
  @AfterEach
  void forgetFailures() {
    TestClinic.forgetFailures();
  }

  @Test
  void r11_47_a_wrong_name_and_a_wrong_password_look_alike() {
    Person ana = clinic.person(Role.STAFF);
    Answer wrongName = new Wire().signIn("nobody." + ana.login(), WRONG, "/signin.xhtml");
    Answer wrongPassword = new Wire().signIn(ana.login(), WRONG, "/signin.xhtml");

    assertThat(wrongName.status()).isEqualTo(wrongPassword.status()).isEqualTo(200);
    assertThat(whatIsSaid(wrongName)).isEqualTo(whatIsSaid(wrongPassword)).contains(REFUSED);
  }

  private static String whatIsSaid(Answer page) {
    return page.body()
        .replaceAll("(?s)<head.*?</head>", "")
        .replaceAll("<input[^>]*>", "")
        .replaceAll("nonce=\"[^\"]*\"", "");
  }

  @Test
  void r11_10_failures_make_the_next_try_wait_even_the_right_one() {
    Person ana = clinic.person(Role.STAFF);
    for (int i = 0; i < 3; i++) {
      assertThat(new Wire().signIn(ana.login(), WRONG, "/signin.xhtml").body()).contains(REFUSED);
    }
    clinic.change(
        "update sign_in_delay set failures = 8, last_failed_at = now() - interval '1 minute'");
    Answer next = new Wire().signIn(ana.login(), WRONG, "/signin.xhtml");
    assertThat(next.body()).contains("The next try counts in");

    Answer tooEarly = new Wire().signIn(ana.login(), TestClinic.PASSWORD, "/signin.xhtml");
    assertThat(tooEarly.body()).contains("The next try counts in");

    clinic.change("update sign_in_delay set last_failed_at = now() - interval '1 minute'");
    new Wire().signIn(ana);
  }

  @Test
  void r11_10_failures_from_elsewhere_do_not_keep_the_owner_out() {
    Person ana = clinic.person(Role.STAFF);
    new Wire().signIn(ana.login(), WRONG, "/signin.xhtml");
    clinic.change(
        "update sign_in_delay set failures = 9, last_failed_at = now() where subject ="
            + " encode(sha256(convert_to('account:' || ?, 'UTF8')), 'hex')",
        ana.login());
    new Wire().signIn(ana);
  }

  @Test
  void r11_22_a_hash_of_old_times_is_made_anew() {
    Person ana = clinic.personOfOldTimes(Role.STAFF);
    new Wire().signIn(ana);
    assertThat(clinic.read("select password_hash from account where id = ?", ana.accountId()))
        .startsWith("PBKDF2WithHmacSHA512:210000:");
    new Wire().signIn(ana);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbled",
        "PBKDF2WithHmacSHA512:many:c2FsdA==:aGFzaA==",
        "PBKDF2WithHmacSHA512:0:c2FsdA==:aGFzaA==",
        "PBKDF2WithHmacSHA512:210000::aGFzaA==",
        "PBKDF2WithHmacSHA512:210000:c2FsdA==:?",
        "NoSuchAlgorithm:210000:c2FsdA==:aGFzaA=="
      })
  void r11_21_a_garbled_hash_refuses_as_a_wrong_password_does(String hash) {
    Person ana = clinic.person(Role.STAFF);
    clinic.change("update account set password_hash = ? where id = ?", hash, ana.accountId());
    Answer answer = new Wire().signIn(ana.login(), TestClinic.PASSWORD, "/signin.xhtml");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(REFUSED);
  }

  @Test
  void r11_43_the_session_id_changes_and_every_cookie_is_guarded() {
    Wire wire = new Wire();
    wire.cookies().put("pacegate", "0000ofSomebodyElsesChoice");
    wire.signIn(clinic.person(Role.STAFF));
    assertThat(wire.cookies().get("pacegate")).isNotNull().doesNotContain("ofSomebodyElsesChoice");
    wire.get("/account/password.xhtml?lang=es");
    assertThat(wire.cookies()).containsKeys("pacegate", "pacegate-language");
    assertThat(wire.cookieHeaders())
        .filteredOn(each -> !each.contains("Max-Age=0"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(each -> each.contains("Secure"), "Secure")
        .allMatch(each -> each.contains("HttpOnly"), "HttpOnly")
        .allMatch(each -> each.matches(".*SameSite=(Lax|Strict).*"), "SameSite");
    assertThat(wire.cookies().keySet()).noneMatch(name -> name.matches("(?i).*ltpa.*"));
  }

  @ParameterizedTest
  @CsvSource({
    "/account/password.xhtml?x=1, /account/password.xhtml?x=1",
    "//evil.example/a.xhtml, /",
    "https://evil.example/a.xhtml, /",
    "/\\evil.example/a.xhtml, /"
  })
  void r11_45_after_signing_in_a_person_goes_on_within_the_site(String to, String there) {
    String page = "/signin.xhtml?" + Wire.encoded(Map.of("to", to));
    Answer answer = new Wire().signIn(clinic.person(Role.STAFF).login(), TestClinic.PASSWORD, page);
    assertThat(answer.location())
        .matches("https?://(localhost|127\\.0\\.0\\.1):\\d+\\Q" + there + "\\E");
  }

  @Test
  void r11_45_who_was_signed_out_meanwhile_goes_on_at_the_same_record() {
    Wire wire = new Wire();
    wire.signIn(clinic.person(Role.STAFF));
    Answer page = wire.get("/account/password.xhtml?record=17");
    wire.cookies().remove("pacegate");
    String there = "/signin.xhtml?to=%2Faccount%2Fpassword.xhtml%3Frecord%3D17";

    assertThat(wire.get("/account/password.xhtml?record=17").location()).endsWith(there);
    assertThat(wire.post(page, "sessions", Map.of()).location()).endsWith(there);
    Answer ajax = wire.post(page, "sessions", Map.of(), Map.of("Faces-Request", "partial/ajax"));
    assertThat(ajax.status()).isEqualTo(200);
    assertThat(ajax.body()).contains("<redirect url=\"" + there + "\">");
  }

  @Test
  void r11_45_a_sign_in_page_that_was_open_for_days_still_lets_in() {
    Person ana = clinic.person(Role.STAFF);
    Wire wire = new Wire();
    Answer page = wire.get("/signin.xhtml?to=/account/password.xhtml");
    wire.cookies().clear();
    Answer answer =
        wire.post(
            page,
            "signIn",
            Map.of(
                "signIn:login",
                ana.login(),
                "signIn:password",
                TestClinic.PASSWORD,
                "signIn:go",
                "go"));
    assertThat(answer.location()).endsWith("/account/password.xhtml");
    assertThat(wire.get("/account/password.xhtml").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null"
  })
  void r11_46_another_site_cannot_sign_anybody_in_or_out(String header, String value) {
    Map<String, String> foreign = Map.of(header, value);
    Wire wire = new Wire();
    wire.signIn(clinic.person(Role.STAFF));
    Answer page = wire.get("/account/password.xhtml");
    Answer refused = wire.post(page, "sessions", Map.of("sessions:everywhere", "x"), foreign);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(wire.get("/account/password.xhtml").status()).isEqualTo(200);

    Wire nobody = new Wire();
    Answer signIn =
        nobody.post(
            nobody.get("/signin.xhtml"),
            "signIn",
            Map.of("signIn:login", "x", "signIn:password", "y", "signIn:go", "go"),
            foreign);
    assertThat(signIn.status()).isEqualTo(403);
  }

  @Test
  void r11_46_a_form_without_its_view_state_or_with_anothers_changes_nothing() {
    Person ana = clinic.person(Role.STAFF);
    Wire wire = new Wire();
    wire.signIn(ana);
    Wire other = new Wire();
    other.signIn(clinic.person(Role.STAFF));
    Map<String, String> fields = Wire.fields(wire.get("/account/password.xhtml"), "sessions");
    fields.put("sessions:everywhere", "x");
    String foreign =
        Wire.fields(other.get("/account/password.xhtml"), "sessions")
            .get("jakarta.faces.ViewState");

    for (String state : new String[] {null, "", "AAAA", "stateless", foreign}) {
      fields.remove("jakarta.faces.ViewState");
      if (state != null) {
        fields.put("jakarta.faces.ViewState", state);
      }
      wire.send("POST", "/account/password.xhtml", Wire.encoded(fields), Map.of());
      assertThat(wire.get("/account/password.xhtml").status()).as("after %s", state).isEqualTo(200);
    }
  }

  @Test
  void r11_48_a_password_of_somebody_elses_choice_opens_one_page() {
    Person newcomer = clinic.newcomer(Role.STAFF, Role.ADMIN);
    Wire wire = new Wire();
    wire.signIn(newcomer);
    for (String page : List.of("/", "/worklist/index.xhtml", "/clinic/index.xhtml", "/nothing")) {
      assertThat(wire.get(page).location()).contains("/account/password.xhtml");
    }
    Answer page = wire.get("/account/password.xhtml?to=/clinic/index.xhtml");
    assertThat(change(wire, page, TestClinic.PASSWORD).body())
        .contains("This is the password until now.");
    assertThat(change(wire, page, "short").body()).contains("Give at least 12 characters.");
    assertThat(change(wire, page, newcomer.login()).body())
        .contains("a stranger would try it first");

    String before = wire.cookies().get("pacegate");
    assertThat(change(wire, page, "a sentence of my own").location())
        .endsWith("/clinic/index.xhtml");
    assertThat(wire.cookies().get("pacegate")).isNotEqualTo(before);
    assertThat(wire.get("/clinic/index.xhtml").status()).isEqualTo(200);
  }

  @Test
  void r11_8_a_new_password_ends_the_other_sessions_and_needs_the_old_one() {
    Person ana = clinic.person(Role.STAFF);
    Wire here = new Wire();
    Wire there = new Wire();
    here.signIn(ana);
    there.signIn(ana);
    Answer page = here.get("/account/password.xhtml");
    Map<String, String> wrong =
        Map.of(
            "change:oldPassword",
            WRONG,
            "change:newPassword",
            "another long one",
            "change:repeated",
            "another long one",
            "change:save",
            "x");
    assertThat(here.post(page, "change", wrong).body())
        .contains("The password until now is not right.");
    assertThat(there.get("/account/password.xhtml").status()).isEqualTo(200);

    assertThat(change(here, page, "another long one").status()).isEqualTo(302);
    assertThat(here.get("/account/password.xhtml").status()).isEqualTo(200);
    assertThat(there.get("/account/password.xhtml").isSignIn()).isTrue();
  }

  private static Answer change(Wire wire, Answer page, String password) {
    return wire.post(
        page,
        "change",
        Map.of(
            "change:oldPassword",
            TestClinic.PASSWORD,
            "change:newPassword",
            password,
            "change:repeated",
            password,
            "change:save",
            "x"));
  }
}
