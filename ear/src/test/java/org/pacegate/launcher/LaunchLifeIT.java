package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life of one installation: first start, a crash of everything that watches, start, end. */
class LaunchLifeIT {

  /** Another address of this machine: what a certificate makes reachable, clear text is not. */
  private static final String ELSEWHERE = "127.0.0.2";

  @TempDir private Path data;

  @Test
  void
      r12_14_r12_17_r12_18_r12_20_it_starts_empty_survives_a_kill_and_serves_tls_until_the_database_ends()
          throws Exception {
    int clearText = PacegateServer.freePort();
    var environment =
        Map.of(
            "PACEGATE_DATA_DIR", data.toString(),
            "PACEGATE_HTTP_PORT", Integer.toString(clearText));

    try (var first = Launched.with(environment, "--empty")) {
      first.awaitReady();
      assertThat(first.console()).contains("First administrator: admin, one-time password");
      first.kill();
    }
    assertThat(Postmaster.in(data.resolve("postgres"))).as("left behind").isPresent();

    int port = PacegateServer.freePort();
    var certificate = Certificate.issued(data, ELSEWHERE);
    var withCertificate = new HashMap<>(environment);
    withCertificate.put("PACEGATE_HTTP_HOST", ELSEWHERE);
    withCertificate.put("PACEGATE_HTTPS_PORT", Integer.toString(port));
    withCertificate.put("PACEGATE_TLS_KEYSTORE", certificate.file().toString());
    withCertificate.put("PACEGATE_TLS_PASSWORD", Certificate.PASSWORD);
    var begun = Instant.now();
    try (var second = Launched.with(withCertificate, "--empty")) {
      second.awaitReady();
      PacegateServer.get()
          .figures()
          .add(
              "started again after %.1f s, PostgreSQL and the launcher included"
                  .formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0));
      assertThat(signInPage(environment)).contains("</html>").doesNotContain("class=\"ribbon\"");
      assertThat(second.console())
          .doesNotContain("one-time password")
          .contains("https://" + ELSEWHERE + ":" + port);
      servesTls(certificate, port, clearText);

      Postmaster.in(data.resolve("postgres")).orElseThrow().stop();

      assertThat(second.exitCode()).isOne();
      assertThat(second.console()).contains("The database ended by itself.");
    }
    assertThat(data.resolve("server.pid")).doesNotExist();
  }

  private static void servesTls(Certificate certificate, int port, int clearText) throws Exception {
    var page = certificate.ask(URI.create("https://" + ELSEWHERE + ":" + port + "/signin.xhtml"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");

    var here = certificate.ask(URI.create("http://localhost:" + clearText + "/health/live"));
    assertThat(here.statusCode()).isEqualTo(200);
    var inClearText = URI.create("http://" + ELSEWHERE + ":" + clearText + "/health/live");
    assertThatThrownBy(() -> certificate.ask(inClearText)).isInstanceOf(ConnectException.class);
  }

  /** What a stranger sees (R11.54). */
  private static String signInPage(Map<String, String> environment) throws Exception {
    var address = "http://127.0.0.1:" + environment.get("PACEGATE_HTTP_PORT") + "/signin.xhtml";
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
