package org.pacegate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Axe;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;

/**
 * Every declared page fits a window of 320 px, which is a phone or 400 % zoom, and one of 640 px,
 * which is 200 % on a desktop (WCAG 2.2, 1.4.4 and 1.4.10). In Spanish, whose words are longer.
 * Tables scroll inside their own frame; the page never does. axe finds nothing on any of them, as
 * it finds nothing in English on what the journeys see ({@link org.pacegate.testing.Visit}), nor on
 * the pages that refuse, in either language.
 */
@ExtendWith(Chromium.class)
class NarrowPagesIT {

  private static final int HEIGHT = 800;
  private static final int ZOOMED = 640;
  private static final int PHONE = 320;

  /** A physician of the demonstration; nobody whom the test employs may sign a diagnosis. */
  private static final String LICENSED = "priya.raman@riverside";

  /** How far the page can be scrolled to the side, and by what. */
  private static final String TOO_WIDE =
      """
      () => {
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (wide <= 0) return '';
        const framed = (each) => each.closest('.scroll, .consent-text, .sr, .skip');
        const names = [...document.body.querySelectorAll('*')]
          .filter((each) => !framed(each) && each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => `${each.tagName}.${each.className} ${each.id}`);
        return `${wide} px too wide: ${[...new Set(names)].slice(0, 6).join('; ')}`;
      }
      """;

  private static People people;
  private final Map<String, Page> signedIn = new HashMap<>();
  private final Map<String, String> wrong = new TreeMap<>();

  @BeforeAll
  static void employ() throws SQLException {
    people = People.employ();
  }

  @Test
  void no_page_scrolls_to_the_side(Browser browser) throws SQLException {
    String language = "es";
    for (var entry : DeclaredPage.ALL.entrySet()) {
      String role = entry.getValue().somebody();
      Page page = signedIn.computeIfAbsent(role, first -> signIn(role, language, browser));
      var answer = page.navigate(entry.getValue().address(entry.getKey(), people));
      assertThat(answer.status()).as(entry.getKey()).isEqualTo(200);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      for (int width : new int[] {ZOOMED, PHONE}) {
        page.setViewportSize(width, HEIGHT);
        String found = (String) page.evaluate(TOO_WIDE);
        if (!found.isEmpty()) {
          wrong.put(entry.getKey() + " at " + width, found);
        }
      }
      Chromium.screenshot(
          page, "narrow-" + language + entry.getKey().replace('/', '-').replace(".xhtml", ""));
      listen(page, entry.getKey());
    }
    assertThat(wrong).isEmpty();
  }

  private void listen(Page page, String name) {
    List<String> findings = Axe.findings(page);
    if (!findings.isEmpty()) {
      wrong.put(name + " with axe", findings.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void the_pages_that_refuse_are_as_accessible(String language, Browser browser)
      throws SQLException {
    Page page = enter(LICENSED, language, browser);
    refused(page, "/clinic/index.xhtml", 403);
    refused(page, "/patient/patient.xhtml?id=0", 404);
    String desk = "/diagnosis/diagnosis.xhtml?act=REVISE&episode=" + people.own("episodeId");
    try (Connection database = PacegateServer.get().superuser()) {
      rename(database, "listed_code", "no_listed_code");
      try {
        refused(page, desk, 500);
      } finally {
        rename(database, "no_listed_code", "listed_code");
      }
    }
    page.navigate(desk);
    page.locator("[name='sign:words']").evaluate("field => field.removeAttribute('maxlength')");
    page.locator("[name='sign:words']").fill("long ".repeat(50_000));
    answered(page, "document.querySelector('[data-autosave]').click()", 409);
    page.navigate("/account/password.xhtml");
    page.locator("[id='languages'] [name='jakarta.faces.ViewState']")
        .evaluate("field => { field.value = 'AAAA'; }");
    answered(page, "document.getElementById('languages:speak').click()", 403);
    assertThat(wrong).isEmpty();
  }

  private void refused(Page page, String address, int status) {
    assertThat(page.navigate(address).status()).as(address).isEqualTo(status);
    met(page, status);
  }

  private void answered(Page page, String press, int status) {
    var answer =
        page.waitForResponse(
            each -> each.request().isNavigationRequest(), () -> page.evaluate(press));
    assertThat(answer.status()).isEqualTo(status);
    met(page, status);
  }

  private void met(Page page, int status) {
    page.locator("body.plain main").waitFor();
    listen(page, status + " " + page.locator("h1").innerText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void the_question_of_an_idle_page_and_the_audits_verdict_are_as_accessible(
      String language, Browser browser) {
    Page page = signIn("ADMIN", language, browser);
    page.navigate("/clinic/audit.xhtml");
    page.locator("[id='verify:go']").click();
    page.locator(".notice[role]").first().waitFor();
    listen(page, "the audit's verdict");

    page.clock().install();
    page.clock().fastForward("09:00");
    page.locator("#idle[open]").waitFor();
    listen(page, "the question of an idle page");
    page.clock().fastForward("02:00");
    page.locator("html.ended #idle[open] .again").waitFor();
    listen(page, "an idle page that ended");
    Chromium.screenshot(page, "idle-" + language);
    assertThat(wrong).isEmpty();
  }

  private static void rename(Connection database, String table, String name) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("alter table pacegate.%s rename to %s".formatted(table, name));
    }
  }

  private static Page signIn(String role, String language, Browser browser) {
    return enter(people.login(role), language, browser);
  }

  private static Page enter(String login, String language, Browser browser) {
    String tag = language.equals("es") ? "es-ES" : "en-GB";
    Page page = browser.newContext(Chromium.context(tag)).newPage();
    page.navigate("/signin.xhtml?lang=" + language);
    Demonstration.fillSignIn(page, login);
    page.waitForURL(address -> !address.contains("/signin"));
    page.navigate("/account/password.xhtml?lang=" + language);
    return page;
  }
}
