package org.pacegate.launcher;

import java.util.Map;

/**
 * What an empty database is filled with by the server, and how to sign in afterwards.
 *
 * @param announcement added to the line that says that the server starts
 * @param accounts who can sign in, for the console
 * @param variables the server's part of the decision
 */
record FirstContent(String announcement, String accounts, Map<String, String> variables) {

  private static final String FIRST_PASSWORD = "PACEGATE_FIRST_ADMIN_PASSWORD";

  static FirstContent of(Schema.Content present, boolean empty, Settings settings) {
    return switch (present) {
      case DEMONSTRATION -> {
        if (empty) {
          throw new StartRefused(
              "The database holds the demonstration clinic: to start empty, set PACEGATE_DATA_DIR"
                  + " to another folder (or use another database).");
        }
        yield demonstration("");
      }
      case CLINIC -> new FirstContent("", "", Map.of("PACEGATE_DEMONSTRATION", "false"));
      case EMPTY ->
          empty
              ? firstAdministrator(settings)
              : demonstration(" and loading the demonstration clinic");
    };
  }

  private static FirstContent demonstration(String announcement) {
    return new FirstContent(
        announcement, DemonstrationAccounts.text(), Map.of("PACEGATE_DEMONSTRATION", "true"));
  }

  private static FirstContent firstAdministrator(Settings settings) {
    var chosen = settings.text(FIRST_PASSWORD);
    var password = chosen.orElseGet(() -> Secrets.random(12));
    var told =
        chosen.isPresent()
            ? "First administrator: admin, with the password of " + FIRST_PASSWORD + "."
            : "First administrator: admin, one-time password " + password + " (shown only now).";
    return new FirstContent(
        " and creating the first administrator",
        told,
        Map.of("PACEGATE_DEMONSTRATION", "false", FIRST_PASSWORD, password));
  }
}
