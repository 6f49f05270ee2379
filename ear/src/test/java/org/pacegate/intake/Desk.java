package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** Somebody at the desk, who types an intake. */
record Desk(Visit visit) {

  static Desk of(Browser browser, PaperClinic clinic, String language) {
    return of(browser, clinic, "desk", language);
  }

  /** Somebody else of the clinic at the desk. */
  static Desk of(Browser browser, PaperClinic clinic, String who, String language) {
    return new Desk(Visit.of(browser, clinic.login(who), language));
  }

  Page page() {
    return visit.page();
  }

  Locator at(String id) {
    return visit.at(id);
  }

  /** Begins an intake from the list; returns its id. */
  String begin() {
    page().navigate("/intake/index.xhtml");
    at("begin:new").click();
    page().waitForURL("**/intake.xhtml?id=*");
    return page().url().replaceAll(".*id=(\\d+).*", "$1");
  }

  void open(String intake, String step) {
    page().navigate("/intake/intake.xhtml?id=" + intake + "&step=" + step);
  }

  void choose(String field, String value) {
    choose(page(), field, value);
  }

  static void choose(Page page, String field, String value) {
    page.locator("input[name='" + field + "'][value='" + value + "']")
        .check(new Locator.CheckOptions().setForce(true));
  }

  void date(String field, String day, String month, String year) {
    at(field).fill(day);
    at(field + "-month").fill(month);
    at(field + "-year").fill(year);
  }

  void person(String family, String given, String sex, String language) {
    at("person-familyName").fill(family);
    at("person-givenName").fill(given);
    date("person-birthDate", "14", "5", "1995");
    choose("person-sex", sex);
    choose("person-language", language);
  }

  void complaint(String words) {
    complaint("low-back", words);
  }

  /** By a place of the body picture; for three weeks, so that nothing in it is chronic. */
  void complaint(String spot, String words) {
    complaint(spot, words, LocalDate.now(ZoneId.of("Europe/Madrid")).minusDays(20));
  }

  void complaint(String spot, String words, LocalDate onset) {
    page().locator(".spot.at-" + spot).first().click();
    at("complaint-words").fill(words);
    date(
        "complaint-onsetDate",
        Integer.toString(onset.getDayOfMonth()),
        Integer.toString(onset.getMonthValue()),
        Integer.toString(onset.getYear()));
    choose("complaint-onsetKind", "GRADUAL");
  }

  /** Every question No, and of every list none. */
  void answerNo() {
    for (Locator none : page().locator("[data-all-no]").all()) {
      if (none.isVisible()) {
        none.click();
      }
    }
    for (Locator none : page().locator(".ask:not(.off) input[id$='-NONE']").all()) {
      none.check();
    }
    for (Locator none : page().locator(".ask:not(.off) input[value='MISSED_0_TO_2']").all()) {
      none.check(new Locator.CheckOptions().setForce(true));
    }
    assertThat(page().locator("#live")).hasAttribute("data-open", "0");
  }

  /** By the list of steps, whatever is missing here. */
  void goOnTo(String step) {
    at("to-" + step).click();
    page().waitForURL("**step=" + step + "*");
  }

  void goOn(String step) {
    at("continue").click();
    page().waitForURL("**step=" + step + "*");
  }

  /** The whole of it, from a new intake to the last step. */
  String typeAll(String family, String language) {
    String intake = begin();
    person(family, "Ana", "FEMALE", language);
    goOn("COMPLAINT");
    complaint("It pulls across my low back.");
    goOn("SCREENING");
    answerNo();
    goOn("RUNNING");
    at("running-kmPerWeek").fill("42,5");
    goOn("CONSENT");
    at("consent-given").check();
    at("consent-signature").fill("Ana Signs");
    return intake;
  }

  void submit() {
    at("submit").click();
    page().waitForURL("**/screening/screening.xhtml?id=*");
  }
}
