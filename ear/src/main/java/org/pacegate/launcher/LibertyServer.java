package org.pacegate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Open Liberty with the EAR, as a child process. */
class LibertyServer implements AutoCloseable {

  private static final String APPLICATION_FAILED = "CWWKZ0002E";

  /** Where the server listens. */
  record Address(String host, int port) {

    String url() {
      return "http" + withoutScheme();
    }

    String tlsUrl() {
      return "https" + withoutScheme();
    }

    private String withoutScheme() {
      return "://" + reachable() + ":" + port;
    }

    /** A name that reaches it from this machine. */
    private String reachable() {
      return Set.of("0.0.0.0", "::", "127.0.0.1").contains(host) ? "localhost" : host;
    }

    /**
     * @param variable that names another port
     */
    void refuseIfTaken(String variable) {
      try (var probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      } catch (IOException e) {
        throw new StartRefused(
            "Port %d on %s is taken; stop what uses it, or set %s.".formatted(port, host, variable),
            e);
      }
    }
  }

  private final ServerFiles files;
  private final Path logs;
  private final RecordedProcess recorded;
  private Process process;

  LibertyServer(ServerFiles files, DataDirectory data) {
    this.files = files;
    this.logs = data.logs();
    this.recorded = new RecordedProcess(data.path().resolve("server.pid"));
  }

  void stopIfLeftBehind() {
    recorded.stopIfLeftBehind();
  }

  /** Starts the process; it becomes ready later. */
  Process start(Map<String, String> environment) {
    var command =
        new ProcessBuilder(files.command().toString(), "run", files.name())
            .redirectErrorStream(true)
            .redirectOutput(console());
    if (new DeployedBuild(files).isNew()) {
      command.command().add("--clean");
    }
    command.environment().putAll(environment);
    command.environment().putAll(files.environment());
    command.environment().put("LOG_DIR", logs.toString());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      process = command.start();
    } catch (IOException e) {
      throw new StartRefused("The server could not be started from %s.".formatted(files.home()), e);
    }
    recorded.record(process.toHandle());
    return process;
  }

  /** Refuses a server that ended, or that stays up without the application. */
  void refuseIfFailed() {
    if (!process.isAlive()) {
      throw new StartRefused("The server ended while it was starting; see " + console() + ".");
    }
    if (applicationFailed()) {
      throw new StartRefused("The application did not start; see " + console() + ".");
    }
  }

  private boolean applicationFailed() {
    try (var lines = Files.lines(console().toPath(), StandardCharsets.UTF_8)) {
      return lines.anyMatch(line -> line.contains(APPLICATION_FAILED));
    } catch (IOException | UncheckedIOException e) {
      return false; // a line that is being written
    }
  }

  @Override
  public void close() {
    if (process != null) {
      RecordedProcess.stop(process.toHandle(), process::destroy);
      recorded.forget();
    }
  }

  private File console() {
    try {
      Files.createDirectories(logs);
      return logs.resolve("console.log").toFile();
    } catch (IOException e) {
      throw new StartRefused("The log folder %s cannot be written.".formatted(logs), e);
    }
  }
}
