package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this build was made with. */
final class Build {

  private static final Properties PROPERTIES = read();

  private Build() {}

  /** The major version of the PostgreSQL that comes with this build, for instance 18. */
  static String postgresqlMajor() {
    return PROPERTIES.getProperty("postgresql").replaceFirst("\\..*", "");
  }

  private static Properties read() {
    var properties = new Properties();
    try (var in = Build.class.getResourceAsStream("build.properties")) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
