package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removes and copies whole folders. */
final class Folders {

  private Folders() {}

  static void remove(Path... folders) {
    for (Path folder : folders) {
      if (Files.exists(folder)) {
        try (var entries = Files.walk(folder)) {
          for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(entry);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (var entries = Files.walk(from)) {
      for (Path entry : entries.toList()) {
        var target = to.resolve(from.relativize(entry).toString());
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
        }
      }
    }
  }
}
