package org.pacegate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Keys;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/**
 * With the colours of the reader's system in place of ours, nothing is said by colour that is gone.
 */
@ExtendWith(Chromium.class)
class ForcedColoursIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @Test
  void a_chosen_answer_and_the_focus_stay_visible(Browser browser) {
    Visit desk = forced(Visit.of(browser, clinic.login("desk"), "en-GB"));
    Page page = desk.page();
    page.navigate("/intake/index.xhtml");
    desk.at("begin:new").click();
    page.waitForURL("**/intake.xhtml?id=*");
    page.navigate(page.url() + "&step=SCREENING");
    Keys keys = new Keys(page);
    keys.to("[name='answer-CES-1']").press("y");
    assertThat(page.locator("#danger .notice")).isVisible();
    Locator yes = label(page, "answer-CES-1", "YES");
    Locator no = label(page, "answer-CES-1", "NO");
    assertThat(style(yes, "backgroundColor")).isNotEqualTo(style(no, "backgroundColor"));
    expectBordered(page.locator("#danger .tag").first());
    expectBordered(page.locator("#danger .notice"));
    expectBordered(page.locator(".steps li[aria-current=step]"));
    Chromium.screenshot(page, "forced-intake");
    keys.to("#continue");
  }

  @Test
  void the_body_picture_shows_the_chosen_place(Browser browser) {
    Visit desk = forced(Visit.of(browser, clinic.login("desk"), "en-GB"));
    Page page = desk.page();
    page.navigate("/intake/index.xhtml");
    desk.at("begin:new").click();
    page.waitForURL("**/intake.xhtml?id=*");
    page.navigate(page.url() + "&step=COMPLAINT");
    page.locator(".spot.at-low-back").click();
    assertThat(page.locator("#complaint-bodySite")).hasValue("LOW_BACK");
    assertThat(style(page.locator(".spot.at-low-back"), "borderTopWidth")).isEqualTo("3px");
    Chromium.screenshot(page, "forced-body");
  }

  @Test
  void flags_buttons_and_the_place_in_the_rail_keep_their_shape(Browser browser) {
    Visit physician = forced(Visit.of(browser, clinic.login("physician"), "en-GB"));
    Page page = physician.page();
    page.navigate("/screening/screening.xhtml?id=" + (clinic.withOpenFlag("Forced") + 20));
    expectBordered(page.locator(".verdict .tag").first());
    assertThat(page.locator(".verdict .tag .icon").first()).isVisible();
    new Keys(page).to(".flag-card input[type=submit]");
    Chromium.screenshot(page, "forced-screening");
    page.navigate("/worklist/index.xhtml");
    assertThat(style(page.locator(".places a[aria-current=page]"), "outlineStyle"))
        .isEqualTo("solid");
    Chromium.screenshot(page, "forced-worklist");
  }

  private static Visit forced(Visit visit) {
    visit.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    return visit;
  }

  private static Locator label(Page page, String question, String answer) {
    return page.locator("li:has(> input[name='" + question + "'][value='" + answer + "']) > label");
  }

  private static void expectBordered(Locator element) {
    assertThat(style(element, "borderTopStyle")).as(element.toString()).isEqualTo("solid");
  }

  private static String style(Locator element, String property) {
    return (String) element.evaluate("(it, name) => getComputedStyle(it)[name]", property);
  }
}
