package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** The whole intake without a mouse (R4.15), in 40 keys beside the text at most, and a minute. */
@ExtendWith(Chromium.class)
class IntakeByKeyboardIT {

  private static final int MOST_KEYS_BESIDE_TEXT = 40;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /**
   * Sixty words a minute. The time asserted is this for every key, the typed text included, and
   * what the script waited for browser and server; reading and listening to the runner is not in
   * it.
   */
  private static final Duration A_KEY = Duration.ofMillis(200);

  private static PaperClinic clinic;
  private int keys;
  private int letters;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private void press(Page page, String... pressed) {
    for (String key : pressed) {
      page.keyboard().press(key);
      keys++;
    }
  }

  private void type(Page page, String text) {
    page.keyboard().type(text);
    letters += text.length();
  }

  private void tabTo(Page page, String selector) {
    for (int i = 0; i < 12 && !focusIs(page, selector); i++) {
      press(page, "Tab");
    }
    org.assertj.core.api.Assertions.assertThat(focusIs(page, selector)).as(selector).isTrue();
  }

  private static boolean focusIs(Page page, String selector) {
    return (boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector);
  }

  @Test
  void R4_15_a_walk_in_takes_a_minute_of_keys(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    Page page = desk.page();
    page.navigate("/worklist/index.xhtml");
    Instant begun = Instant.now();

    press(page, "F2");
    page.waitForURL("**/intake.xhtml?id=*");
    type(page, "Keys");
    press(page, "Tab");
    type(page, "Ana");
    press(page, "Tab");
    type(page, "14");
    press(page, "Tab");
    type(page, "5");
    press(page, "Tab");
    type(page, "1995");
    tabTo(page, "[name='person-sex']");
    press(page, "Space");
    tabTo(page, "[name='person-language']");
    press(page, "Space", "Enter");
    page.waitForURL("**step=COMPLAINT*");

    assertThat(desk.at("complaint-bodySite")).isFocused();
    type(page, "Low");
    press(page, "Tab", "ArrowLeft");
    tabTo(page, "#complaint-words");
    type(page, "It pulls.");
    tabTo(page, "#complaint-onsetDate");
    LocalDate onset = LocalDate.now(ZoneId.of("Europe/Madrid")).minusDays(20);
    type(page, Integer.toString(onset.getDayOfMonth()));
    press(page, "Tab");
    type(page, Integer.toString(onset.getMonthValue()));
    press(page, "Tab");
    type(page, Integer.toString(onset.getYear()));
    tabTo(page, "[name='complaint-onsetKind']");
    press(page, "ArrowRight", "Enter");
    page.waitForURL("**step=SCREENING*");

    press(page, "Enter", "Enter", "1", "7", "Enter", "Enter", "Enter", "Enter");
    assertThat(page.locator("#live")).hasAttribute("data-open", "0");
    assertThat(desk.at("continue")).isFocused();
    press(page, "Enter");
    page.waitForURL("**step=RUNNING*");
    type(page, "42.5");
    press(page, "Enter");
    page.waitForURL("**step=CONSENT*");

    assertThat(desk.at("consent-given")).isFocused();
    press(page, "Space");
    tabTo(page, "#consent-signature");
    type(page, "Ana Signs");
    tabTo(page, "#submit");
    press(page, "Enter");
    page.waitForURL("**/screening/screening.xhtml?id=*");

    Duration waiting = Duration.between(begun, Instant.now());
    Duration whole = waiting.plus(A_KEY.multipliedBy(keys + letters));
    PacegateServer.get()
        .figures()
        .add(
            "intake of a walk-in without red flags: %d keys beside %d typed, %d s by script, %d s at five keys a second"
                .formatted(keys, letters, waiting.toSeconds(), whole.toSeconds()));
    org.assertj.core.api.Assertions.assertThat(keys).isLessThanOrEqualTo(MOST_KEYS_BESIDE_TEXT);
    org.assertj.core.api.Assertions.assertThat(whole).isLessThan(LONGEST);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_13_a_follow_up_appears_below_and_takes_the_focus(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "SCREENING");
    desk.page().locator("#ask-CES-6 input").first().focus();
    desk.page().keyboard().press("y");
    assertThat(desk.page().locator("#ask-CES-6-SIDE")).isVisible();
    assertThat(desk.page().locator("#ask-CES-6-SIDE input").first()).isFocused();
    desk.page().keyboard().press("1");
    assertThat(desk.page().locator("#ask-CES-6-RAPID input").first()).isFocused();
    desk.page().keyboard().press("u");
    assertThat(desk.page().locator("input[name='answer-CES-6-RAPID'][value='UNSURE']")).isChecked();
    desk.page().locator("#ask-CES-6 input").first().focus();
    desk.page().keyboard().press("n");
    assertThat(desk.page().locator("#ask-CES-6-SIDE")).isHidden();
  }

  @Test
  void R4_15_enter_continues_and_never_submits(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Enter", "en");
    desk.at("consent-given").press("Enter");
    desk.page().waitForURL("**step=CONSENT*");
    assertThat(desk.at("submit")).isVisible();
  }
}
