package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** A possible match beside the form (R4.11). */
@ExtendWith(Chromium.class)
class IntakeMatchIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @Test
  void R4_11_a_possible_match_warns_and_never_blocks(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Matchwood", "en");
    desk.submit();
    desk.begin();
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
}
