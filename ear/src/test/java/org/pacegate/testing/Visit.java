package org.pacegate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * One person at one browser. Whatever the browser complains about, a blocked script as much as an
 * error, is kept and fails {@link #expectQuiet()}.
 */
public final class Visit {

  private static final int PHONE = 390;
  private static final int DESKTOP = 1280;
  private static final int HEIGHT = 900;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    listen(page);
  }

  /** Signs somebody in who reads this language, for instance {@code es-ES}. */
  public static Visit of(Browser browser, String login, String language) {
    Visit visit = new Visit(browser.newContext(Chromium.context(language)));
    visit.signIn(login);
    return visit;
  }

  /** The same for somebody whose first work place is another one than the worklist. */
  public static Visit ofRole(Browser browser, String login, String language, String place) {
    Visit visit = new Visit(browser.newContext(Chromium.context(language)));
    visit.page.navigate("/" + place + "/index.xhtml?lang=" + language.substring(0, 2));
    visit.fillSignIn(login);
    visit.page.waitForURL("**/" + place + "/**");
    return visit;
  }

  /** Signs in where the browser stands. */
  public void signIn(String login) {
    page.navigate("/worklist/index.xhtml?lang=" + page.evaluate("navigator.language.slice(0, 2)"));
    fillSignIn(login);
    page.waitForURL("**/worklist/**");
  }

  /** Types name and password into the sign-in page that is open. */
  public void fillSignIn(String login) {
    page.locator("[id='signIn:login']").fill(login);
    page.locator("[id='signIn:password']").fill(PaperClinic.PASSWORD);
    page.locator("[id='signIn:go']").click();
  }

  private void listen(Page listened) {
    listened.onConsoleMessage(
        message -> {
          if ("error".equals(message.type()) || "warning".equals(message.type())) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    listened.onPageError(complaints::add);
  }

  public Page page() {
    return page;
  }

  /** A second tab of the same person. */
  public Page secondTab() {
    Page second = context.newPage();
    listen(second);
    return second;
  }

  /** The session is gone, as after an idle quarter of an hour or a killed server. */
  public void loseSession() {
    context.clearCookies();
  }

  /** The element with this Faces id. */
  public Locator at(String id) {
    return page.locator("[id='" + id + "']");
  }

  /** Waits until what was typed is kept. */
  public void awaitSaved() {
    page.locator(".saved:has-text('✓')").waitFor();
  }

  /** What stands above the form when something was refused, or went well. */
  public String news() {
    Locator news = page.locator("[id='errors'] .notice");
    news.waitFor();
    // The heading may be there before the rest of the page has arrived.
    page.waitForLoadState();
    return news.innerText();
  }

  /** axe finds nothing. */
  public void expectAccessible() {
    assertThat(Axe.findings(page)).as(page.url()).isEmpty();
  }

  /** The browser had nothing to complain about. */
  public void expectQuiet() {
    assertThat(complaints).isEmpty();
  }

  /** Pictures of the page on a light desktop and on a dark phone, and axe on both. */
  public void picture(String name) {
    picture(name + "-desktop", ColorScheme.LIGHT, DESKTOP);
    picture(name + "-phone", ColorScheme.DARK, PHONE);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(DESKTOP, HEIGHT);
  }

  private void picture(String name, ColorScheme scheme, int width) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, HEIGHT);
    expectAccessible();
    page.evaluate("window.scrollTo(0, 0)");
    Chromium.screenshot(page, name);
  }
}
