package org.pacegate.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line. */
record Options(boolean empty, boolean migrateOnly, boolean help, Optional<Path> evaluate) {

  static final String HELP =
      """
      Usage: ./run [--empty | --migrate-only | --evaluate FILE | --help]

        (nothing)        start Pacegate; an empty database gets the demonstration clinic
        --empty          start without demonstration data and create the first administrator
        --migrate-only   bring the database schema up to date and end
        --evaluate FILE  evaluate answers from a JSON file against the screening rules and end;
                         stores nothing, needs no database: see docs/evaluating-answers.md
        --help           this text

      Settings come from environment variables: see docs/configuration.md.
      """;

  private static final List<String> KNOWN = List.of("--empty", "--migrate-only", "--help");

  private static final String EVALUATE = "--evaluate";

  static Options of(String... arguments) {
    var given = List.of(arguments);
    if (given.contains(EVALUATE)) {
      return evaluating(given);
    }
    for (String argument : given) {
      if (!KNOWN.contains(argument)) {
        throw new StartRefused("Unknown option " + argument + "; ./run --help lists them.");
      }
    }
    return new Options(
        given.contains("--empty"),
        given.contains("--migrate-only"),
        given.contains("--help"),
        Optional.empty());
  }

  private static Options evaluating(List<String> given) {
    if (given.size() != 2 || !given.get(0).equals(EVALUATE)) {
      throw new StartRefused("--evaluate takes one file and nothing else; ./run --help says more.");
    }
    return new Options(false, false, false, Optional.of(Path.of(given.get(1))));
  }
}
