package org.pacegate.diagnosis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** The physician's desk in a browser (R6.9 to R6.15). */
@ExtendWith(Chromium.class)
class DiagnosisIT {

  /** What changes more than that somebody went through the answers, which every reader may say. */
  private static final String SIGNING = "main form:not([id='recorded']) input[type=submit]";

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void open(Visit visit, long episode) {
    visit.page().navigate("/diagnosis/diagnosis.xhtml?episode=" + episode);
  }

  private static void write(Visit visit, String words, String code) {
    visit.at("sign:codeWords").fill(code);
    visit.page().locator("[id='sign:codes'] input[value='" + code + "']").check(forced());
    visit.at("sign:words").fill(words);
    visit.page().locator("input[name='sign:certainty'][value='CONFIRMED']").check(forced());
    visit.awaitSaved();
  }

  private static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }

  private static void sign(Visit visit, String password) {
    visit.at("sign:password").fill(password);
    visit.at("sign:do").click();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R6_9_to_R6_14_from_the_inbox_to_a_signed_diagnosis(String language, Browser browser) {
    String tag = language.substring(0, 2);
    long episode = clinic.awaitingDiagnosis("Journey" + tag, tag);
    Visit physician = Visit.of(browser, clinic.login("physician"), language);
    Page page = physician.page();

    page.navigate("/diagnosis/inbox.xhtml");
    physician.picture("diagnosis-inbox-" + tag);
    page.locator("tr:has-text('JOURNEY" + tag.toUpperCase(Locale.ROOT) + "') a.btn").click();
    page.waitForURL("**/diagnosis.xhtml?episode=" + episode);
    assertThat(page.locator("input[name='sign:certainty']:checked")).hasCount(0);

    physician.at("sign:PLANK").fill("48,5");
    physician.at("sign:KNEE_LEFT").fill("26");
    physician.at("sign:LEGS").fill("12");
    page.locator("input[name='sign:LEGS_SIDE'][value='RIGHT']").check(forced());
    assertThat(physician.at("sign:PLANKBand")).containsText("18");
    assertThat(physician.at("sign:LEGSBand")).containsText("10");
    write(physician, "Dolor por carga. Load-related <b>pain</b> 😀", "M54.59");
    physician.picture("diagnosis-typed-" + tag);

    sign(physician, "wrong password");
    assertThat(page.locator("[id='sign:passwordError']")).not().isEmpty();
    assertThat(physician.at("sign:words")).hasValue("Dolor por carga. Load-related <b>pain</b> 😀");
    assertThat(physician.at("sign:password")).hasValue("");
    physician.picture("diagnosis-wrong-password-" + tag);

    sign(physician, PaperClinic.PASSWORD);
    page.waitForURL("**/diagnosis.xhtml?episode=" + episode);
    assertThat(page.locator("section:has(#standing)")).containsText("M54.59");
    assertThat(page.locator("section:has(#standing)")).containsText("48.5");
    assertThat(clinic.count("diagnosis", episode, "clinical_status = 'ACTIVE'")).isEqualTo(1);
    physician.picture("diagnosis-signed-" + tag);
    physician.expectQuiet();
  }

  @Test
  void R6_10_a_flag_is_cleared_with_a_reason_only(Browser browser) {
    long episode = clinic.withOpenFlag("Flagged");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.picture("diagnosis-flag");

    physician.page().locator("input[value='Clear the flag']").click();
    assertThat(physician.page().locator(".field-error")).hasText("Give a reason.");

    physician
        .page()
        .locator("section:has(#flags) textarea")
        .fill("MRI of 3 days ago: no bone stress.");
    physician.page().locator("section:has(#flags) input[type='password']").fill("wrong");
    physician.page().locator("input[value='Clear the flag']").click();
    assertThat(physician.page().locator("section:has(#flags) .field-error:not(:empty)"))
        .containsText("The password is wrong.");
    assertThat(physician.page().locator("section:has(#flags) textarea"))
        .hasValue("MRI of 3 days ago: no bone stress.");
    physician.picture("diagnosis-flag-wrong-password");

    physician
        .page()
        .locator("section:has(#flags) input[type='password']")
        .fill(PaperClinic.PASSWORD);
    physician.page().locator("input[value='Clear the flag']").click();
    assertThat(physician.news()).contains("The flag is cleared.");
    assertThat(physician.page().locator("section:has(#flags)")).containsText("Cleared flags");
    physician.expectQuiet();
  }

  @Test
  void R6_13_what_was_typed_waits_for_the_same_person_and_nobody_else(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Draft", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.at("sign:PLANK").fill("not a number yet");
    physician.at("sign:words").fill("Half a sentence");
    physician.at("sign:password").fill("secret-never-kept");
    physician.awaitSaved();

    physician.loseSession();
    open(physician, episode);
    physician.fillSignIn(clinic.login("physician"));
    assertThat(physician.at("sign:words")).hasValue("Half a sentence");
    assertThat(physician.at("sign:PLANK")).hasValue("not a number yet");
    assertThat(physician.at("sign:password")).hasValue("");
    physician.picture("diagnosis-restored");

    Visit other = Visit.of(browser, clinic.login("second"), "en-GB");
    open(other, episode);
    assertThat(other.at("sign:words")).hasValue("");
  }

  @Test
  void R6_14_nothing_typed_says_what_is_missing_at_each_field(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Empty", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.at("sign:FOOT_LEFT").fill("40");
    physician.at("sign:LEGS").fill("9");
    physician.awaitSaved();
    sign(physician, PaperClinic.PASSWORD);

    for (var field :
        Map.of(
                "code", "Choose a code",
                "words", "in your own words",
                "certainty", "how certain",
                "FOOT_LEFT", "look at the number",
                "LEGS_SIDE", "shorter leg")
            .entrySet()) {
      assertThat(physician.at("sign:" + field.getKey() + "Error")).containsText(field.getValue());
    }
    physician.picture("diagnosis-missing");
    physician.expectQuiet();
  }

  @Test
  void R6_7_two_tabs_sign_one_diagnosis_and_the_second_keeps_its_text(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Tabs", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    Visit second = Visit.of(browser, clinic.login("second"), "en-GB");
    open(physician, episode);
    open(second, episode);
    write(physician, "First", "M54.50");
    write(second, "Second", "M54.59");
    sign(physician, PaperClinic.PASSWORD);
    physician.page().locator("#standing").waitFor();
    sign(second, PaperClinic.PASSWORD);

    assertThat(second.news()).contains("Somebody signed a diagnosis");
    assertThat(second.at("sign:words")).hasValue("Second");
    assertThat(clinic.count("diagnosis", episode, "true")).isEqualTo(1);
    second.picture("diagnosis-two-people");
  }

  @Test
  void R6_7_a_double_click_signs_once(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Double", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    write(physician, "Once", "M54.50");
    physician.at("sign:password").fill(PaperClinic.PASSWORD);
    physician.at("sign:do").dblclick();
    physician.page().locator("#standing").waitFor();
    assertThat(clinic.count("diagnosis", episode, "true")).isEqualTo(1);
  }

  @Test
  void R6_3_revising_and_refuting_keep_the_chain_with_who_and_why(Browser browser) {
    long episode = clinic.diagnosed("Chain", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.at("revise").click();
    physician.at("sign:reason").fill("Leg pain below the knee appeared.");
    physician.picture("diagnosis-revise");
    write(physician, "Nerve root pain L5", "M54.16");
    sign(physician, PaperClinic.PASSWORD);
    assertThat(physician.news()).contains("revision is signed");
    assertThat(physician.page().locator("section:has(#earlier)"))
        .containsText("Leg pain below the knee");

    physician.at("refute").click();
    physician.at("end:reason").fill("MRI shows another cause.");
    physician.at("end:password").fill("wrong");
    physician.picture("diagnosis-refute");
    physician.at("end:end").click();
    assertThat(physician.at("end:passwordError")).containsText("wrong");
    assertThat(physician.at("end:reason")).hasValue("MRI shows another cause.");
    physician.at("end:password").fill(PaperClinic.PASSWORD);
    physician.at("end:end").click();
    assertThat(physician.news()).contains("refuted");
    assertThat(physician.page().locator("#standing")).hasCount(0);
    physician.picture("diagnosis-chain");
    physician.expectQuiet();
  }

  @Test
  void R6_15_therapist_and_unlicensed_physician_read_and_cannot_sign(Browser browser) {
    long episode = clinic.withOpenFlag("Reader");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    open(therapist, episode);
    assertThat(therapist.page().locator("main")).containsText("You are reading.");
    assertThat(therapist.page().locator(SIGNING)).hasCount(0);
    therapist.picture("diagnosis-therapist");

    Visit unlicensed = Visit.of(browser, clinic.login("unlicensed"), "en-GB");
    open(unlicensed, episode);
    assertThat(unlicensed.page().locator("main")).containsText("no licence to sign with");
    assertThat(unlicensed.page().locator(SIGNING)).hasCount(0);
  }

  @Test
  void everything_is_done_from_the_keyboard(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Keyboard", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    Page page = physician.page();
    tabTo(page, "sign:codeWords");
    page.keyboard().type("M54.59");
    page.locator("[id='sign:codes'] label:has-text('M54.59')").waitFor();
    assertThat(page.locator("[id='sign:codes'] input")).hasCount(1);
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    tabTo(page, "sign:words");
    page.keyboard().type("By keyboard alone");
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowRight");
    page.locator("input[name='sign:certainty'][value='CONFIRMED']:checked").waitFor();
    tabTo(page, "sign:password");
    page.keyboard().type(PaperClinic.PASSWORD);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.locator("#standing").waitFor();
    assertThat(clinic.count("diagnosis", episode, "code = 'M54.59'")).isEqualTo(1);
    physician.expectQuiet();
  }

  @Test
  void enter_keeps_the_text_and_signs_only_after_the_password(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Enter", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    write(physician, "Signed with Enter", "M54.59");
    physician.at("sign:password").fill("wrong password");
    physician.at("sign:PLANK").fill("50");
    physician.at("sign:PLANK").press("Enter");
    assertThat(physician.at("sign:PLANKBand")).containsText("18");
    assertThat(physician.at("sign:PLANK")).isFocused();
    assertThat(physician.at("sign:password")).hasValue("wrong password");

    physician.at("sign:password").press("Enter");
    assertThat(physician.at("sign:passwordError")).containsText("wrong");
    assertThat(physician.at("sign:words")).hasValue("Signed with Enter");
    physician.at("sign:password").fill(PaperClinic.PASSWORD);
    physician.at("sign:password").press("Enter");
    assertThat(physician.page().locator("section:has(#standing)")).containsText("M54.59");
    assertThat(clinic.count("diagnosis", episode, "true")).isEqualTo(1);
    physician.expectQuiet();
  }

  @Test
  void R6_51_R6_53_a_therapist_doubts_a_diagnosis_and_a_physician_answers(Browser browser) {
    long episode = clinic.diagnosed("Doubted", "es");
    Visit therapist = Visit.of(browser, clinic.login("therapist"), "es-ES");
    open(therapist, episode);
    Page page = therapist.page();
    page.locator("#reviews").click();
    therapist.picture("reviews-none");
    therapist.at("ask:do").click();
    assertThat(page.locator("[id='ask:kindError']")).hasText("Elija qué pide.");
    page.locator("input[name='ask:kind'][value='REVIEW']").check(forced());
    therapist.at("ask:reason").fill("Peor después de dos semanas.");
    therapist.at("ask:do").click();
    assertThat(therapist.news()).contains("La revisión está pedida.");
    assertThat(page.locator("input[name='ask:kind'][value='REVIEW']")).hasCount(0);
    therapist.expectAccessible();
    therapist.picture("reviews-asked");

    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page desk = physician.page();
    desk.navigate("/diagnosis/inbox.xhtml");
    desk.locator("tr:has-text('DOUBTED'):has-text('Review a diagnosis') a.btn").click();
    desk.waitForURL("**/reviews.xhtml?episode=" + episode);
    desk.locator("form[id^='answer-'] input[value='DOUBTED']").check(forced());
    desk.locator("form[id^='answer-'] textarea").fill("A stress fracture fits better.");
    desk.locator("form[id^='answer-'] input[type='password']").fill("wrong");
    desk.locator("form[id^='answer-'] input[type='submit']").click();
    assertThat(desk.locator("form[id^='answer-'] .field-error:not(:empty)"))
        .containsText("The password is wrong.");
    assertThat(desk.locator("form[id^='answer-'] textarea"))
        .hasValue("A stress fracture fits better.");
    desk.locator("form[id^='answer-'] input[type='password']").fill(PaperClinic.PASSWORD);
    desk.locator("form[id^='answer-'] input[type='submit']").click();
    assertThat(physician.news()).contains("The answer is signed.");
    physician.expectAccessible();
    physician.picture("reviews-answered");
    open(physician, episode);
    assertThat(desk.locator("section:has(#standing)")).containsText("This diagnosis is doubted");
    physician.picture("diagnosis-doubted");
    physician.expectQuiet();
  }

  @Test
  void R6_43_R6_47_R6_48_a_heading_is_no_choice_and_another_edition_is_planned(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Editions", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    open(physician, episode);
    physician.at("sign:codeWords").fill("M51.36");
    Locator codes = physician.page().locator("[id='sign:codes']");
    assertThat(codes.locator("input[value='M51.36']")).isDisabled();
    assertThat(codes.locator("input[value='M51.360']")).isEnabled();
    assertThat(codes).containsText("a heading in FY2025");
    physician.picture("diagnosis-heading");
    physician.at("sign:codeWords").fill("runers knee");
    assertThat(codes.locator("input").first()).hasAttribute("value", "M22.2X1");
    physician.awaitSaved();
    physician.expectAccessible();
    physician.picture("diagnosis-codes");

    Visit admin = Visit.ofRole(browser, clinic.login("admin"), "en-GB", "clinic");
    Page page = admin.page();
    page.navigate("/clinic/codes.xhtml");
    assertThat(page.locator("tr:has-text('FY2025')")).containsText("In force");
    upload(page, "code,title,billable\nM54.59,Back pain,yes\nL99.1,New,yes\nL99.1,New,yes\n");
    assertThat(page.locator("[id='report']")).containsText("Line 4");
    assertThat(page.locator("[id='report']")).containsText("give its class");
    assertThat(page.locator("[id='keep:load']")).hasCount(0);
    admin.picture("codes-refused");
    upload(
        page,
        "code;title;billable;classes\nM54.59;Back pain;yes;BONE_STRESS\nM84.361A;Shin;yes;\n");
    assertThat(page.locator("[id='report']")).containsText("Impact forbidden from now on 1");
    admin.expectAccessible();
    admin.picture("codes-report");
    admin.at("keep:system").fill("CIE-10-ES");
    admin.at("keep:edition").fill("2027");
    admin.at("keep:load").click();
    page.locator("[id='use:activate']").waitFor();
    page.locator("[id='use:activate']").click();
    assertThat(page.locator("form[id='use']")).containsText("Give the first day");
    LocalDate ahead = LocalDate.now(ZoneId.of("Europe/Madrid")).plusYears(1);
    admin.at("use:validFrom").fill(Integer.toString(ahead.getDayOfMonth()));
    admin.at("use:validFrom-month").fill(Integer.toString(ahead.getMonthValue()));
    admin.at("use:validFrom-year").fill(Integer.toString(ahead.getYear()));
    admin.picture("codes-draft");
    page.locator("[id='use:activate']").click();
    assertThat(page.locator("tr:has-text('CIE-10-ES')")).containsText("Planned");
    admin.expectAccessible();
    admin.picture("codes-planned");
    page.locator("tr:has-text('CIE-10-ES') a").click();
    page.locator("[id='use:withdraw']").click();
    assertThat(page.locator("tr:has-text('CIE-10-ES')")).containsText("Taken back");
    admin.expectQuiet();
  }

  private static void upload(Page page, String content) {
    page.locator("[id='check:file']")
        .setInputFiles(
            new FilePayload("codes.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='check:tryFile']").click();
    page.waitForLoadState();
  }

  private static void tabTo(Page page, String id) {
    for (int i = 0; i < 80; i++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + id);
  }
}
