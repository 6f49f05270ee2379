package org.pacegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.launcher.PacegateServer;

class HealthIT {

  @ParameterizedTest
  @ValueSource(strings = {"/health/started", "/health/live", "/health/ready"})
  void the_server_says_how_it_is(String question) throws IOException, InterruptedException {
    assertThat(ask(question).statusCode()).isEqualTo(200);
  }

  @Test
  void r12_2_readiness_names_the_migration_it_found() throws IOException, InterruptedException {
    assertThat(ask("/health/ready").body()).contains("\"schema\"", "\"build\"");
  }

  @Test
  void r4_76_it_is_ready_with_every_questionnaire_read_and_valid()
      throws IOException, InterruptedException {
    assertThat(ask("/health/ready").body()).contains("\"questionnaires\"", "\"forms\":10");
  }

  private static HttpResponse<String> ask(String question)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(PacegateServer.get().url() + question)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
