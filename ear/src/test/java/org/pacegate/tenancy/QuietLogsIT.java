package org.pacegate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.domain.clinic.Role;
import org.pacegate.gate.Doors;
import org.pacegate.gate.Rows;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.InServer;

/** What the database refuses is logged without the row that it refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QuietLogsIT {

  private static final String WORDS = "Zzyzxmarker";

  /** The words are put together in the database, so that no statement holds them. */
  private static final String REFUSED =
      "insert into patient (id, record_number, family_name) values (1, 'R', 'Zzyzx' || 'marker')";

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  @Test
  void a_row_that_the_database_refuses_is_in_no_log() throws Exception {
    Doors clinic = Doors.ofAClinic();
    String address =
        "%s/in-server/stranger?login=%s&sql=%s"
            .formatted(
                PacegateServer.get().url(),
                clinic.login(Role.STAFF),
                URLEncoder.encode(REFUSED, StandardCharsets.UTF_8));
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body();

    assertThat(answer).isEqualTo("refused 23502");
    List<Path> logs = logs();
    assertThat(logs).isNotEmpty();
    for (Path log : logs) {
      assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
          .as(log.toString())
          .doesNotContain(WORDS);
    }
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(PacegateServer.get().dataDirectory().resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void the_databases_own_log_leaves_the_row_out_too() {
    assertThat(Rows.of("select setting from pg_settings where name = 'log_error_verbosity'"))
        .containsExactly("terse");
  }
}
