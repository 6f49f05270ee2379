package org.pacegate.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** A clinic with tablets, and what its desk does for them. */
record WaitingRoom(PaperClinic clinic) {

  static final String PIN = "4711";
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 768;

  static WaitingRoom open() {
    return new WaitingRoom(PaperClinic.open());
  }

  /** One whose tablets forget after so many seconds. */
  static WaitingRoom forgetful(int seconds) throws SQLException {
    WaitingRoom room = open();
    sql(
        "insert into pacegate.setting (clinic_id, id, name, value, changed_at) values (%d, 7, 'kiosk.idleSeconds', '%d', now())"
            .formatted(room.clinic.id(), seconds));
    return room;
  }

  Visit desk(Browser browser) {
    return Visit.of(browser, clinic.login("desk"), "en-GB");
  }

  /** A browser that staff made a kiosk. */
  Phone tablet(Browser browser, String language) {
    Visit staff = Visit.of(browser, clinic.login("desk"), language);
    begin(staff);
    return Phone.sized(staff.page(), true, WIDTH, HEIGHT);
  }

  /** Makes the browser in front of somebody a kiosk. */
  static void begin(Visit staff) {
    staff.page().navigate("/intake/kiosk.xhtml");
    staff.at("begin:name").fill("Waiting room");
    staff.at("begin:pin").fill(PIN);
    staff.at("begin:password").fill(PaperClinic.PASSWORD);
    staff.at("begin:go").click();
    staff.page().waitForURL("**/kiosk");
  }

  /** The same kiosk in a browser without scripts. */
  static Phone withoutScript(Browser browser, Phone tablet) {
    BrowserContext context =
        browser.newContext(Chromium.context("en-GB").setJavaScriptEnabled(false));
    context.addCookies(tablet.page().context().cookies());
    return Phone.sized(context.newPage(), false, WIDTH, HEIGHT);
  }

  /** Puts somebody new on today's list. */
  static void expect(Visit desk, String family) {
    desk.page().navigate("/intake/kiosk.xhtml");
    desk.at("expect:familyName").fill(family);
    desk.at("expect:givenName").fill("Lena");
    Page page = desk.page();
    page.locator("[id='expect:birthDateField'] input").nth(0).fill("17");
    page.locator("[id='expect:birthDateField'] input").nth(1).fill("4");
    page.locator("[id='expect:birthDateField'] input").nth(2).fill("1990");
    desk.at("expect:put").click();
    desk.at("expected")
        .locator("tr", new Locator.LocatorOptions().setHasText(family.toUpperCase(Locale.ROOT)))
        .waitFor();
  }

  /** A runner types who they are. */
  static void types(Phone tablet, String family, String given) {
    tablet.page().locator("#familyName").fill(family);
    tablet.page().locator("#givenName").fill(given);
    tablet.born("17", "4", "1990");
  }

  /** Nothing on the page leads out of the door, and no browser fills anything in. */
  static void expectNoWayOut(Phone tablet) {
    assertThat(attributes(tablet, "a[href]", "href"))
        .as("links of " + tablet.page().url())
        .allMatch(
            href -> href.startsWith("/kiosk") || href.startsWith("#") || href.startsWith("?"));
    assertThat(attributes(tablet, "form", "action")).allMatch(to -> to.startsWith("/kiosk"));
    assertThat(
            attributes(
                tablet,
                "input:not([type=hidden], [type=radio], [type=checkbox]), textarea",
                "autocomplete"))
        .as("of " + tablet.page().url())
        .allMatch("off"::equals);
  }

  private static List<String> attributes(Phone tablet, String elements, String name) {
    return tablet.page().locator(elements).all().stream()
        .map(each -> String.valueOf(each.getAttribute(name)))
        .toList();
  }

  static void sql(String command) throws SQLException {
    try (Connection superuser = PacegateServer.get().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(command);
    }
  }

  static String text(String query) throws SQLException {
    try (Connection superuser = PacegateServer.get().superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /** What is kept of a field of the newest intake of a name. */
  static String kept(String family, String field) throws SQLException {
    return text(
        "select e.door || ' ' || e.value from pacegate.intake_entry e where e.field = '%s' and e.intake_id ="
                .formatted(field)
            + " (select max(intake_id) from pacegate.intake_entry where field = 'person.familyName'"
            + " and value = '%s')".formatted(family));
  }
}
