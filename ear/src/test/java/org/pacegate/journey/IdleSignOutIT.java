package org.pacegate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/**
 * Somebody leaves the desk with a form half written (R11.44, R6.13). The browser's clock is put
 * forward; that the server ends the session at the same time is proven where sessions are.
 */
@ExtendWith(Chromium.class)
class IdleSignOutIT {

  private static final String HALF = "Half a sentence, left at";
  private static final String PAST_THE_IDLE_TIME = "10:10";

  /** The page looks at the clock every five seconds. */
  private static final LocatorAssertions.HasClassOptions A_LOOK_AT_THE_CLOCK =
      new LocatorAssertions.HasClassOptions().setTimeout(15_000);

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @CsvSource({
    "physician, second, /diagnosis/diagnosis.xhtml, sign:words",
    "therapist, physician, /plan/plan.xhtml, plan:LOWER_LIMB_instructions"
  })
  void R6_13_the_same_person_finds_the_form_again_and_another_does_not(
      String author, String other, String path, String field, Browser browser) {
    String address = path + "?episode=" + episode(path);
    Visit visit = Visit.of(browser, clinic.login(author), "en-GB");
    Page page = visit.page();
    page.navigate(address);
    visit.at(field).fill(HALF);
    visit.awaitSaved();

    page.clock().install();
    page.clock().fastForward(PAST_THE_IDLE_TIME);
    assertThat(page.locator("html"))
        .hasClass(Pattern.compile(".*\\bended\\b.*"), A_LOOK_AT_THE_CLOCK);
    assertThat(page.locator("#idle")).containsText("signed out");
    assertThat(visit.at(field)).isHidden();
    Chromium.screenshot(page, "idle-" + author);
    visit.loseSession();

    page.locator("#idle .again").click();
    page.waitForURL("**/signin.xhtml*");
    visit.fillSignIn(clinic.login(other));
    page.waitForURL("**" + address);
    assertThat(visit.at(field)).isVisible();
    assertThat(visit.at(field)).not().hasValue(HALF);

    visit.loseSession();
    page.navigate(address);
    visit.fillSignIn(clinic.login(author));
    page.waitForURL("**" + address);
    assertThat(visit.at(field)).hasValue(HALF);
    assertThat(visit.at(field.replaceAll(":.*", ":afresh"))).isVisible();
  }

  private static long episode(String path) {
    return path.contains("plan")
        ? clinic.diagnosed("Idle", "en")
        : clinic.awaitingDiagnosis("Idle", "en");
  }
}
