package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** What is typed is kept, and recorded once (R4.9, R4.14). */
@ExtendWith(Chromium.class)
class IntakeKeptIT {

  /** As many as the server remembers of one session, and some. */
  private static final int VIEWS_OF_A_SESSION = 25;

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
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
  void R4_23_a_page_that_the_server_forgot_comes_back_with_what_was_typed(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    desk.at("complaint-words").fill("before");
    desk.visit().awaitSaved();
    Page other = desk.visit().secondTab();
    for (int i = 0; i < VIEWS_OF_A_SESSION; i++) {
      other.navigate("/intake/intake.xhtml?id=" + intake + "&step=PERSON");
    }
    desk.at("complaint-words").pressSequentially(" and after");
    other.navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    desk.page()
        .waitForCondition(
            () -> {
              other.reload();
              return "before and after".equals(other.inputValue("#complaint-words"));
            });
    assertThat(desk.at("complaint-words")).hasValue("before and after");
  }
}
