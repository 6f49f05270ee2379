package org.pacegate.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** The plan page in a browser (R7.50 to R7.54). */
@ExtendWith(Chromium.class)
class PlanIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void open(Visit visit, long episode) {
    visit.page().navigate("/plan/plan.xhtml?episode=" + episode);
  }

  private static void step(Visit visit, String act, String reason) {
    visit.page().locator(".ways a:has-text('" + act + "')").click();
    visit.at("step:reason").fill(reason);
    visit.at("step:do").click();
  }

  private static void refute(Browser browser, long episode) {
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    physician.page().navigate("/diagnosis/diagnosis.xhtml?act=REFUTE&episode=" + episode);
    physician.at("end:reason").fill("It was something else.");
    physician.at("end:password").fill(PaperClinic.PASSWORD);
    physician.at("end:end").click();
    physician.news();
  }

  @Test
  void R7_50_a_shut_gate_shows_every_reason_and_no_form(Browser browser) {
    long episode = clinic.withSeveralReasons("Reasons");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    assertThat(therapist.page().locator(".refusals > li")).hasCount(3);
    for (String reason : new String[] {"only provisional", "red flag stands", "too old"}) {
      assertThat(therapist.page().locator(".refusals")).containsText(reason);
    }
    assertThat(therapist.at("plan:start")).hasCount(0);
    therapist.picture("plan-refusals");
    therapist.page().locator(".refusals a").first().click();
    therapist.page().waitForURL("**/diagnosis/diagnosis.xhtml?episode=" + episode);

    Visit desk = Visit.of(browser, clinic.login("desk"), "es-ES");
    open(desk, episode);
    assertThat(desk.page().locator(".refusals > li")).hasCount(4);
    desk.picture("plan-refusals-es");
    desk.expectQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R7_53_the_therapist_starts_a_plan_in_the_runners_language(String language, Browser browser) {
    String tag = language.substring(0, 2);
    String runner = "en".equals(tag) ? "es" : "en";
    long episode = clinic.diagnosed("Starts" + tag, runner);
    Visit therapist = Visit.of(browser, clinic.login("therapist"), language);
    Page page = therapist.page();
    page.navigate("/plan/index.xhtml");
    therapist.picture("plan-list-" + tag);
    open(therapist, episode);

    assertThat(therapist.at("plan:LOAD_instructions"))
        .hasValue(Pattern.compile("es".equals(runner) ? "^Corra.*" : "^Run about.*"));
    therapist.at("plan:LOAD_loadPercent").fill("40");
    assertThat(therapist.at("plan:distance"))
        .containsText("en".equals(tag) ? "16.8 km (10.4 mi)" : "16,8 km (10,4 mi)");
    therapist.picture("plan-form-" + tag);
    therapist.at("plan:painCeiling").fill("eleven");
    therapist.at("plan:start").click();
    assertThat(therapist.at("plan:painCeilingError")).not().isEmpty();
    assertThat(therapist.at("plan:painCeiling")).hasValue("eleven");
    therapist.at("plan:painCeiling").fill("2");
    therapist.at("plan:start").dblclick();
    page.locator("article.sheet").waitFor();

    assertThat(page.locator("article.sheet")).hasAttribute("lang", runner);
    assertThat(page.locator("article.sheet"))
        .containsText("es".equals(runner) ? "Su plan" : "Your plan");
    assertThat(clinic.count("care_plan", episode, "state = 'ACTIVE'")).isEqualTo(1);
    therapist.picture("plan-active-" + tag);
    therapist.expectQuiet();
  }

  @Test
  void R7_51_a_form_opened_before_the_gate_shut_is_refused_and_recorded(Browser browser) {
    long episode = clinic.diagnosed("Late", "en");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    therapist.at("plan:TRUNK_instructions").fill("My own words");
    therapist.awaitSaved();
    refute(browser, episode);
    therapist.at("plan:start").click();

    assertThat(therapist.news()).contains("The gate is shut");
    assertThat(therapist.page().locator(".refusals")).containsText("refuted");
    assertThat(therapist.at("plan:TRUNK_instructions")).hasValue("My own words");
    assertThat(clinic.count("care_plan", episode, "true")).isZero();
    assertThat(clinic.count("gate_decision", episode, "not allowed")).isEqualTo(1);
    therapist.picture("plan-refused-after-post");
    therapist.expectQuiet();
  }

  @Test
  void R7_54_hold_resume_suspend_and_a_new_plan(Browser browser) {
    long episode = clinic.diagnosed("Ways", "en");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    therapist.at("plan:start").click();
    therapist.page().locator("article.sheet").waitFor();
    therapist.page().locator(".ways a:has-text('Put on hold')").click();
    therapist.at("step:do").click();
    assertThat(therapist.at("step:reasonError")).hasText("Give a reason.");
    therapist.picture("plan-hold");
    therapist.at("step:reason").fill("A cold.");
    therapist.at("step:do").click();
    assertThat(therapist.news()).contains("on hold");
    therapist.picture("plan-on-hold");
    therapist.at("resume:do").click();
    assertThat(therapist.news()).contains("goes on");

    refute(browser, episode);
    open(therapist, episode);
    assertThat(therapist.page().locator("main")).containsText("The plan is suspended.");
    assertThat(therapist.page().locator("main")).containsText("The diagnosis was refuted");
    assertThat(therapist.page().locator(".refusals")).containsText("refuted");
    therapist.picture("plan-suspended");
    therapist.expectQuiet();
  }

  @Test
  void R7_54_discharge_ends_the_course(Browser browser) {
    long episode = clinic.diagnosed("Well", "en");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    therapist.at("plan:start").click();
    therapist.page().locator("article.sheet").waitFor();
    step(therapist, "Discharge", "Runs 40 km a week without pain.");
    assertThat(therapist.news()).contains("discharged");
    assertThat(clinic.count("care_plan", episode, "state = 'COMPLETED'")).isEqualTo(1);
    assertThat(therapist.page().locator("#earlier")).hasCount(1);
    therapist.picture("plan-discharged");
    therapist.expectQuiet();
  }

  @Test
  void R7_52_complete_rest_is_offered_for_bone_stress_only(Browser browser) {
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, clinic.diagnosed("Relative", "en"));
    assertThat(therapist.page().locator("input[name='plan:rest']")).hasCount(0);
    open(therapist, clinic.withBoneStress("Bone"));
    assertThat(
            therapist.page().locator("input[name='plan:rest'][value='COMPLETE_REST_FROM_IMPACT']"))
        .isChecked();
    assertThat(therapist.at("plan:LOAD_loadPercent")).hasValue("0");
    therapist.picture("plan-bone-stress");

    therapist.at("plan:LOAD_loadPercent").fill("30");
    therapist.at("plan:start").click();
    assertThat(therapist.at("plan:LOAD_loadPercentError")).containsText("0 percent");
  }

  @Test
  void R6_13_a_plan_half_written_waits_for_its_author(Browser browser) {
    long episode = clinic.diagnosed("Half", "en");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    therapist.at("plan:LOWER_LIMB_instructions").fill("Step-ups with 10 kg");
    therapist.awaitSaved();
    therapist.loseSession();
    open(therapist, episode);
    therapist.fillSignIn(clinic.login("therapist"));
    assertThat(therapist.at("plan:LOWER_LIMB_instructions")).hasValue("Step-ups with 10 kg");
    therapist.picture("plan-restored");
  }
}
