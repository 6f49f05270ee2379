package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;

/** What people who never sign in can take from those who do: nothing (R11.50). */
class StrangersIT {

  /** More than the server keeps sessions. */
  private static final int MANY = 5_100;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/signin.xhtml",
        "/signin.xhtml?lang=es",
        "/",
        "/worklist/index.xhtml",
        "/nothing.xhtml",
        "/jakarta.faces.resource/css/pacegate.css.xhtml",
        "/WEB-INF/errors/refused.xhtml"
      })
  void r11_50_no_page_gives_a_stranger_a_session(String path) {
    Wire stranger = new Wire();
    stranger.get(path);
    stranger.send("POST", path, "a=b", Map.of());
    stranger.send("POST", path, "a=b", Map.of("Origin", "https://evil.example"));
    assertThat(stranger.cookies()).doesNotContainKey("pacegate");
  }

  @Test
  void r11_50_a_refused_sign_in_gives_no_session_either() {
    Wire stranger = new Wire();
    Answer refused = stranger.signIn("nobody", "not the test sentence", "/signin.xhtml");
    assertThat(refused.body()).contains("Name or password is wrong.");
    assertThat(stranger.cookies()).doesNotContainKey("pacegate");
    TestClinic.forgetFailures();
  }

  @Test
  void r11_50_thousands_of_strangers_keep_nobody_from_signing_in() {
    TestClinic.Person ana = TestClinic.open().person(Role.STAFF);
    Wire before = new Wire();
    before.signIn(ana);

    List<Integer> answers =
        IntStream.range(0, MANY)
            .parallel()
            .mapToObj(turn -> new Wire().get("/signin.xhtml").status())
            .distinct()
            .toList();

    assertThat(answers).containsExactly(200);
    assertThat(before.get("/account/password.xhtml").status()).isEqualTo(200);
    Wire after = new Wire();
    after.signIn(ana);
    assertThat(after.get("/account/password.xhtml").status()).isEqualTo(200);
  }

  @Test
  void r11_51_the_second_person_at_a_browser_finds_nothing_of_the_first() {
    TestClinic clinic = TestClinic.open();
    Wire browser = new Wire();
    Answer secondTab = browser.get("/signin.xhtml");
    browser.signIn(clinic.person(Role.STAFF));
    Answer anasPage = browser.get("/account/password.xhtml");
    String anasSession = browser.cookies().get("pacegate");

    Answer signedIn =
        browser.post(
            secondTab,
            "signIn",
            Map.of(
                "signIn:login",
                clinic.person(Role.STAFF).login(),
                "signIn:password",
                TestClinic.PASSWORD,
                "signIn:go",
                "go"));
    assertThat(signedIn.status()).isEqualTo(302);
    Answer posted = browser.post(anasPage, "sessions", Map.of("sessions:everywhere", "x"));

    assertThat(posted.status()).as("a form of the session before: %s", posted).isEqualTo(403);
    assertThat(browser.get("/account/password.xhtml").status()).isEqualTo(200);
    browser.cookies().put("pacegate", anasSession);
    assertThat(browser.get("/account/password.xhtml").isSignIn()).isTrue();
  }
}
