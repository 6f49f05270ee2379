package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

/** What is wrong is kept and explained (R4.10). */
@ExtendWith(Chromium.class)
class IntakeProblemsIT {

  private static final String PASTE_A_MEGABYTE =
      """
      (field) => {
        const data = new DataTransfer();
        data.setData('text', 'y'.repeat(1_000_000));
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      }
      """;

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
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

  /** What is wrong is said with the words of the form that asks, in both languages. */
  @ParameterizedTest
  @CsvSource({
    "en-GB, Kilometres a week, When did it begin?",
    "es-ES, Kilómetros por semana, ¿Cuándo empezó?"
  })
  void R4_96_a_problem_names_the_question_of_its_form(
      String language, String distance, String since, Browser browser) {
    Desk desk = Desk.of(browser, clinic, language);
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    desk.date("complaint-onsetDate", "31", "2", "2026");
    desk.at("complaint-words").fill("It pulls.");
    desk.at("continue").click();
    assertThat(desk.page().locator(".error-summary")).isVisible();
    assertThat(desk.at("complaint-onsetDateField")).containsText(since);
    desk.open(intake, "RUNNING");
    desk.at("running-kmPerWeek").fill("abc");
    desk.at("running-sessionsPerWeek").fill("2.5");
    desk.at("continue").click();
    assertThat(desk.page().locator(".error-summary")).containsText(distance);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_59_a_question_that_passed_away_is_named_and_holds_nothing_up(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.person("Passing", "Ana", "FEMALE", "en");
    desk.goOn("COMPLAINT");
    desk.complaint("It pulls.");
    desk.goOn("SCREENING");
    desk.choose("answer-RAD-1", "YES");
    desk.date("answer-RAD-T", "1", "1", "2031");
    desk.visit().awaitSaved();
    desk.choose("answer-RAD-1", "NO");
    assertThat(desk.at("setAside")).containsText("1 answer is no longer asked for");
    desk.visit().picture("no-longer-asked");
    desk.open(intake, "SCREENING");
    desk.answerNo();
    desk.goOn("RUNNING");
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
    desk.at("complaint-words").fill("It hurts.");
    desk.at("complaint-words").evaluate(PASTE_A_MEGABYTE);
    assertThat(desk.page().locator(".too-long")).containsText("12,000 characters at most");
    assertThat(desk.at("complaint-words")).hasValue("It hurts.");
    desk.at("complaint-words").fill("x".repeat(10_001));
    desk.at("continue").click();
    assertThat(desk.at("complaint-wordsError")).containsText("10,000 characters");
    desk.open(intake, "PERSON");
    assertThat(desk.at("person-phone")).hasValue("call me <script>");
    assertThat(desk.at("person-familyName")).hasValue("N".repeat(300));
  }

  /** Whatever somebody is called and says, also outside of the first 65,536 characters. */
  @ParameterizedTest
  @CsvSource({
    "Läufer \uD83C\uDFC3\uD83C\uDFFD\u200D\u2640\uFE0F, Zoë, \uD83D\uDE16 knee \uD83E\uDDB5\uD83C\uDFFD",
    "\u062D\u062F\u0627\u062F, \u0644\u064A\u0644\u0649, \u0623\u0644\u0645 \u0641\u064A \u0627\u0644\u0631\u0643\u0628\u0629 (10 km)"
  })
  void R4_10_any_script_is_kept_and_shown_as_typed(
      String family, String given, String words, Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.person(family, given, "FEMALE", "en");
    desk.goOn("COMPLAINT");
    desk.complaint(words);
    desk.goOn("SCREENING");
    desk.open(intake, "PERSON");
    assertThat(desk.at("person-familyName")).hasValue(family);
    assertThat(desk.at("person-givenName")).hasValue(given);
    desk.open(intake, "COMPLAINT");
    assertThat(desk.at("complaint-words")).hasValue(words);
    assertThat(desk.page().locator("main .field-error:visible")).hasCount(0);
    desk.page().navigate("/intake/index.xhtml");
    assertThat(desk.page().locator("main table")).containsText(given);
    desk.visit().expectQuiet();
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
