package org.pacegate.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environment variables, read once. docs/configuration.md explains each. */
record Settings(Map<String, String> environment) {

  private static final String DEMONSTRATION = "PACEGATE_DEMONSTRATION";
  private static final Set<String> YES = Set.of("true", "1", "yes", "on");
  private static final Set<String> NO = Set.of("false", "0", "no", "off");

  Settings {
    environment = Map.copyOf(environment);
  }

  Path dataDirectory() {
    return Path.of(text("PACEGATE_DATA_DIR").orElse("data")).toAbsolutePath().normalize();
  }

  String httpHost() {
    return text("PACEGATE_HTTP_HOST").orElse("127.0.0.1");
  }

  /** Where clear text is taken: with a certificate from this machine only, as tls.xml says. */
  String clearTextHost() {
    return httpsPort().isPresent() ? "127.0.0.1" : httpHost();
  }

  int httpPort() {
    return port("PACEGATE_HTTP_PORT", 8080);
  }

  /** The port for TLS, when there is a certificate. */
  Optional<Integer> httpsPort() {
    return text("PACEGATE_TLS_KEYSTORE").map(keystore -> port("PACEGATE_HTTPS_PORT", 8443));
  }

  /** The database of PACEGATE_DB_HOST, or nothing when Pacegate is to run its own. */
  Optional<Database> externalDatabase() {
    return text("PACEGATE_DB_HOST").map(this::databaseAt);
  }

  boolean sealerNamed() {
    return text("PACEGATE_DB_SEALER_USER").isPresent();
  }

  /** A misspelt no must not open a clinic with passwords that everybody knows. */
  boolean demonstrationDeclined() {
    String given = text(DEMONSTRATION).map(String::strip).orElse("true").toLowerCase(Locale.ROOT);
    if (!YES.contains(given) && !NO.contains(given)) {
      throw new StartRefused("%s must be true or false, not '%s'.".formatted(DEMONSTRATION, given));
    }
    return NO.contains(given);
  }

  Optional<String> text(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  private Database databaseAt(String host) {
    var owner = role("PACEGATE_DB_OWNER_USER", "PACEGATE_DB_OWNER_PASSWORD");
    var application =
        role("PACEGATE_DB_USER", "PACEGATE_DB_PASSWORD")
            .orElseThrow(() -> missing("PACEGATE_DB_USER and PACEGATE_DB_PASSWORD"));
    var sealer =
        role("PACEGATE_DB_SEALER_USER", "PACEGATE_DB_SEALER_PASSWORD")
            .or(() -> owner)
            .orElseThrow(() -> missing("PACEGATE_DB_SEALER_USER and PACEGATE_DB_SEALER_PASSWORD"));
    return new Database(
        host,
        port("PACEGATE_DB_PORT", 5432),
        text("PACEGATE_DB_NAME").orElse("pacegate"),
        application,
        sealer,
        owner);
  }

  private Optional<Credentials> role(String user, String password) {
    return text(user).map(name -> new Credentials(name, environment.getOrDefault(password, "")));
  }

  private int port(String variable, int otherwise) {
    var given = text(variable);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (given.get().matches("\\d{1,5}")) {
      int port = Integer.parseInt(given.get());
      if (port > 0 && port <= 65_535) {
        return port;
      }
    }
    throw new StartRefused(
        "%s must be a port number from 1 to 65535, not '%s'.".formatted(variable, given.get()));
  }

  private static StartRefused missing(String variables) {
    return new StartRefused(
        "PACEGATE_DB_HOST is set, so %s must be set too (docs/configuration.md)."
            .formatted(variables));
  }
}
