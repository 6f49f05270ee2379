package org.pacegate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.testing.Demonstration;

/**
 * Everything that is no page: templates, parts, configuration and classes never leave the server,
 * whoever asks and however the path is spelt. What answers nobody is listed here, all of it.
 */
class InnerFilesIT {

  private static final Wire ADMINISTRATOR = new Wire();

  /** How a path is written so that a check of the prefix might miss it. */
  private static final List<String> SPELLINGS =
      List.of(
          "%s",
          "/.%s",
          "//%s",
          "/x/..%s",
          "/;x%s",
          "/worklist/..%s",
          "/worklist/..;%s",
          "/signin.xhtml/..%s",
          "/signin.xhtml;/..%s",
          "/jakarta.faces.resource/..%s",
          "/jakarta.faces.resource/..;%s",
          "/jakarta.faces.resource/%%2e%%2e%s",
          "/jakarta.faces.resource%s",
          "/jakarta.faces.resource%s.xhtml",
          "/jakarta.faces.resource/x.xhtml?ln=..%s",
          "/jakarta.faces.resource/x.xhtml?ln=../..%s&v=1");

  /** What a page's source or the configuration would give away. */
  private static final List<String> INNER_WORDS =
      List.of("ui:composition", "ui:define", "#{", "<web-app", "<faces-config", "Implementation-");

  private final Map<String, String> wrong = new TreeMap<>();

  @BeforeAll
  static void signIn() throws SQLException {
    String administrator = People.employ().login("ADMIN");
    ADMINISTRATOR.signIn(administrator, Demonstration.password(), "/signin.xhtml");
  }

  @Test
  void no_inner_file_leaves_the_server() throws IOException {
    for (String file : ServedFiles.inner()) {
      closed(ADMINISTRATOR, file);
      closed(ADMINISTRATOR, file.replace("WEB-INF", "web-inf"));
      closed(new Wire(), file);
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/WEB-INF/template.xhtml",
        "/WEB-INF/parts/rail.xhtml",
        "/WEB-INF/errors/unexpected.xhtml",
        "/WEB-INF/classes/org/pacegate/web/clinic/words.properties",
        "/META-INF/MANIFEST.MF",
        "/%57EB-INF/web.xml",
        "/WEB-INF%2fweb.xml",
        "/WEB-INF;x/web.xml",
        "/WEB-INF/./web.xml"
      })
  void nor_by_another_spelling(String file) {
    for (String spelling : SPELLINGS) {
      closed(ADMINISTRATOR, spelling.formatted(file));
      closed(new Wire(), spelling.formatted(file));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_but_the_sign_in_its_look_and_the_health_answers_nobody() {
    for (String open :
        List.of(
            "/signin.xhtml",
            "/jakarta.faces.resource/css/pacegate.css.xhtml",
            "/jakarta.faces.resource/js/pacegate.js.xhtml",
            "/health",
            "/health/started",
            "/health/live",
            "/health/ready")) {
      assertThat(new Wire().get(open).status()).as(open).isEqualTo(200);
    }
    for (String shut :
        List.of(
            "/",
            "/api",
            "/rest",
            "/fhir/metadata",
            "/metrics",
            "/openapi",
            "/ibm/api",
            "/adminCenter",
            "/jakarta.faces.push/x",
            "/omnifaces.push/x",
            "/javax.faces.resource/x",
            "/IBMJMXConnectorREST",
            "/j_security_check",
            "/ibm_security_logout")) {
      Answer answer = new Wire().get(shut);
      if (!answer.isSignIn() && answer.status() < 400) {
        wrong.put(shut, "answers nobody with " + answer.status());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void readiness_says_how_the_server_is_and_nothing_about_patients_or_passwords() {
    assertThat(new Wire().get("/health").body())
        .doesNotContainIgnoringCase("password")
        .doesNotContain("jdbc:", "pacegate_app", "127.0.0.1");
  }

  private void closed(Wire wire, String path) {
    Answer answer = wire.get(path);
    boolean told = INNER_WORDS.stream().anyMatch(answer.body()::contains);
    if (answer.status() < 300 || answer.status() >= 500 || told) {
      wrong.put(path, answer.status() + (told ? " with inner words" : ""));
    }
  }
}
