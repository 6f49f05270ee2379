package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** Two pages of one intake (R4.24). */
@ExtendWith(Chromium.class)
class IntakeConflictsIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void answer(Page page, String question, String value) {
    Desk.choose(page, "answer-" + question, value);
  }

  private static void expectAnswers(Page page, int count) {
    assertThat(page.locator(".so-far")).containsText(count + " of ");
  }

  @Test
  void R4_24_a_stale_tab_saves_twice_and_takes_no_red_flag_back(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "SCREENING");
    Page stale = desk.visit().secondTab();
    stale.navigate(desk.page().url());

    answer(desk.page(), "CES-1", "YES");
    assertThat(desk.page().locator("#danger")).containsText("emergency department now");
    answer(stale, "FX-1", "NO");
    expectAnswers(stale, 2);
    assertThat(stale.locator("#danger")).containsText("emergency department now");
    answer(stale, "INF-1", "NO");
    expectAnswers(stale, 3);

    desk.open(intake, "SCREENING");
    assertThat(desk.page().locator("input[name='answer-CES-1'][value='YES']")).isChecked();
    assertThat(desk.page().locator("input[name='answer-INF-1'][value='NO']")).isChecked();
    desk.visit().expectQuiet();
  }

  @Test
  void R4_24_two_colleagues_see_both_answers_and_decide(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "SCREENING");
    Desk colleague = Desk.of(browser, clinic, "therapist", "en-GB");
    colleague.open(intake, "SCREENING");

    answer(desk.page(), "CES-2", "YES");
    assertThat(desk.page().locator("#danger")).containsText("emergency department now");
    answer(colleague.page(), "CES-2", "NO");
    var both = colleague.page().locator("#conflicts");
    assertThat(both).containsText("Somebody else changed this meanwhile");
    assertThat(both).containsText("Ute Brandt");
    answer(colleague.page(), "FX-1", "NO");
    expectAnswers(colleague.page(), 2);
    assertThat(both).containsText("Typed here");
    colleague.visit().picture("intake-conflict");

    colleague.at("takeRecorded").click();
    assertThat(colleague.page().locator("input[name='answer-CES-2'][value='YES']")).isChecked();
    assertThat(colleague.page().locator("input[name='answer-FX-1'][value='NO']")).isChecked();
    assertThat(both).not().containsText("Typed here");
    colleague.visit().expectQuiet();
  }

  @Test
  void R4_24_who_saw_the_other_answer_may_keep_the_own_one(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    Desk colleague = Desk.of(browser, clinic, "therapist", "es-ES");
    colleague.open(intake, "COMPLAINT");

    desk.at("complaint-words").fill("It pulls.");
    desk.visit().awaitSaved();
    desk.goOnTo("SCREENING");
    colleague.at("complaint-words").fill("It stabs.");
    assertThat(colleague.page().locator("#conflicts")).containsText("It pulls.");
    colleague.visit().picture("intake-conflict-es");
    colleague.at("keepTyped").click();
    assertThat(colleague.at("complaint-words")).hasValue("It stabs.");
    desk.open(intake, "COMPLAINT");
    assertThat(desk.at("complaint-words")).hasValue("It stabs.");
  }
}
