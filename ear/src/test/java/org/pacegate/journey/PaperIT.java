package org.pacegate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** What goes on paper: what somebody reads, and nothing that one could only press. */
@ExtendWith(Chromium.class)
class PaperIT {

  private static final String NOT_ON_PAPER =
      ".rail, .top, .languages, .skip, dialog, .btn, button, input[type=submit], .autosave, #errors .notice";

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @Test
  void the_safety_text_of_a_screening(Browser browser) {
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    desk.page().navigate("/screening/screening.xhtml?id=" + (clinic.withOpenFlag("Sheet") + 20));
    print(desk.page(), "screening");
    assertThat(desk.page().locator(".handout .sheet-head")).containsText("SHEET, Ana");
    assertThat(desk.page().locator(".handout .net")).isVisible();
  }

  @Test
  void a_patients_page(Browser browser) {
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    desk.page().navigate("/patient/patient.xhtml?id=" + (clinic.diagnosed("Record", "en") + 1));
    print(desk.page(), "patient");
    assertThat(desk.page().locator(".patient")).containsText("RECORD, Ana");
    assertThat(desk.page().locator("article.card")).containsText("M54.59");
    assertThat(desk.page().locator(".timeline")).isVisible();
  }

  @Test
  void a_runners_plan(Browser browser) {
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    therapist.page().navigate("/plan/plan.xhtml?episode=" + clinic.diagnosed("Plan", "es"));
    therapist.at("plan:start").click();
    assertThat(therapist.page().locator("article.sheet")).isVisible();
    print(therapist.page(), "plan");
    assertThat(therapist.page().locator("article.sheet .notice.u0")).isVisible();
    assertThat(therapist.page().locator(".patient")).containsText("PLAN, Ana");
    assertThat(therapist.page().locator("aside")).isHidden();
  }

  private static void print(Page page, String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(NOT_ON_PAPER).locator("visible=true")).hasCount(0);
    Chromium.screenshot(page, "paper-" + name);
  }
}
