package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The launcher as a process of its own, as {@code ./run} starts it. */
final class Launched implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path console;

  private Launched(Process process, Path console) {
    this.process = process;
    this.console = console;
  }

  static Launched with(Map<String, String> environment, String... options) {
    var checkout = PacegateServer.checkout();
    try {
      var console = Files.createTempFile("pacegate-launched", ".txt");
      var classes = checkout.resolve("ear/target/classes");
      var libraries = Files.readString(checkout.resolve("ear/target/launcher.classpath"));
      var command =
          new ArrayList<>(
              List.of(
                  "java", "-Xmx160m", "-cp", classes + ":" + libraries, Launch.class.getName()));
      command.addAll(List.of(options));
      var builder =
          new ProcessBuilder(command)
              .directory(checkout.toFile())
              .redirectErrorStream(true)
              .redirectOutput(console.toFile());
      builder.environment().putAll(environment);
      return new Launched(builder.start(), console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end and gives the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + console());
    }
    return process.exitValue();
  }

  String console() {
    try {
      return Files.readString(console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() throws InterruptedException {
    await(() -> console().contains("Pacegate is ready") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("ended:\n" + console());
    }
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** As Ctrl-C or an init system ends it. */
  void terminate() {
    process.destroy();
  }

  /** As a power cut ends it: it cannot do anything about it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * The machine loses power: nothing is asked, and the database goes last, so that nothing reacts
   * to its end.
   *
   * @param data the installation's data directory
   */
  void losePower(Path data) throws IOException {
    kill();
    String server = Files.readAllLines(data.resolve("server.pid")).get(0);
    ProcessHandle.of(Long.parseLong(server)).ifPresent(Launched::kill);
    kill(Postmaster.in(data.resolve("postgres")).orElseThrow().process());
    if (!Files.exists(data.resolve("postgres/postmaster.pid"))) {
      throw new AssertionError("the database was shut down, not killed");
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).exceptionally(late -> process).join();
    process.destroyForcibly();
  }
}
