package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers which EAR the server started with last. Our builds are reproducible, so every entry of
 * every EAR carries the same time, and the server would take its unpacked copy of an older one for
 * current.
 */
class DeployedBuild {

  private final Path ear;
  private final Path memory;

  DeployedBuild(ServerFiles files) {
    this.ear = files.configuration().resolve("apps/pacegate.ear");
    this.memory = files.output().resolve(files.name() + ".build");
  }

  /** Whether the EAR is not the one of the last start; it is remembered from now on. */
  boolean isNew() {
    try {
      var now = "%s %d %s".formatted(ear, Files.size(ear), Files.getLastModifiedTime(ear));
      boolean known = Files.exists(memory) && Files.readString(memory).equals(now);
      Files.createDirectories(memory.getParent());
      Files.writeString(memory, now);
      return !known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
