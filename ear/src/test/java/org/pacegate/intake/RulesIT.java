package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** Rules browsed, thresholds drafted and signed, answers tried, in a browser (R1.70 to R1.78). */
@ExtendWith(Chromium.class)
class RulesIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R1_70_to_R1_72_every_rule_is_told_in_plain_words(String language, Browser browser) {
    String tag = language.substring(0, 2);
    clinic.withOpenFlag("Counted" + tag);
    Visit desk = Visit.of(browser, clinic.login("desk"), language);
    Page page = desk.page();
    page.navigate("/screening/rules.xhtml?set=low-back-pain");
    Locator rule = page.locator("details:has(> summary > b:text-is('BSI-2'))");
    assertThat(page.locator("details.rule[open]")).hasCount(0);
    rule.locator("summary").click();
    assertThat(page.locator("details.rule[open]")).hasCount(1);
    assertThat(rule).containsText(tag.equals("en") ? "is answered yes" : "se responde con sí");
    assertThat(rule).containsText("V:S26");
    assertThat(rule.locator("summary")).containsText(tag.equals("en") ? "Fired" : "Saltó");
    desk.picture("rules-" + tag);

    page.navigate("/screening/rules.xhtml?set=knee&urgency=U1_SAME_DAY&whole=1");
    assertThat(page.locator("details.rule:not([open])")).hasCount(0);
    assertThat(page.locator("main")).containsText("KNE-1");
    assertThat(page.locator("main .tag.u0")).hasCount(0);
    assertThat(page.locator("main a[href*='patient']")).hasCount(0);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("details.rule").first()).isVisible();
    Chromium.screenshot(page, "rules-paper-" + tag);
    desk.expectQuiet();
  }

  @Test
  void R1_73_to_R1_75_from_a_draft_to_a_new_screening(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Before", "en");
    desk.submit();
    String before = desk.page().url();

    Visit admin = Visit.of(browser, clinic.login("admin"), "en-GB");
    Page page = admin.page();
    page.navigate("/clinic/index.xhtml");
    page.locator("main a[href*='thresholds']").click();
    page.waitForURL("**/screening/thresholds.xhtml*");
    admin.at("draft:screening_valid-days").fill("99");
    admin.at("draft:reason").fill("We see everybody again within ten days.");
    admin.at("draft:save").click();
    assertThat(admin.at("draft:screening_valid-daysError")).containsText("outside");
    assertThat(admin.at("draft:reason")).hasValue("We see everybody again within ten days.");
    admin.picture("thresholds-refused");
    admin.at("draft:screening_valid-days").fill("10");
    admin.at("draft:save").click();
    page.waitForURL("**/screening/threshold.xhtml?version=*");
    assertThat(admin.at("sign:do")).hasCount(0);
    assertThat(page.locator("main")).containsText("Waits for a physician");

    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    sign(physician, page.url().replaceAll(".*(/screening/.*)", "$1"), "threshold");

    desk.typeAll("After", "en");
    desk.submit();
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));
    assertThat(desk.page().locator("time[datetime='" + today.plusDays(10) + "']").first())
        .isVisible();
    desk.page().navigate(before);
    assertThat(desk.page().locator("time[datetime='" + today.plusDays(14) + "']").first())
        .isVisible();
    physician.expectQuiet();
  }

  private static void sign(Visit physician, String address, String picture) {
    Page page = physician.page();
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));
    page.navigate(address);
    physician.at("sign:effectiveFrom").fill(Integer.toString(today.getDayOfMonth()));
    physician.at("sign:effectiveFrom-month").fill(Integer.toString(today.getMonthValue()));
    physician.at("sign:effectiveFrom-year").fill(Integer.toString(today.getYear()));
    physician.at("sign:password").fill("wrong password");
    physician.at("sign:do").click();
    assertThat(physician.news()).contains("problem");
    physician.picture(picture + "-to-sign");
    if (physician.at("sign:seen").count() > 0) {
      assertThat(physician.at("sign:seenError")).containsText("Read the examples");
      physician.at("sign:seen").check();
    }
    physician.at("sign:password").fill(PaperClinic.PASSWORD);
    physician.at("sign:do").click();
    assertThat(page.locator("main")).containsText("In force");
    physician.picture(picture + "-signed");
  }

  @Test
  void R1_74_to_R1_77_moved_thresholds_show_what_they_change_and_are_tried(Browser browser) {
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page page = physician.page();
    page.navigate("/screening/thresholds.xhtml?set=low-back-pain-2");
    physician.at("draft:ces_stable-after").fill("30");
    physician.at("draft:reason").fill("Our spinal unit asks for it.");
    physician.picture("thresholds");
    physician.at("draft:save").click();
    page.waitForURL("**/screening/threshold.xhtml?version=*");
    assertThat(page.locator("main")).containsText("CES-T");
    assertThat(page.locator("main")).containsText("change their result");
    sign(physician, page.url().replaceAll(".*(/screening/.*)", "$1"), "threshold-ces");

    LocalDate since = LocalDate.now(ZoneId.of("Europe/Madrid")).minusDays(20);
    page.navigate("/screening/try.xhtml?on=low-back-pain_2");
    tryCauda(physician, since);
    assertThat(page.locator(".tried")).containsText("CES-T");
    assertThat(page.locator(".tried .flag-card b:text-is('CES-1')")).hasCount(0);
    physician.picture("try");

    page.locator("details.card summary").click();
    page.locator("details.card a:has-text('thresholds version')").click();
    tryCauda(physician, since);
    assertThat(page.locator(".tried .flag-card b:text-is('CES-1')")).hasCount(1);
    physician.expectQuiet();
  }

  /** Deadlines are signed, and a danger that an examination finds has them. */
  @Test
  void R1_102_and_R1_106_signed_deadlines_and_an_examination_for_a_clot(Browser browser) {
    Visit physician = Visit.of(browser, clinic.login("second"), "en-GB");
    Page page = physician.page();
    page.navigate("/screening/thresholds.xhtml?set=deadlines-1");
    physician.at("draft:deadline_emergency_taken-over").fill("45");
    physician.at("draft:reason").fill("Somebody is always at the desk.");
    physician.at("draft:save").click();
    assertThat(physician.at("draft:deadline_emergency_taken-overError")).containsText("outside");
    physician.at("draft:deadline_emergency_taken-over").fill("10");
    physician.picture("deadlines");
    physician.at("draft:save").click();
    page.waitForURL("**/screening/threshold.xhtml?version=*");
    assertThat(page.locator("main")).containsText("15 minutes");
    sign(physician, page.url().replaceAll(".*(/screening/.*)", "$1"), "deadlines");
    physician.expectQuiet();

    Visit therapist = Visit.of(browser, clinic.login("therapist"), "es-ES");
    Page exam = therapist.page();
    long screening = clinic.screeningOf(clinic.withOpenFlag("Clot"));
    exam.navigate("/screening/screening.xhtml?id=" + screening);
    exam.locator("a[href*='examine']").click();
    exam.waitForURL("**/screening/examine.xhtml?screening=" + screening);
    exam.locator("[name='examine:a-DVT-W-CANCER'][value='NO']").check();
    therapist.at("examine:do").click();
    assertThat(therapist.at("examine:a-DVT-W-LUNGError")).containsText("Rellene");
    assertThat(exam.locator("[name='examine:a-DVT-W-CANCER'][value='NO']")).isChecked();
    therapist.picture("examine-refused");
    for (Locator no : exam.locator("fieldset input[value='NO']").all()) {
      no.check();
    }
    exam.locator("[name='examine:a-DVT-W-LUNG'][value='YES']").check();
    therapist.picture("examine");
    therapist.at("examine:do").click();
    exam.waitForURL("**/screening/screening.xhtml?id=*");
    assertThat(exam.locator(".flag-card").first()).containsText("DVT-W.lung");
    assertThat(exam.locator("main")).containsText("plazos versión 1");
    therapist.picture("examined");
    therapist.expectQuiet();
  }

  private static void tryCauda(Visit visit, LocalDate since) {
    visit.at("try:a-CES-1").selectOption("YES");
    visit.at("try:a-CES-T").fill(since.toString());
    visit.at("try:a-CES-T-STABLE").selectOption("YES");
    visit.at("try:go").click();
    visit.page().locator(".tried").waitFor();
  }

  @Test
  void R1_78_a_pasted_file_is_evaluated_and_a_bad_one_named_by_its_place(Browser browser) {
    Visit desk = Visit.of(browser, clinic.login("desk"), "es-ES");
    desk.page().navigate("/screening/try.xhtml");
    desk.at("try:json")
        .fill(
            "{\"ruleSet\": \"knee\", \"otherwise\": \"NO\", \"answers\": {\"JNT-1\": \"maybe\"}}");
    desk.at("try:goFile").click();
    assertThat(desk.news()).contains("$.answers.JNT-1");
    desk.at("try:json")
        .fill("{\"ruleSet\": \"knee\", \"otherwise\": \"NO\", \"answers\": {\"JNT-1\": true}}");
    desk.at("try:goFile").click();
    assertThat(desk.page().locator(".tried")).containsText("JNT-1");
    desk.picture("try-es");
    desk.expectQuiet();
  }
}
