package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
}
