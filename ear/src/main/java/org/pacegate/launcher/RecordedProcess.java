package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process whose number and start are written to a file, so that the next run can tell one that
 * was left behind from a stranger that happens to have its number.
 */
class RecordedProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path file;

  RecordedProcess(Path file) {
    this.file = file;
  }

  void record(ProcessHandle process) {
    try {
      Files.write(file, List.of(Long.toString(process.pid()), startOf(process).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the recorded process if it still runs. */
  void stopIfLeftBehind() {
    recorded().ifPresent(process -> stop(process, process::destroy));
    forget();
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the process to end and, when it does not within half a minute, ends it. */
  static void stop(ProcessHandle process, Runnable ask) {
    ask.run();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ProcessHandle> recorded() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var lines = Files.readAllLines(file);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(process -> startOf(process).toString().equals(lines.get(1)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty(); // a half-written file: the run that wrote it never got that far
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
