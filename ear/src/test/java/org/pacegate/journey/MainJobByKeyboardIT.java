package org.pacegate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.audit.SealedAudit;
import org.pacegate.gate.Rows;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Keys;
import org.pacegate.testing.PaperClinic;

/**
 * What Pacegate is for, without a mouse (R0.50): the desk takes the intake, the physician clears
 * the flag and signs, the therapist starts the plan. Three people at one browser, one after the
 * other.
 */
@ExtendWith(Chromium.class)
class MainJobByKeyboardIT {

  private static PaperClinic clinic;

  private Page page;
  private Keys keys;
  private String runner;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R0_50_from_the_walk_in_to_the_plan(String language, Browser browser) {
    page = browser.newContext(Chromium.context(language)).newPage();
    keys = new Keys(page);
    runner = "Keyed" + language.substring(0, 2);
    page.navigate("/worklist/index.xhtml?lang=" + language.substring(0, 2));

    signIn("desk");
    int before = keys.pressed();
    takeTheIntake();
    int intake = keys.pressed() - before;
    takeOverTheResult();
    signOut();
    signIn("physician");
    long episode = openFrom("diagnosis/inbox", "a[href*='/diagnosis/diagnosis']");
    clearTheFlag();
    sign();
    signOut();
    signIn("therapist");
    assertThat(openFrom("plan/index", "a[href*='/plan/plan']")).isEqualTo(episode);
    startThePlan();
    signOut();

    assertThat(clinic.count("diagnosis", episode, "code = 'M54.59'")).isEqualTo(1);
    assertThat(clinic.count("care_plan", episode, "state = 'ACTIVE'")).isEqualTo(1);
    everybodyIsInTheAudit();
    PacegateServer.get()
        .figures()
        .add(
            "main job by keyboard (%s): %d keys beside the typed text, %d of them for the intake"
                .formatted(language, keys.pressed(), intake));
  }

  /** R9.1, R9.5: what three people did in the browser is on record, sealed and whole. */
  private void everybodyIsInTheAudit() {
    SealedAudit.of(clinic.id());
    assertThat(SealedAudit.breaks()).isEmpty();
    assertThat(
            Rows.of(
                "select distinct p.family_name || ' ' || e.action || ' ' || e.entity from audit.event e"
                    + " join practitioner p on p.clinic_id = e.clinic_id and p.id = e.practitioner_id"
                    + " where e.clinic_id = ?",
                clinic.id()))
        .contains(
            "Brandt SIGN_IN Account",
            "Brandt CREATE Intake",
            "Brandt CREATE Screening",
            "Lindqvist READ EpisodeOfCare",
            "Lindqvist SIGN Condition",
            "Adeyemi CREATE CarePlan",
            "Adeyemi SIGN_OUT Account");
  }

  private void signIn(String who) {
    keys.to("#signIn\\:login").type(clinic.login(who)).to("#signIn\\:password");
    keys.type(PaperClinic.PASSWORD).press("Enter");
    page.waitForURL("**/worklist/**");
  }

  private void signOut() {
    keys.to("details.account summary").press("Enter").to("#account\\:signOut").press("Enter");
    page.waitForURL("**/signin.xhtml*");
    page.navigate("/worklist/index.xhtml");
  }

  private void takeTheIntake() {
    keys.press("F2");
    page.waitForURL("**/intake.xhtml?id=*");
    assertThat(page.locator("#person-familyName")).isFocused();
    keys.type(runner).to("#person-givenName").type("Ana").to("#person-birthDate").type("14");
    keys.press("Tab").type("5").press("Tab").type("1995");
    keys.to("[name='person-sex']").press("Space").to("[name='person-language']").press("Space");
    goOn("COMPLAINT");
    assertThat(page.locator("#complaint-bodySite")).isFocused();
    keys.press("Home", "ArrowDown", "ArrowDown", "ArrowDown").press("Tab", "ArrowLeft");
    LocalDate onset = LocalDate.now(ZoneId.of("Europe/Madrid")).minusDays(20);
    keys.to("#complaint-words").type("It pulls.").to("#complaint-onsetDate");
    keys.type("" + onset.getDayOfMonth()).press("Tab").type("" + onset.getMonthValue());
    keys.press("Tab").type("" + onset.getYear());
    keys.to("[name='complaint-onsetKind']").press("ArrowRight");
    goOn("SCREENING");
    answerTheQuestions();
    goOn("RUNNING");
    keys.type("42.5");
    goOn("CONSENT");
    keys.to("#consent-given")
        .press("Space")
        .to("#consent-signature")
        .type("Ana Signs")
        .to("#submit")
        .press("Enter");
    page.waitForURL("**/screening/screening.xhtml?id=*");
  }

  private void goOn(String step) {
    keys.press("Enter");
    page.waitForURL("**step=" + step + "*");
  }

  /** Steroids for a long time make one flag that a physician has to decide. */
  private void answerTheQuestions() {
    assertThat(page.locator("[data-section='section.CAUDA_EQUINA'] [data-all-no]")).isFocused();
    keys.press("Enter").to("[name='answer-FX-3']").press("y");
    assertThat(page.locator("#ask-FX-3-SUDDEN input").first()).isFocused();
    keys.press("n")
        .back("[data-section='section.FRACTURE_AND_BONE_STRESS'] [data-all-no]")
        .press("Enter");
    keys.press("1", "7", "Enter", "Enter", "Enter", "Enter");
    assertThat(page.locator("#live")).hasAttribute("data-open", "0");
    keys.to("#continue");
  }

  private void takeOverTheResult() {
    assertThat(page.locator(".flag-card")).containsText("FX-3");
    keys.to("#takeOver").press("Enter");
    assertThat(page.locator("#takeOver")).hasCount(0);
    assertThat(page.locator(".verdict + .facts")).containsText("Ute Brandt");
  }

  /** Goes by the rail and the list to this runner's page; returns the episode's id. */
  private long openFrom(String list, String link) {
    String place = list.substring(0, list.indexOf('/'));
    keys.to(".rail a[href*='/" + place + "/']").press("Enter");
    page.waitForURL("**/" + list + ".xhtml*");
    keys.to(link, runner.toUpperCase(Locale.ROOT)).press("Enter");
    page.waitForURL("**?episode=*");
    return Long.parseLong(page.url().replaceAll(".*episode=(\\d+).*", "$1"));
  }

  private void clearTheFlag() {
    keys.to("section:has(#flags) textarea").type("Inhaled only, none for a year.");
    keys.to("[id$='flag:password']").type(PaperClinic.PASSWORD);
    keys.to("[id$='flag:clear']").press("Enter");
    assertThat(page.locator("section:has(#flags) details")).isVisible();
  }

  private void sign() {
    keys.to("#sign\\:codeWords").type("M54.59");
    assertThat(page.locator("[id='sign:codes'] input")).hasCount(1);
    keys.to("[name='sign:code']").press("Space");
    keys.to("#sign\\:words").type("Load-related low back pain.");
    keys.to("[name='sign:certainty']").press("ArrowRight");
    assertThat(page.locator("input[name='sign:certainty'][value='CONFIRMED']")).isChecked();
    keys.to("#sign\\:password").type(PaperClinic.PASSWORD).press("Enter");
    assertThat(page.locator("section:has(#standing)")).containsText("M54.59");
  }

  private void startThePlan() {
    keys.to("#plan\\:LOAD_loadPercent").press("Control+a").type("40");
    keys.to("#plan\\:start").press("Enter");
    assertThat(page.locator("article.sheet")).containsText("17 km");
  }
}
