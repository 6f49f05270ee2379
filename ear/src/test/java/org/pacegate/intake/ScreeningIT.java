package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** The result of a screening in a browser (R1.30 to R1.33). */
@ExtendWith(Chromium.class)
class ScreeningIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void open(Visit visit, long episode) {
    visit.page().navigate("/screening/screening.xhtml?id=" + clinic.screeningOf(episode));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R1_30_the_desk_reads_the_finding_in_plain_words(String language, Browser browser) {
    String tag = language.substring(0, 2);
    long episode = clinic.withOpenFlag("Finding" + tag);
    Visit desk = Visit.of(browser, clinic.login("desk"), language);
    open(desk, episode);
    assertThat(desk.page().locator(".flag-card")).containsText("BSI-2");
    assertThat(desk.page().locator(".flag-card textarea")).hasCount(0);
    assertThat(desk.page().locator(".handout div[lang]")).hasAttribute("lang", "en");
    assertThat(desk.page().locator(".handout .net")).containsText("cauda equina");
    desk.picture("screening-flag-" + tag);
    desk.expectQuiet();
  }

  @Test
  void R1_31_only_the_text_for_the_patient_goes_on_paper(Browser browser) {
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    open(desk, clinic.withOpenFlag("Paper"));
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(desk.page().locator(".handout")).isVisible();
    assertThat(desk.page().locator(".sheet-head")).containsText("PAPER, Ana");
    assertThat(desk.page().locator(".flag-card")).isHidden();
    assertThat(desk.page().locator(".verdict")).isHidden();
    assertThat(desk.page().locator(".rail")).isHidden();
    Chromium.screenshot(desk.page(), "screening-paper");
  }

  @Test
  void R1_33_a_physician_confirms_and_later_clears_with_a_reason(Browser browser) {
    long episode = clinic.withOpenFlag("Decided");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.page().locator("input[value='Confirm the danger']").click();
    org.assertj.core.api.Assertions.assertThat(physician.news()).contains("Write down the reason");
    assertThat(physician.page().locator(".flag-card .field-error")).containsText("Write down");
    physician.page().locator(".flag-card textarea").fill("MRI shows bone marrow oedema.");
    physician.picture("screening-deciding");
    physician.page().locator("input[value='Confirm the danger']").click();
    assertThat(physician.page().locator(".flag-card .field-error:not(:empty)"))
        .containsText("The password is wrong.");
    assertThat(physician.page().locator(".flag-card textarea"))
        .hasValue("MRI shows bone marrow oedema.");
    signs(physician);
    physician.page().locator("input[value='Confirm the danger']").click();
    assertThat(physician.page().locator(".flag-head")).containsText("Confirmed");
    assertThat(physician.page().locator(".flag-card"))
        .containsText("MRI shows bone marrow oedema.");
    physician.page().locator(".flag-card textarea").fill("Healed on the second MRI.");
    signs(physician);
    physician.page().locator("input[value='Clear the flag']").click();
    assertThat(physician.page().locator(".flag-head")).containsText("Cleared");
    assertThat(physician.page().locator(".flag-card textarea")).hasCount(0);
    physician.picture("screening-cleared");
    physician.expectQuiet();
  }

  private static void signs(Visit physician) {
    physician.page().locator(".flag-card input[type='password']").fill(PaperClinic.PASSWORD);
  }

  @Test
  void R1_33_a_physician_without_a_licence_is_told_so_and_keeps_the_text(Browser browser) {
    Visit physician = Visit.of(browser, clinic.login("unlicensed"), "en-GB");
    open(physician, clinic.withOpenFlag("Unlicensed"));
    physician.page().locator(".flag-card textarea").fill("I would clear it.");
    signs(physician);
    physician.page().locator("input[value='Clear the flag']").click();
    org.assertj.core.api.Assertions.assertThat(physician.news()).contains("licence");
    assertThat(physician.page().locator(".flag-card textarea")).hasValue("I would clear it.");
  }

  @Test
  void R1_32_one_person_takes_the_result_over(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.begin();
    desk.person("Taken", "Ana", "FEMALE", "en");
    desk.goOn("COMPLAINT");
    desk.complaint("Numb.");
    desk.goOn("SCREENING");
    desk.choose("answer-CES-3", "YES");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    Visit other = Visit.of(browser, clinic.login("therapist"), "en-GB");
    other.page().navigate(desk.page().url());
    assertThat(desk.page().locator(".clock")).not().containsText("overdue");
    assertThat(desk.page().locator(".result")).containsText("What is missing");

    desk.at("takeOver").click();
    assertThat(desk.page().locator(".result")).containsText("Ute Brandt");
    other.at("takeOver").click();
    org.assertj.core.api.Assertions.assertThat(other.news()).contains("Somebody else took this");
    desk.visit().picture("screening-taken");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, overdue since, overdue", "es-ES, fuera de plazo desde, fuera de plazo"})
  void R1_32_an_overdue_screening_says_so_in_words(
      String language, String listed, String onPage, Browser browser) {
    String tag = language.substring(0, 2);
    long late = clinic.overdue("Late" + tag);
    clinic.withOpenFlag("Calm" + tag);
    Visit desk = Visit.of(browser, clinic.login("desk"), language);
    // Of somebody else by now, or in some seconds: the desk still finds it among the steps.
    desk.page().navigate("/worklist/index.xhtml?step=ACKNOWLEDGE");
    var row = desk.page().locator("tr:has-text('LATE" + tag.toUpperCase(Locale.ROOT) + "')");
    assertThat(row).containsText(listed);
    assertThat(row.locator(".overdue").first()).isVisible();
    desk.picture("worklist-overdue-" + tag);
    row.locator("a.btn").click();
    desk.page().waitForURL("**/screening.xhtml?id=" + (late + 20));
    assertThat(desk.page().locator(".clock.overdue")).containsText("· " + onPage);
    desk.picture("screening-overdue-" + tag);

    desk.at("takeOver").click();
    assertThat(desk.page().locator(".verdict + .facts")).containsText("Ute Brandt, ");
    assertThat(desk.page().locator(".clock.overdue")).hasCount(0);
    desk.expectQuiet();
  }
}
