package org.pacegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.pacegate.gate.Rows;
import org.pacegate.launcher.PacegateServer;

/** The audit of a clinic up to its newest event, once that is sealed and anchored. */
public record SealedAudit(long lastEvent) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Waits until the sealer has passed and its link is in the anchor. */
  public static SealedAudit of(long clinic) {
    String last = "select max(id) from audit.event where clinic_id = ?";
    SealedAudit audit = new SealedAudit(Long.parseLong(Rows.of(last, clinic).get(0)));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!audit.isAnchored()) {
      assertThat(Instant.now()).as("the sealer's turn").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return audit;
  }

  /** Everything that the database finds broken in the chain. */
  public static List<String> breaks() {
    return Rows.of("select kind || ' ' || coalesce(event_id::text, '') from audit.verify()");
  }

  boolean isAnchored() {
    return anchor().contains(link());
  }

  /** The chain's link over the last event as it has to stand in the anchor, without its time. */
  private String link() {
    return Rows.of(
            "select 'pacegate-seal ' || no || ' ' || encode(hash, 'hex') from audit.seal"
                + " where hi >= ? order by no limit 1",
            lastEvent)
        .stream()
        .findFirst()
        .orElse("none yet");
  }

  private static List<String> anchor() {
    Path file = PacegateServer.get().dataDirectory().resolve("audit-anchor.log");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> line.replaceFirst("^(pacegate-seal \\d+) \\S+", "$1"))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
