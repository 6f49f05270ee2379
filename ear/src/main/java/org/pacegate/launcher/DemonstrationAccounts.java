package org.pacegate.launcher;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;

/** The accounts of the demonstration clinic, as the service module lists them. */
final class DemonstrationAccounts {

  private static final String LIST = "/demonstration/accounts.properties";

  private DemonstrationAccounts() {}

  /** A table for the console: login, roles, and the password they share. */
  static String text() {
    var accounts = read();
    if (accounts.isEmpty()) {
      return "";
    }
    var password = accounts.remove("password");
    var text = new StringBuilder();
    text.append("\nDemonstration accounts, all with the password ").append(password).append(":\n");
    new TreeMap<>(accounts)
        .forEach((login, role) -> text.append("  %-26s %s%n".formatted(login, role)));
    return text.toString();
  }

  private static Properties read() {
    var accounts = new Properties();
    try (var in = DemonstrationAccounts.class.getResourceAsStream(LIST)) {
      if (in != null) {
        accounts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return accounts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
