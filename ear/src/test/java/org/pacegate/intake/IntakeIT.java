package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** An intake in a browser (R4.9 to R4.14). */
@ExtendWith(Chromium.class)
class IntakeIT {

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
    desk.submit();

    assertThat(desk.page().locator(".patient"))
        .containsText("JOURNEY" + tag.toUpperCase(Locale.ROOT));
    assertThat(desk.page().locator(".handout div[lang]")).hasAttribute("lang", tag);
    desk.visit().picture("screening-negative-" + tag);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_9_leaving_and_coming_back_loses_nothing(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.person("Leaver", "Ana", "FEMALE", "en");
    desk.at("person-phone").fill("600 12");
    desk.visit().awaitSaved();
    assertThat(desk.page().locator(".so-far")).containsText("LEAVER, Ana");

    desk.page().navigate("/intake/index.xhtml");
    desk.visit().picture("intake-list");
    desk.page().locator("tr:has-text('LEAVER') a").click();
    assertThat(desk.at("person-familyName")).hasValue("Leaver");
    assertThat(desk.at("person-birthDate-year")).hasValue("1995");
    assertThat(desk.at("person-phone")).hasValue("600 12");
    assertThat(desk.page().locator("input[name='person-sex'][value='FEMALE']")).isChecked();

    desk.at("to-CONSENT").click();
    desk.page().waitForURL("**step=CONSENT*");
    desk.page().navigate("/intake/intake.xhtml?id=" + intake);
    assertThat(desk.at("consent-given")).isVisible();
    desk.visit().expectQuiet();
  }

  @Test
  void R4_9_an_hour_of_typing_is_saved_while_it_is_typed(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    String first = desk.at("autosaved").innerText();
    desk.at("complaint-words").focus();
    for (int i = 0; i < 40 && desk.at("autosaved").innerText().equals(first); i++) {
      desk.page()
          .keyboard()
          .type("ten chars ", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(30));
    }
    assertThat(desk.at("autosaved")).not().hasText(first);
    assertThat(desk.at("complaint-words")).isFocused();
    Page later = desk.visit().secondTab();
    later.navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    assertThat(later.locator("#complaint-words")).hasValue(Pattern.compile("^ten chars .*"));
  }

  @Test
  void R4_9_what_was_typed_after_the_session_ended_is_put_back(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    desk.at("complaint-bodySite").selectOption("SHIN");
    desk.at("complaint-words").fill("before");
    desk.visit().awaitSaved();
    desk.visit().loseSession();
    desk.at("complaint-words").pressSequentially(" and after");
    desk.page().waitForURL("**/signin.xhtml*");
    desk.visit().fillSignIn(clinic.login("desk"));
    desk.page().waitForURL("**/intake.xhtml?id=" + intake + "*");
    assertThat(desk.at("complaint-words")).hasValue("before and after");
    desk.visit().awaitSaved();
    desk.page().reload();
    assertThat(desk.at("complaint-words")).hasValue("before and after");
    assertThat(desk.at("complaint-bodySite")).hasValue("SHIN");
    assertThat(desk.page().locator("input[name='complaint-side']:checked")).hasCount(0);
  }

  @Test
  void R4_9_two_tabs_do_not_undo_one_another(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    Page other = desk.visit().secondTab();
    other.navigate(desk.page().url());
    desk.at("person-familyName").fill("Tabs");
    assertThat(desk.page().locator(".so-far")).containsText("TABS");
    other.locator("#person-givenName").fill("Two");
    assertThat(other.locator(".so-far")).containsText("TABS, Two");
    desk.open(intake, "PERSON");
    assertThat(desk.at("person-familyName")).hasValue("Tabs");
    assertThat(desk.at("person-givenName")).hasValue("Two");
  }

  @Test
  void R4_14_double_click_second_tab_and_back_record_once(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Twice", "en");
    Page other = desk.visit().secondTab();
    other.navigate(desk.page().url());
    desk.at("submit").dblclick();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    String result = desk.page().url();

    other.locator("#submit").click();
    assertThat(other.locator(".notice")).containsText("This intake is on record.");
    other.locator("#show").click();
    other.waitForURL(result);
    desk.page().goBack();
    desk.page().reload();
    assertThat(desk.page().locator(".notice")).containsText("This intake is on record.");
    desk.visit().picture("intake-done");
    desk.at("show").click();
    desk.page().waitForURL(result);
    desk.page().navigate("/patient/index.xhtml");
    desk.visit().expectQuiet();
  }

  @Test
  void R4_14_a_tab_of_a_recorded_intake_takes_no_more_text(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.typeAll("Late", "en");
    Page other = desk.visit().secondTab();
    other.navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    desk.submit();
    other.locator("#complaint-words").fill("too late");
    assertThat(other.locator(".notice")).containsText("This intake is on record.");
  }

  @Test
  void R4_11_a_possible_match_warns_and_never_blocks(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Matchwood", "en");
    desk.submit();
    String intake = desk.begin();
    desk.at("person-familyName").fill("Matchwod");
    desk.at("person-givenName").fill("Ana");
    desk.date("person-birthDate", "14", "5", "1995");
    assertThat(desk.page().locator(".match")).containsText("same birth date");
    desk.visit().picture("intake-match");
    desk.page().locator(".match button[name=notSame]").first().click();
    desk.page().waitForURL("**step=PERSON*");
    assertThat(desk.page().locator(".match")).hasCount(0);
    assertThat(desk.at("person-familyName")).hasValue("Matchwod");

    desk.begin();
    desk.at("person-familyName").fill("Matchwood");
    desk.at("person-givenName").fill("Ana");
    desk.page().locator(".match button[name=usePatient]").first().click();
    desk.page().waitForURL("**step=COMPLAINT*");
    assertThat(desk.page().locator(".patient")).containsText("MATCHWOOD, Ana");
    desk.at("to-PERSON").click();
    desk.at("somebodyNew").click();
    assertThat(desk.at("person-familyName")).hasValue("Matchwood");
    org.assertj.core.api.Assertions.assertThat(intake).isNotBlank();
    desk.visit().expectQuiet();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, birth date with day and month swapped",
    "es-ES, fecha de nacimiento con día y mes cambiados"
  })
  void R4_11_a_birth_date_with_day_and_month_swapped_is_named_as_such(
      String language, String words, Browser browser) {
    String family = "Swapped" + language.substring(0, 2);
    Desk desk = Desk.of(browser, clinic, language);
    desk.typeAll(family, "en");
    desk.at("to-PERSON").click();
    desk.page().waitForURL("**step=PERSON*");
    desk.date("person-birthDate", "5", "3", "1990");
    desk.at("to-CONSENT").click();
    desk.page().waitForURL("**step=CONSENT*");
    desk.submit();

    desk.begin();
    desk.at("person-familyName").fill(family);
    desk.at("person-givenName").fill("Ana");
    desk.date("person-birthDate", "3", "5", "1990");
    String candidate = ".candidate:has-text('" + family.toUpperCase(Locale.ROOT) + "')";
    assertThat(desk.page().locator(candidate)).containsText(words);
    desk.visit().picture("intake-match-swapped-" + language.substring(0, 2));
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
    colleague.visit().expectQuiet();
  }

  @ParameterizedTest
  @CsvSource({
    "person-birthDate, 31, 2, 1988, has no day 31",
    "person-birthDate, 1, 1, 2090, lies in the future",
    "person-birthDate, 1, 1, 1850, more than 120 years ago",
    "person-birthDate, 25, 13, 1988, there is no month 13",
    "person-birthDate, 1, 1, '', give the day"
  })
  void R4_10_an_impossible_date_is_kept_and_explained(
      String field, String day, String month, String year, String sentence, Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.begin();
    desk.date(field, day, month, year);
    desk.at("continue").click();
    assertThat(desk.at(field + "Error")).containsText(sentence);
    assertThat(desk.at(field)).hasValue(Pattern.compile("0?" + day));
    assertThat(desk.page().locator(".error-summary")).isFocused();
    desk.page().locator(".error-summary a:has-text('" + sentence + "')").click();
    assertThat(desk.at(field)).isFocused();
    desk.visit().expectQuiet();
  }

  @Test
  void R4_10_bad_text_is_kept_and_explained(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.at("person-familyName").fill("N".repeat(300));
    desk.at("person-phone").fill("call me <script>");
    desk.at("person-email").fill("no address");
    desk.date("person-birthDate", "1", "2", "1990");
    desk.choose("person-sex", "MALE");
    desk.choose("person-language", "en");
    desk.at("continue").click();
    assertThat(desk.page().locator(".error-summary")).containsText("Give the given name");
    desk.visit().picture("intake-problems");
    assertThat(desk.at("person-familyNameError")).containsText("too long");
    assertThat(desk.at("person-phoneError")).containsText("5 to 15 digits");
    assertThat(desk.at("person-emailError")).containsText("name@example.org");
    desk.at("person-givenName").fill("Ok");
    desk.at("continue").click();
    desk.page().waitForURL("**step=COMPLAINT*");
    desk.at("complaint-words").fill("x".repeat(10_001));
    desk.at("continue").click();
    assertThat(desk.at("complaint-wordsError")).containsText("10,000 characters");
    desk.open(intake, "PERSON");
    assertThat(desk.at("person-phone")).hasValue("call me <script>");
    assertThat(desk.at("person-familyName")).hasValue("N".repeat(300));
  }

  @Test
  void R4_10_submitting_half_lists_every_problem_by_step(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "RUNNING");
    desk.at("running-kmPerWeek").fill("many");
    desk.at("to-CONSENT").click();
    desk.page().waitForURL("**step=CONSENT*");
    desk.at("submit").click();
    var problems = desk.page().locator(".error-summary");
    assertThat(problems).containsText("Give the family name");
    assertThat(problems).containsText("questions have no answer yet");
    assertThat(problems).containsText("Kilometres a week: give a number");
    assertThat(problems).isFocused();
    desk.visit().picture("intake-refused");
    problems.locator("a:has-text('Kilometres')").click();
    desk.page().waitForURL("**step=RUNNING*");
    assertThat(desk.at("running-kmPerWeek")).isFocused();
    assertThat(desk.at("running-kmPerWeekError")).containsText("give a number");
    desk.visit().expectQuiet();
  }

  @Test
  void R4_5_a_known_runner_has_a_new_complaint_and_is_screened_again(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Again", "en");
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.page().navigate("/patient/patient.xhtml?id=" + (episode + 1));
    desk.page().locator("input[value='New complaint']").click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    assertThat(desk.page().locator(".patient")).containsText("AGAIN, Ana");
    assertThat(desk.at("complaint-words")).isVisible();

    desk.page().navigate("/patient/patient.xhtml?id=" + (episode + 1));
    desk.page().locator("input[value='Screen again']").first().click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    assertThat(desk.page().locator(".steps li")).hasCount(1);
    desk.answerNo();
    desk.visit().picture("intake-again");
    desk.submit();
    assertThat(desk.page().locator(".verdict")).containsText("No red flag");
    desk.visit().expectQuiet();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/intake/intake.xhtml?id=999999999",
        "/intake/intake.xhtml",
        "/intake/intake.xhtml?id=x%27",
        "/screening/screening.xhtml?id=999999999",
        "/screening/screening.xhtml"
      })
  void a_record_that_is_not_there_is_said_to_be_missing(String address, Browser browser) {
    Visit visit = Visit.of(browser, clinic.login("desk"), "en-GB");
    var answer = visit.page().navigate(address);
    org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(404);
    assertThat(visit.page().locator("h1"))
        .not()
        .containsText("went wrong", new LocatorAssertions.ContainsTextOptions().setTimeout(100));
  }
}
