package org.pacegate.launcher;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What was measured while the tests of a process ran, for {@code ./verify} to show: the one writer
 * of {@code ear/target/figures-<fork>.txt}. Everybody adds lines, nobody replaces those of others.
 */
public final class Figures {

  private final Path file;

  private Figures(Path file) {
    this.file = file;
  }

  /** Begins the file of this run. */
  static Figures afresh(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Figures(file);
  }

  void ready(Duration sinceStart, ProcessHandle server) {
    add("server ready %.1f s after its start".formatted(sinceStart.toMillis() / 1000.0));
    server
        .info()
        .totalCpuDuration()
        .ifPresent(
            spent ->
                add(
                    "processor time until the server was ready %.1f s"
                        .formatted(spent.toMillis() / 1000.0)));
  }

  /** Resident memory as the kernel counts it; says nothing where there is no /proc. */
  void resident(ProcessHandle server) {
    var status = Path.of("/proc/" + server.pid() + "/status");
    if (Files.exists(status)) {
      try (var entries = Files.lines(status)) {
        entries
            .filter(entry -> entry.startsWith("VmRSS:"))
            .map(entry -> Long.parseLong(entry.replaceAll("\\D", "")) / 1024)
            .forEach(size -> add("server resident %d MB after its tests".formatted(size)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Adds a line. */
  public synchronized void add(String line) {
    try {
      Files.write(file, List.of(line), CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
