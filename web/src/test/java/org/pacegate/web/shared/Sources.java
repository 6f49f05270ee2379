package org.pacegate.web.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the web module, as files. */
final class Sources {

  static final Path WEBAPP = Path.of("src/main/webapp");
  static final Path WORDS = Path.of("src/main/resources/org/pacegate/web");

  private Sources() {}

  static List<Path> pages() {
    return under(WEBAPP, ".xhtml");
  }

  static List<Path> under(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
