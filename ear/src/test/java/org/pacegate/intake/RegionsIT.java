package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** Every region is asked about by its own questions (R4.40 to R4.45). */
@ExtendWith(Chromium.class)
class RegionsIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static Desk arrives(Browser browser, String family, String language) {
    Desk desk = Desk.of(browser, clinic, language);
    desk.begin();
    desk.person(family, "Ana", "FEMALE", language.substring(0, 2));
    desk.goOn("COMPLAINT");
    return desk;
  }

  private static void region(Desk desk, String region) {
    desk.at("complaint-bodySite").selectOption(region);
    desk.choose("complaint-side", "LEFT");
  }

  private static void complaint(Desk desk, String region, String words) {
    region(desk, region);
    desk.at("complaint-words").fill(words);
    desk.date("complaint-onsetDate", "1", "3", "2026");
    desk.choose("complaint-onsetKind", "SUDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_40_a_runner_with_a_sore_knee_is_asked_about_the_knee(String language, Browser browser) {
    String tag = language.substring(0, 2);
    Desk desk = arrives(browser, "Knee" + tag, language);
    complaint(desk, "KNEE", "Stairs.");
    desk.goOn("SCREENING");
    assertThat(desk.at("ask-KNE-1")).isVisible();
    assertThat(desk.page().locator("[data-section='section.CAUDA_EQUINA']")).hasCount(0);
    desk.visit().picture("region-knee-" + tag);
    desk.answerNo();
    desk.page().locator("#ask-PFP-1 input[value='YES']").focus();
    desk.page().keyboard().press("y");
    assertThat(desk.at("danger")).containsText("PFP-1");
    desk.goOn("RUNNING");
    desk.at("running-kmPerWeek").fill("30");
    desk.goOn("CONSENT");
    desk.at("consent-given").check();
    desk.at("consent-signature").fill("Ana Signs");
    desk.submit();
    assertThat(desk.page().locator(".flag-card")).containsText("PFP-1");
    desk.visit().picture("region-knee-result-" + tag);

    desk.page().locator("a[href*='/patient/patient.xhtml']").first().click();
    desk.page().waitForURL("**/patient/patient.xhtml*");
    desk.visit().picture("region-knee-patient-" + tag);
    desk.page().locator("[id$='rescreen:again']").first().click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    assertThat(desk.at("ask-KNE-1")).isVisible();
    desk.visit().expectQuiet();
  }

  @Test
  void R4_40_a_snapped_achilles_locks_the_episode(Browser browser) {
    Desk desk = arrives(browser, "Snap", "en-GB");
    complaint(desk, "ACHILLES", "Somebody kicked my heel.");
    desk.goOn("SCREENING");
    assertThat(desk.page().locator("[data-section='section.CIRCULATION_AND_CHEST'] [data-all-no]"))
        .isFocused();
    desk.page().locator("#ask-ACH-1 input").first().focus();
    desk.page().keyboard().press("1");
    assertThat(desk.at("danger")).containsText("A doctor sees the patient today.");
    assertThat(desk.page().locator("#alarm")).containsText("doctor");
    desk.visit().picture("region-achilles");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    assertThat(desk.page().locator(".verdict")).containsText("Same day");
    assertThat(desk.page().locator(".result > .cols .flag-card").first()).containsText("ACH-1");
    desk.visit().picture("region-achilles-result");

    Desk physician = Desk.of(browser, clinic, "physician", "en-GB");
    physician.page().navigate("/worklist/index.xhtml");
    assertThat(physician.page().locator("tr:has-text('SNAP')").first()).containsText("Achilles");
    physician.visit().picture("region-achilles-worklist");
    physician.page().navigate("/diagnosis/inbox.xhtml");
    physician.page().locator("tr:has-text('SNAP') a[href*='/diagnosis/diagnosis']").first().click();
    physician.page().waitForURL("**/diagnosis.xhtml?episode=*");
    assertThat(physician.page().locator("section:has(#flags)")).containsText("Achilles");
    assertThat(physician.page().locator("section:has(> #answers)")).containsText("kick");
    physician.visit().picture("region-achilles-diagnosis");
    desk.visit().expectQuiet();
    physician.visit().expectQuiet();
  }

  @Test
  void R4_44_the_desk_is_told_which_answers_count_no_more_and_no_danger_goes(Browser browser) {
    Desk desk = arrives(browser, "Moved", "en-GB");
    complaint(desk, "LOW_BACK", "Perhaps the back.");
    desk.goOn("SCREENING");
    desk.choose("answer-INF-2", "YES");
    desk.choose("answer-CES-2", "YES");
    assertThat(desk.at("danger")).containsText("CES-2");
    desk.goOnTo("COMPLAINT");
    region(desk, "KNEE");
    assertThat(desk.at("setAside")).containsText("do not count now");
    assertThat(desk.at("setAside")).containsText("infection");
    assertThat(desk.at("danger")).containsText("CES-2");
    assertThat(desk.at("danger")).containsText("another body region");
    desk.visit().picture("region-changed");
    region(desk, "LOW_BACK");
    assertThat(desk.at("setAside")).isEmpty();
    region(desk, "KNEE");
    desk.goOnTo("CONSENT");
    assertThat(desk.page().locator(".lines").last()).not().containsText("infection");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    assertThat(desk.page().locator(".verdict")).containsText("Emergency now");
    assertThat(desk.page().locator(".result > .cols .flag-card").first()).containsText("CES-2");
    desk.visit().picture("region-changed-result");
    desk.visit().expectQuiet();
  }

  @Test
  void R4_45_a_tab_with_the_former_questions_says_so_and_keeps_what_is_answered(Browser browser) {
    Desk desk = arrives(browser, "Behind", "en-GB");
    complaint(desk, "LOW_BACK", "Perhaps the back.");
    desk.goOn("SCREENING");
    Page other = desk.visit().secondTab();
    other.navigate(desk.page().url().replace("SCREENING", "COMPLAINT"));
    other.locator("[id='complaint-bodySite']").selectOption(new SelectOption().setValue("KNEE"));
    other.locator(".saved:has-text('✓')").waitFor();

    desk.choose("answer-CES-1", "YES");
    assertThat(desk.at("behind")).isVisible();
    assertThat(desk.at("danger")).containsText("CES-1");
    assertThat(desk.at("ask-CES-2")).isVisible();
    desk.visit().picture("region-behind");
    desk.at("behind").locator("a").click();
    assertThat(desk.at("ask-KNE-1")).isVisible();
    assertThat(desk.at("danger")).containsText("CES-1");
    assertThat(desk.at("behind")).isHidden();
    desk.visit().expectQuiet();
  }
}
