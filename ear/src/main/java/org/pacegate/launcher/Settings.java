package org.pacegate.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environment variables, read once. docs/configuration.md explains each. */
record Settings(Map<String, String> environment) {

  private static final String DEMONSTRATION = "PACEGATE_DEMONSTRATION";
  private static final String ENCRYPTION = "PACEGATE_SMTP_ENCRYPTION";
  private static final Set<String> ENCRYPTIONS = Set.of("starttls", "tls", "none");
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

  /**
   * Minutes without a user's action: more than the two in which the page asks whether to stay, and
   * no longer than a sign-in lasts at most.
   */
  int idleMinutes() {
    return whole("PACEGATE_IDLE_MINUTES", 10, 3, 720);
  }

  /**
   * Most connections of the application: so many that one action's two never wait for each other,
   * and fewer than the database takes.
   */
  int databasePool() {
    int most = text("PACEGATE_DB_HOST").isPresent() ? 500 : EmbeddedDatabase.MOST_POOLED;
    return whole("PACEGATE_DB_POOL", 20, 5, most);
  }

  /** Finds what the server could not work with before anything is started. */
  void refuseImpossibleLimits() {
    idleMinutes();
    databasePool();
    port("PACEGATE_SMTP_PORT", 587);
    refuseUnknownEncryption();
  }

  private void refuseUnknownEncryption() {
    text(ENCRYPTION)
        .filter(given -> !ENCRYPTIONS.contains(given.strip().toLowerCase(Locale.ROOT)))
        .ifPresent(
            given -> {
              throw new StartRefused(
                  "%s must be starttls, tls or none, not '%s'.".formatted(ENCRYPTION, given));
            });
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
    return number(variable, "a port number", otherwise, 1, 65_535);
  }

  private int whole(String variable, int otherwise, int least, int most) {
    return number(variable, "a whole number", otherwise, least, most);
  }

  private int number(String variable, String kind, int otherwise, int least, int most) {
    var given = text(variable);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (given.get().matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(given.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new StartRefused(
        "%s must be %s from %d to %d, not '%s'."
            .formatted(variable, kind, least, most, given.get()));
  }

  private static StartRefused missing(String variables) {
    return new StartRefused(
        "PACEGATE_DB_HOST is set, so %s must be set too (docs/configuration.md)."
            .formatted(variables));
  }
}
