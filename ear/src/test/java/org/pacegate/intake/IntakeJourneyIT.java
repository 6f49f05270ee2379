package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** A whole intake in a browser (R4.5, R4.10, R4.12, R8.7). */
@ExtendWith(Chromium.class)
class IntakeJourneyIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_10_a_walk_in_is_registered_and_screened(String language, Browser browser) {
    String tag = language.substring(0, 2);
    Desk desk = Desk.of(browser, clinic, language);
    desk.begin();
    desk.visit().picture("intake-person-empty-" + tag);
    desk.person("Journey" + tag, "Íñigo 🏃 <b>x</b>", "FEMALE", tag);
    desk.visit().picture("intake-person-" + tag);
    desk.goOn("COMPLAINT");
    desk.complaint("Me tira <script>alert(1)</script> שלום 🏃");
    desk.visit().picture("intake-complaint-" + tag);
    desk.goOn("SCREENING");
    desk.visit().picture("intake-screening-" + tag);
    desk.answerNo();
    assertThat(desk.page().locator("#live .calm")).isVisible();
    desk.goOn("RUNNING");
    desk.at("running-kmPerWeek").fill("42,5");
    desk.at("running-surfaces-TRAIL").check();
    desk.visit().picture("intake-running-" + tag);
    desk.goOn("CONSENT");
    assertThat(desk.page().locator(".consent-text")).hasAttribute("lang", tag);
    desk.visit().picture("intake-consent-" + tag);
    desk.at("consent-given").check();
    desk.at("consent-signature").fill("Ana Signs");
    desk.submit();

    assertThat(desk.page().locator(".patient"))
        .containsText("JOURNEY" + tag.toUpperCase(Locale.ROOT));
    assertThat(desk.page().locator(".handout div[lang]")).hasAttribute("lang", tag);
    desk.visit().picture("screening-negative-" + tag);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_12_what_lasts_for_years_is_asked_for_inflammation_and_is_no_red_flag(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.begin();
    desk.person("Chronic", "Ana", "FEMALE", "en");
    desk.goOn("COMPLAINT");
    desk.complaint("low-back", "For years.", LocalDate.of(2024, 3, 1));
    desk.goOn("SCREENING");
    assertThat(desk.page().locator("[data-section='section.SPONDYLOARTHRITIS']")).isVisible();
    assertThat(desk.at("danger")).containsText("SPA-R.net");
    desk.answerNo();
    assertThat(desk.page().locator("#live")).containsText("Routine");
    desk.goOn("RUNNING");
    desk.at("running-kmPerWeek").fill("30");
    desk.goOn("CONSENT");
    desk.at("consent-given").check();
    desk.at("consent-signature").fill("Ana Signs");
    desk.submit();
    assertThat(desk.page().locator(".verdict")).containsText("No red flag");
    assertThat(desk.page().locator(".flag-card")).containsText("SPA-R.net");
    desk.visit().expectQuiet();
  }

  @Test
  void R4_12_an_emergency_stops_the_conversation(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.begin();
    desk.person("Emergency", "Ana", "FEMALE", "es");
    desk.goOn("COMPLAINT");
    desk.complaint("Numb.");
    desk.goOn("SCREENING");
    desk.choose("answer-CES-1", "YES");
    assertThat(desk.page().locator("#danger")).containsText("emergency department now");
    assertThat(desk.page().locator("#danger .say")).hasAttribute("lang", "es");
    assertThat(desk.page().locator("#ask-CES-T")).isVisible();
    assertThat(desk.page().locator("#alarm")).containsText("Emergency");
    desk.visit().picture("intake-emergency");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    assertThat(desk.page().locator(".verdict")).containsText("Emergency now");
    assertThat(desk.page().locator(".result > .cols .flag-card").first()).containsText("CES-1");
    assertThat(desk.page().locator(".result")).containsText("What is missing");
    assertThat(desk.page().locator(".result")).not().containsText("AAA-1");
    desk.visit().picture("screening-emergency");
    desk.visit().expectQuiet();
  }

  @Test
  void R4_12_nothing_unrelated_holds_up_the_emergency(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.at("person-familyName").fill("Unrelated");
    desk.date("person-birthDate", "31", "2", "1988");
    desk.at("person-phone").fill("call me");
    desk.goOnTo("RUNNING");
    desk.at("running-kmPerWeek").fill("many");
    desk.goOnTo("SCREENING");
    desk.choose("answer-CES-1", "YES");
    desk.date("answer-CES-T", "1", "1", "2090");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    assertThat(desk.page().locator(".verdict")).containsText("Emergency now");
    assertThat(desk.page().locator(".patient")).containsText("UNRELATED, ?");
    assertThat(desk.page().locator(".patient")).containsText("birth date not known");
    desk.visit().picture("screening-unknown");
    desk.open(intake, "PERSON");
    assertThat(desk.page().locator(".notice")).containsText("This intake is on record.");
    desk.visit().expectQuiet();
  }

  @Test
  void R8_7_a_dangerous_draft_waits_on_the_worklist_and_is_not_discarded(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.at("person-familyName").fill("Abandoned");
    desk.goOnTo("SCREENING");
    desk.choose("answer-CES-2", "YES");
    assertThat(desk.page().locator("#danger")).containsText("emergency department now");
    desk.visit().awaitSaved();
    Desk colleague = Desk.of(browser, clinic, "therapist", "en-GB");
    colleague.page().navigate("/worklist/index.xhtml");
    var row = colleague.page().locator("tr:has-text('ABANDONED')");
    assertThat(row).containsText("Emergency");
    assertThat(row).containsText("act by");
    colleague.visit().picture("worklist-draft");
    row.locator("a:has-text('Finish the intake')").click();
    colleague.page().waitForURL("**/intake.xhtml?id=" + intake + "*");
    colleague.goOnTo("CONSENT");
    colleague.page().locator("summary:has-text('Nobody needs this intake?')").click();
    colleague.at("discard").click();
    assertThat(colleague.page().locator("[id='errors'] .notice")).containsText("dangerous");

    // Nor when the answer was taken back.
    colleague.goOnTo("SCREENING");
    colleague.choose("answer-CES-2", "NO");
    colleague.visit().awaitSaved();
    colleague.goOnTo("CONSENT");
    colleague.page().locator("summary:has-text('Nobody needs this intake?')").click();
    colleague.at("discard").click();
    assertThat(colleague.page().locator("[id='errors'] .notice")).containsText("was dangerous");
    assertThat(colleague.page().locator("main")).containsText("A dangerous answer was taken back");
    colleague.visit().picture("intake-taken-back");
    colleague.visit().expectQuiet();
  }

  @Test
  void R4_5_a_known_runner_has_a_new_complaint_and_is_screened_again(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Again", "en");
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.page().navigate("/patient/patient.xhtml?id=" + clinic.patientOf(episode));
    desk.page().locator("input[value='New complaint']").click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    assertThat(desk.page().locator(".patient")).containsText("AGAIN, Ana");
    assertThat(desk.at("complaint-words")).isVisible();

    desk.page().navigate("/patient/patient.xhtml?id=" + clinic.patientOf(episode));
    desk.page().locator("input[value='Screen again']").first().click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    assertThat(desk.page().locator(".steps li")).hasCount(1);
    desk.answerNo();
    desk.visit().picture("intake-again");
    desk.submit();
    assertThat(desk.page().locator(".verdict")).containsText("No red flag");
    desk.visit().expectQuiet();
  }
}
