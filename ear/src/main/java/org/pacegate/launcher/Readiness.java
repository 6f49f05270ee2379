package org.pacegate.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Asks a starting server whether it is ready, until it is. */
class Readiness {

  private static final Duration ASK_EVERY = Duration.ofMillis(200);
  private static final Duration SAY_SO_EVERY = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final LibertyServer.Address address;
  private final HttpRequest question;

  Readiness(LibertyServer.Address address) {
    this.address = address;
    question =
        HttpRequest.newBuilder(URI.create(address.url() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * Returns when the server is ready.
   *
   * @param progress told every few seconds how long it has taken
   * @throws StartRefused when the process ends, or is not ready within the time
   */
  void await(LibertyServer server, Duration within, Consumer<String> progress)
      throws InterruptedException {
    var begun = Instant.now();
    var said = begun;
    while (!ready()) {
      server.refuseIfFailed();
      var now = Instant.now();
      if (now.isAfter(begun.plus(within))) {
        throw new StartRefused(
            "The server was not ready within %d s; %s/health/ready says why."
                .formatted(within.toSeconds(), address.url()));
      }
      if (now.isAfter(said.plus(SAY_SO_EVERY))) {
        said = now;
        progress.accept("  … %d s".formatted(Duration.between(begun, now).toSeconds()));
      }
      Thread.sleep(ASK_EVERY.toMillis());
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }
}
