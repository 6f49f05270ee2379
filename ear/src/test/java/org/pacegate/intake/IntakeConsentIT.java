package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** The consent at the desk and after an emergency (R4.20, R4.21). */
@ExtendWith(Chromium.class)
class IntakeConsentIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @Test
  void R4_20_another_language_asks_for_the_consent_again(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.typeAll("Bilingual", "es");
    desk.visit().awaitSaved();
    desk.goOnTo("PERSON");
    desk.choose("person-language", "en");
    desk.goOnTo("CONSENT");
    assertThat(desk.page().locator(".consent-text")).hasAttribute("lang", "en");
    assertThat(desk.at("consent-given")).not().isChecked();
    desk.at("submit").click();
    assertThat(desk.page().locator(".error-summary")).containsText("agrees");
    desk.open(intake, "CONSENT");
    desk.at("consent-given").check();
    desk.at("consent-signature").fill("Ana Signs");
    desk.submit();
    desk.visit().expectQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_21_after_an_emergency_the_record_is_completed(String language, Browser browser) {
    Desk desk = Desk.of(browser, clinic, language);
    String family = "Later" + language.substring(0, 2);
    desk.begin();
    desk.at("person-familyName").fill(family);
    desk.goOnTo("SCREENING");
    desk.choose("answer-CES-3", "YES");
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");

    desk.page().navigate("/worklist/index.xhtml?step=COMPLETE_RECORD");
    desk.page().locator("tr:has-text('" + family.toUpperCase(Locale.ROOT) + "') a.btn").click();
    desk.page().waitForURL("**/intake/complete.xhtml?id=*");
    desk.visit().picture("intake-complete-" + language.substring(0, 2));
    desk.at("identify").click();
    assertThat(desk.page().locator(".error-summary")).isVisible();
    assertThat(desk.at("person-familyName")).hasValue(family);
    desk.at("person-givenName").fill("Ana");
    desk.date("person-birthDate", "14", "5", "1995");
    desk.at("identify").click();
    assertThat(desk.at("person-givenName")).hasCount(0);

    desk.page().locator("main a.btn").first().click();
    desk.page().waitForURL("**/patient/patient.xhtml?id=*");
    desk.page().locator("a[href*='complete.xhtml']").click();
    desk.at("recordConsent").click();
    assertThat(desk.page().locator(".error-summary")).isVisible();
    desk.at("consent-given").check();
    desk.at("consent-signature").fill("Ana Signs");
    desk.at("recordConsent").click();
    desk.page().waitForURL("**/patient/patient.xhtml?id=*");
    assertThat(desk.page().locator("a[href*='complete.xhtml']")).hasCount(0);
    desk.visit().expectQuiet();
  }
}
