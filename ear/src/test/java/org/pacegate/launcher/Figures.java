package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was measured about the server while the tests ran, for {@code ./verify} to show. */
class Figures {

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  Figures(Path file) {
    this.file = file;
  }

  void ready(Duration sinceStart) {
    write("server ready %.1f s after its start".formatted(sinceStart.toMillis() / 1000.0));
  }

  /** Resident memory as the kernel counts it; says nothing where there is no /proc. */
  void resident(ProcessHandle server) {
    var status = Path.of("/proc/" + server.pid() + "/status");
    if (Files.exists(status)) {
      try (var entries = Files.lines(status)) {
        entries
            .filter(entry -> entry.startsWith("VmRSS:"))
            .map(entry -> Long.parseLong(entry.replaceAll("\\D", "")) / 1024)
            .forEach(size -> write("server resident %d MB after the tests".formatted(size)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(String line) {
    lines.add(line);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
