package org.pacegate.service.shared.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The migrations that this build brings. */
final class BuiltMigrations {

  private static final String FOLDER = "db/migration";
  private static final Pattern NAME = Pattern.compile("(?:^|/)V(\\d+(?:\\.\\d+)?)__[^/]+\\.sql$");

  private BuiltMigrations() {}

  /** The highest version among them, as Flyway writes it. */
  static String newest() {
    return files().stream()
        .flatMap(file -> NAME.matcher(file).results())
        .map(MatchResult::group)
        .map(name -> NAME.matcher(name).replaceFirst("$1"))
        .max(Comparator.comparing(BigDecimal::new))
        .orElseThrow(() -> new IllegalStateException("No migrations in " + FOLDER));
  }

  private static List<String> files() {
    var folder = BuiltMigrations.class.getClassLoader().getResource(FOLDER);
    try {
      return "file".equals(folder.getProtocol()) ? inFolder(folder) : inJar(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inFolder(URL folder) throws IOException {
    try (var entries = Files.list(Path.of(URI.create(folder.toString())))) {
      return entries.map(Path::toString).toList();
    }
  }

  /** Servers name jars in URLs of their own kind, all with the jar's file URL before the "!". */
  private static List<String> inJar(URL folder) throws IOException {
    var address = folder.toString();
    var jar = address.substring(address.indexOf("file:"), address.indexOf('!'));
    try (var file = new JarFile(Path.of(URI.create(jar)).toFile())) {
      return file.stream().map(Object::toString).filter(name -> name.startsWith(FOLDER)).toList();
    }
  }
}
