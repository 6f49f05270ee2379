package org.pacegate.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a server's files are.
 *
 * @param home Open Liberty's installation
 * @param user the folder whose {@code servers/<name>} holds the configuration and the EAR
 * @param output the folder for what the server writes: keys, caches
 * @param name the server's name
 */
record ServerFiles(Path home, Path user, Path output, String name) {

  static final String NAME = "pacegate";

  /** The server that the build has assembled under {@code ear/target}. */
  static ServerFiles assembledIn(Path checkout, Path output) {
    var home = checkout.resolve("ear/target/liberty/wlp");
    if (!Files.exists(home.resolve("usr/servers/pacegate/apps/pacegate.ear"))) {
      throw new StartRefused("There is no built server in %s; run mvn package.".formatted(home));
    }
    return new ServerFiles(home, home.resolve("usr"), output, NAME);
  }

  Path command() {
    return home.resolve("bin/server");
  }

  Path configuration() {
    return user.resolve("servers").resolve(name);
  }

  Map<String, String> environment() {
    return Map.of("WLP_USER_DIR", user.toString(), "WLP_OUTPUT_DIR", output.toString());
  }
}
