package org.pacegate.launcher;

import java.util.List;

/** What was asked for on the command line. */
record Options(boolean empty, boolean migrateOnly, boolean help) {

  static final String HELP =
      """
      Usage: ./run [--empty | --migrate-only | --help]

        (nothing)        start Pacegate; an empty database gets the demonstration clinic
        --empty          start without demonstration data and create the first administrator
        --migrate-only   bring the database schema up to date and end
        --help           this text

      Settings come from environment variables: see docs/configuration.md.
      """;

  private static final List<String> KNOWN = List.of("--empty", "--migrate-only", "--help");

  static Options of(String... arguments) {
    var given = List.of(arguments);
    for (String argument : given) {
      if (!KNOWN.contains(argument)) {
        throw new StartRefused("Unknown option " + argument + "; ./run --help lists them.");
      }
    }
    return new Options(
        given.contains("--empty"), given.contains("--migrate-only"), given.contains("--help"));
  }
}
