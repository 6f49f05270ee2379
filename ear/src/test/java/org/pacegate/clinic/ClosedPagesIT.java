package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.Role;

/** Which pages answer whom (R11.41, R11.49). */
class ClosedPagesIT {

  private static final Path PAGES =
      Stream.of("../web", "web")
          .map(web -> Path.of(web, "src/main/webapp"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();

  private static final Set<String> OF_ADMINISTRATORS =
      Set.of("index", "new-person", "licences", "profile", "audit");

  static Stream<String> everyPage() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(page -> page.endsWith(".xhtml"))
          .filter(page -> !page.startsWith("/WEB-INF/") && !page.startsWith("/resources/"))
          .filter(page -> !page.equals("/signin.xhtml"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void r11_41_no_page_answers_nobody(String page) {
    for (String method : new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"}) {
      var answer = new Wire().send(method, page, method.equals("POST") ? "a=b" : null, Map.of());
      assertThat(answer.isSignIn()).as("%s %s: %s", method, page, answer.status()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/nothing.xhtml",
        "/clinic/",
        "/clinic/index.xhtml;jsessionid=1",
        "/clinic/%69ndex.xhtml",
        "/clinic//index.xhtml",
        "//clinic/index.xhtml",
        "/signin.xhtml/../clinic/index.xhtml",
        "/signin.xhtml;/../clinic/index.xhtml",
        "/signin.xhtml/x",
        "/jakarta.faces.resource/../clinic/index.xhtml",
        "/jakarta.faces.resource/..%2Fclinic/index.xhtml",
        "/jakarta.faces.resource;/../clinic/index.xhtml",
        "/CLINIC/index.xhtml",
        "/clinic/index.jsf",
        "/clinic/index.faces",
        "/faces/clinic/index.xhtml",
        "/WEB-INF/web.xml",
        "/WEB-INF/template.xhtml",
        "/resources/css/pacegate.css",
        "/META-INF/MANIFEST.MF"
      })
  void r11_41_nor_does_another_spelling(String path) {
    var answer = new Wire().get(path);
    assertThat(answer.isSignIn() || answer.status() >= 400).as("%s", answer).isTrue();
    assertThat(answer.body())
        .doesNotContain("People")
        .doesNotContain("<web-app")
        .doesNotContain("ui:");
  }

  @Test
  void r11_41_the_sign_in_page_and_its_look_answer() {
    var page = new Wire().get("/signin.xhtml");
    assertThat(page.status()).isEqualTo(200);
    assertThat(new Wire().get("/jakarta.faces.resource/css/pacegate.css.xhtml").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void r11_49_the_administration_opens_to_administrators_only(Role role) {
    Wire wire = new Wire();
    wire.signIn(TestClinic.open().person(role));
    for (String page : OF_ADMINISTRATORS) {
      assertThat(wire.get("/clinic/" + page + ".xhtml").status())
          .as("%s on %s", role, page)
          .isEqualTo(role == Role.ADMIN ? 200 : 403);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void r11_49_the_worklist_opens_to_the_clinical_roles(Role role) {
    boolean clinical = EnumSet.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN).contains(role);
    Wire wire = new Wire();
    wire.signIn(TestClinic.open().person(role));
    assertThat(wire.get("/worklist/index.xhtml").status()).isEqualTo(clinical ? 200 : 403);
  }

  @Test
  void r11_26_another_clinics_account_does_not_exist() {
    var stranger = TestClinic.open().person(Role.STAFF);
    Wire wire = new Wire();
    wire.signIn(TestClinic.open().person(Role.ADMIN));
    var page = wire.get("/clinic/person.xhtml?account=" + stranger.accountId());
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).doesNotContain(stranger.login());
  }
}
