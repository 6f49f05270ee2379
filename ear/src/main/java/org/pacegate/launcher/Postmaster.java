package org.pacegate.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL server process that runs on a database folder, found by its own record there. */
record Postmaster(ProcessHandle process) {

  /**
   * The running server, if there is one. A record left by a crash names a process that ended, or
   * one that is not PostgreSQL.
   */
  static Optional<Postmaster> in(Path folder) {
    var file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          .filter(process -> process.info().command().orElse("").endsWith("postgres"))
          .map(Postmaster::new);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** PostgreSQL's fast shutdown: ends the connections, keeps what was committed. */
  void stop() {
    RecordedProcess.stop(process, this::interrupt);
  }

  private void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
