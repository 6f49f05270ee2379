package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder that the embedded PostgreSQL unpacks its programs into. */
record PostgresBinaries(Path folder) {

  private static final String COMPLETE = ".exists";

  /** Removes what a start that was killed while unpacking has left: it would stop the next one. */
  void removeHalfUnpacked() {
    try {
      Files.createDirectories(folder);
      for (Path version : children(folder)) {
        if (Files.isDirectory(version) && !Files.exists(version.resolve(COMPLETE))) {
          remove(version);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
