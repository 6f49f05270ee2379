package org.pacegate.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;

/**
 * An installation of its own loses power while somebody types an intake (R12.18, R4.9): launcher,
 * server and database are killed at once and started again on the same data.
 *
 * <p>What may be lost: nothing that the page called saved, and nothing at all for whoever goes on
 * in the same page. Should the browser die as well, what was typed after the last save that the
 * server answered; a save follows the first unsaved key by 0.8 s.
 */
@ExtendWith(Chromium.class)
class KilledWhileTypingIT {

  private static final String SAVED = "It pulls across my low back after twenty minutes.";

  /** Typed at 20 keys a second, so that some saves happen meanwhile. */
  private static final String TYPING = " It began in March, on the hills, and is worse on Mondays.";

  private static final int MILLISECONDS_A_KEY = 50;

  private static final String AFTER = " Typed while the server is away.";

  @TempDir private Path data;
  private Map<String, String> environment;

  @Test
  void R4_9_nothing_saved_is_lost_and_the_page_goes_on(Browser browser) throws Exception {
    int port = PacegateServer.freePort();
    environment =
        Map.of("PACEGATE_DATA_DIR", data.toString(), "PACEGATE_HTTP_PORT", Integer.toString(port));
    String url = "http://localhost:" + port;
    Page page = browser.newContext(Chromium.context("en-GB").setBaseURL(url)).newPage();
    Locator words = page.locator("#complaint-words");
    Locator saved = page.locator(".saved");
    List<Integer> answered = new ArrayList<>();
    page.onRequestFinished(request -> noteWords(request, answered));
    String intake;

    try (var first = Launched.with(environment)) {
      first.awaitReady();
      intake = beginAnIntake(page);
      words.fill(SAVED);
      assertThat(saved).containsText("✓");
      words.press("End");
      var slowly = new Keyboard.TypeOptions().setDelay(MILLISECONDS_A_KEY);
      page.keyboard().type(TYPING, slowly);
      first.losePower(data);
    }
    page.keyboard().type(AFTER);
    assertThat(saved).containsText("Not saved – trying again");
    assertThat(words).hasValue(SAVED + TYPING + AFTER);
    Chromium.screenshot(page, "killed-while-typing");
    assertThat(answered).as("saves while it was typed").hasSizeGreaterThan(1);
    int promised = answered.get(answered.size() - 1);

    try (var second = Launched.with(environment)) {
      second.awaitReady();
      int kept = lengthOnRecord(browser, url, intake);
      System.out.printf(
          "killed while typing: %d of %d keys typed since the last rest were not on record%n",
          (SAVED + TYPING).length() - kept, TYPING.length());
      assertThat(kept).isGreaterThanOrEqualTo(promised);

      // The page tries again by itself and finds that the session has gone with the server.
      page.waitForURL("**/signin.xhtml*");
      Demonstration.fillSignIn(page, Demonstration.STAFF);
      page.waitForURL("**/intake.xhtml?id=" + intake + "*");
      assertThat(words).hasValue(SAVED + TYPING + AFTER);
      words.press("End");
      page.keyboard().type(" And on.");
      assertThat(words).hasValue(SAVED + TYPING + AFTER + " And on.");
      assertThat(saved).containsText("✓");
      page.reload();
      assertThat(words).hasValue(SAVED + TYPING + AFTER + " And on.");
      assertThat(page.locator("#complaint-bodySite")).hasValue("");
      expectStopsCleanly(second);
    }
  }

  /** R12.17: asked to end, it leaves nothing running. */
  private void expectStopsCleanly(Launched launched) throws Exception {
    launched.terminate();
    launched.exitCode();
    assertThat(launched.console()).contains("Stopped.");
    assertThat(Postmaster.in(data.resolve("postgres"))).isEmpty();
    assertThat(data.resolve("server.pid")).doesNotExist();
  }

  /** How much of the words a save held that the server has answered; it keeps no last space. */
  private static void noteWords(Request request, List<Integer> answered) {
    String posted = request.method().equals("POST") ? request.postData() : "";
    for (String field : posted.split("&", -1)) {
      if (field.startsWith("complaint-words=")) {
        String words = field.substring(field.indexOf('=') + 1);
        answered.add(URLDecoder.decode(words, StandardCharsets.UTF_8).stripTrailing().length());
      }
    }
  }

  private static String beginAnIntake(Page page) {
    Demonstration.signIn(page, Demonstration.STAFF);
    page.navigate("/intake/index.xhtml");
    page.locator("[id='begin:new']").click();
    page.waitForURL("**/intake.xhtml?id=*");
    String id = page.url().replaceAll(".*id=(\\d+).*", "$1");
    page.navigate("/intake/intake.xhtml?id=" + id + "&step=COMPLAINT");
    return id;
  }

  /** What a colleague at another browser finds of it. */
  private static int lengthOnRecord(Browser browser, String url, String intake) {
    Page colleague = browser.newContext(Chromium.context("en-GB").setBaseURL(url)).newPage();
    Demonstration.signIn(colleague, Demonstration.THERAPIST);
    colleague.navigate("/intake/intake.xhtml?step=COMPLAINT&id=" + intake);
    Locator words = colleague.locator("#complaint-words");
    assertThat(words)
        .hasValue(
            Pattern.compile("^" + SAVED.replace(".", "\\.") + ".*"),
            new LocatorAssertions.HasValueOptions().setTimeout(20_000));
    String onRecord = words.inputValue();
    assertThat(SAVED + TYPING).startsWith(onRecord);
    colleague.context().close();
    return onRecord.length();
  }
}
