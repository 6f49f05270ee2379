package org.pacegate.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.pacegate.service.clinic.SignIn;

/** The demonstration's people, and signing one of them in as a person would. */
public final class Demonstration {

  public static final String STAFF = "anna.lindqvist@riverside";
  public static final String THERAPIST = "grace.mensah@riverside";
  public static final String PHYSICIAN = "priya.raman@riverside";
  public static final String ADMIN = "olivia.hart@riverside";

  private Demonstration() {}

  /** Signs in on the sign-in page and waits for the page behind it. */
  public static void signIn(Page page, String login) {
    page.navigate("/signin.xhtml");
    fillSignIn(page, login);
    page.waitForURL(address -> !address.contains("/signin"));
  }

  /** Types name and password into the sign-in page that is open. */
  public static void fillSignIn(Page page, String login) {
    page.locator("input[id$=login]").fill(login);
    page.locator("input[type=password]").fill(password());
    page.locator("main").getByRole(AriaRole.BUTTON).last().click();
  }

  /** The one password of the demonstration's accounts. */
  public static String password() {
    Properties accounts = new Properties();
    try (var in = SignIn.class.getResourceAsStream("/demonstration/accounts.properties")) {
      accounts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return accounts.getProperty("password");
  }
}
