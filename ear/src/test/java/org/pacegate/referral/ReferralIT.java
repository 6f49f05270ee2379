package org.pacegate.referral;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Keys;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/**
 * Referring somebody and following the loop until it closes, in a browser (R5.15, R5.40 to R5.42).
 */
@ExtendWith(Chromium.class)
class ReferralIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }

  /** Asks a rheumatologist, and leaves the browser on the referral's page. */
  private static void ask(Visit visit, long episode, String urgency) {
    Page page = visit.page();
    page.navigate("/referral/ask.xhtml?episode=" + episode);
    page.locator("input[name='ask:urgency'][value='" + urgency + "']").check(forced());
    visit.at("ask:target").selectOption("RHEUMATOLOGY");
    visit.at("ask:reason").fill("Stiff for an hour each morning: inflammatory?");
    visit.at("ask:do").click();
    page.waitForURL("**/referral.xhtml?id=*");
  }

  private static void act(Visit visit, String act) {
    visit.page().locator("a[href*='act=" + act + "']").click();
    visit.at("step:do").waitFor();
  }

  private static void take(Visit visit, String act) {
    act(visit, act);
    visit.at("step:do").click();
    visit.at("step:do").waitFor(gone());
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static void schedule(Visit visit) {
    act(visit, "SCHEDULE");
    visit.at("step:appointment").fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    visit.at("step:time").fill("9:30");
    visit.at("step:do").click();
    visit.at("step:do").waitFor(gone());
  }

  /** What the button opens in another tab, asked for as it asks: what was typed is still there. */
  private static APIResponse previewed(Visit visit) {
    Page page = visit.page();
    assertThat(visit.at("step:preview")).hasAttribute("formtarget", "_blank");
    FormData form = FormData.create();
    @SuppressWarnings("unchecked")
    List<List<String>> fields =
        (List<List<String>>)
            page.locator("[id='step']").evaluate("form => [...new FormData(form).entries()]");
    fields.forEach(field -> form.set(field.get(0), field.get(1)));
    form.set("step:preview", "step:preview");
    String action = (String) page.locator("[id='step']").evaluate("form => form.action");
    return page.request().post(action, RequestOptions.create().setForm(form));
  }

  /** R5.62, R5.68: what was looked at is what was sent. */
  private static void expectLetter(Visit visit, APIResponse preview, String tag) {
    assertThat(preview.headers()).containsEntry("content-type", "application/pdf");
    APIResponse sent =
        visit.page().request().get(visit.page().locator("[id='letter']").getAttribute("href"));
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.headers()).containsEntry("content-type", "application/pdf");
    assertThat(sent.headers().get("content-disposition")).startsWith("inline");
    assertThat(sent.body()).isEqualTo(preview.body());
    try {
      Files.write(Path.of("target/screenshots/referral-letter-" + tag + ".pdf"), sent.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Locator current(Visit visit) {
    return visit.page().locator(".loop li[aria-current='step']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R5_40_from_asking_to_the_answer(String language, Browser browser) {
    String tag = language.substring(0, 2);
    long episode = clinic.awaitingDiagnosis("Loop" + tag, tag);
    Visit therapist = Visit.of(browser, clinic.login("therapist"), language);
    Page page = therapist.page();
    page.navigate("/patient/patient.xhtml?id=" + clinic.patientOf(episode));
    page.locator("a[href*='/referral/ask.xhtml']").click();
    therapist.at("ask:do").click();
    assertThat(therapist.at("ask:urgencyError")).not().isEmpty();
    therapist.picture("referral-ask-missing-" + tag);

    ask(therapist, episode, "U2_URGENT_1_2W");
    therapist.picture("referral-drafted-" + tag);
    act(therapist, "SEND");
    therapist.at("step:language").selectOption(tag);
    therapist.at("step:question").fill("HLA-B27, or an MRI at once? <b>");
    therapist.at("step:told").fill("Run less; come back if it gets worse.");
    therapist.expectAccessible();
    therapist.picture("referral-send-" + tag);
    APIResponse preview = previewed(therapist);
    therapist.at("step:do").click();
    expectLetter(therapist, preview, tag);
    page.locator("input[name='deliver:delivery'][value='HANDED_OVER']").check(forced());
    therapist.at("deliver:do").click();
    assertThat(page.locator(".facts").last()).containsText(tag.equals("en") ? "on paper" : "papel");

    String address = page.url();
    Visit desk = Visit.of(browser, clinic.login("desk"), language);
    desk.page().navigate(address);
    take(desk, "RECEIVE");
    take(desk, "ACCEPT");
    act(desk, "SCHEDULE");
    desk.at("step:time").fill("25:00");
    desk.at("step:do").click();
    assertThat(desk.at("step:appointmentError")).not().isEmpty();
    assertThat(desk.at("step:time")).hasValue("25:00");
    desk.picture("referral-appointment-missing-" + tag);
    desk.page().navigate(address);
    schedule(desk);
    take(desk, "MISS");
    assertThat(current(desk)).containsText(tag.equals("en") ? "Missed" : "No acudió");
    desk.picture("referral-missed-" + tag);
    desk.page().navigate("/referral/index.xhtml");
    assertThat(desk.page().locator("tr:has-text('LOOP" + tag.toUpperCase(Locale.ROOT) + "')"))
        .containsText(tag.equals("en") ? "did not come" : "no acudió");
    desk.picture("referral-list-" + tag);
    desk.page().navigate(address);
    schedule(desk);
    take(desk, "BEGIN");
    assertThat(desk.page().locator("a[href*='act=COMPLETE']")).hasCount(0);

    page.navigate(address);
    act(therapist, "COMPLETE");
    therapist.at("step:do").click();
    assertThat(therapist.at("step:reasonError")).not().isEmpty();
    therapist.at("step:reason").fill("HLA-B27 negative, MRI without inflammation.");
    page.locator("input[name='step:result'][value='NO_DIAGNOSIS_FOUND']").check(forced());
    therapist.picture("referral-answer-" + tag);
    therapist.at("step:do").click();
    assertThat(therapist.news()).contains(tag.equals("en") ? "closed" : "cerrado");
    assertThat(page.locator(".loop li.done")).hasCount(6);
    therapist.picture("referral-closed-" + tag);
    assertThat(clinic.count("referral", episode, "state = 'COMPLETED'")).isEqualTo(1);
    therapist.expectQuiet();
    desk.expectQuiet();
  }

  @Test
  void R5_40_what_is_declined_leads_to_the_one_in_its_place(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Declined", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    ask(physician, episode, "U3_ROUTINE");
    take(physician, "SEND");
    act(physician, "DECLINE");
    physician.at("step:do").click();
    assertThat(physician.at("step:reasonError")).not().isEmpty();
    physician.at("step:reason").fill("No room before the summer.");
    physician.at("step:do").click();
    assertThat(physician.news()).contains("drafted again");
    assertThat(current(physician)).containsText("Declined");
    physician.picture("referral-declined");

    physician.page().locator("text=The referral in its place").click();
    assertThat(current(physician)).containsText("Drafted");
    assertThat(physician.page().locator(".facts").last()).containsText("The referral before it");
    physician.expectQuiet();
  }

  @Test
  void R5_15_a_question_goes_to_somebody_else_and_the_page_follows(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Elsewhere", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    ask(physician, episode, "U3_ROUTINE");
    act(physician, "REDIRECT");
    physician.at("step:reason").fill("No room before May.");
    physician.at("step:do").click();
    assertThat(physician.at("step:targetError")).not().isEmpty();
    assertThat(physician.at("step:reason")).hasValue("No room before May.");
    physician.picture("referral-redirect");

    physician.at("step:target").selectOption("SPORTS_PHYSICIAN");
    physician.at("step:do").click();
    assertThat(physician.news()).contains("in its place");
    assertThat(current(physician)).containsText("Drafted");
    physician.page().locator("text=The referral before it").click();
    assertThat(current(physician)).containsText("Superseded");
    physician.expectQuiet();
  }

  @Test
  void R5_41_somebody_elses_step_is_told_and_what_was_typed_stays(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Both", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    ask(physician, episode, "U3_ROUTINE");
    String address = physician.page().url();
    act(physician, "CANCEL");
    physician.at("step:reason").fill("Not needed any longer.");
    Visit second = Visit.of(browser, clinic.login("second"), "en-GB");
    second.page().navigate(address);
    take(second, "SEND");

    physician.at("step:do").click();
    assertThat(physician.news()).contains("Somebody else changed");
    assertThat(physician.at("step:reason")).hasValue("Not needed any longer.");
    assertThat(current(physician)).containsText("Sent");
    physician.picture("referral-two-people");

    physician.at("step:do").click();
    assertThat(physician.news()).contains("cancelled");
    assertThat(clinic.count("referral", episode, "state = 'CANCELLED'")).isEqualTo(1);
  }

  @Test
  void R5_41_a_double_click_takes_one_step(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Twice", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    ask(physician, episode, "U3_ROUTINE");
    act(physician, "SEND");
    physician.at("step:do").dblclick();
    assertThat(current(physician)).containsText("Sent");
    assertThat(physician.page().locator(".timeline li:has-text('Sent')")).hasCount(1);
  }

  @Test
  void R5_40_the_loop_is_moved_by_keyboard_alone(Browser browser) {
    long episode = clinic.awaitingDiagnosis("Keys", "en");
    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    ask(physician, episode, "U3_ROUTINE");
    Keys keys = new Keys(physician.page());
    keys.to("a[href*='act=SEND']").press("Enter");
    physician.at("step:do").waitFor();
    keys.to("[id='step:do']").press("Enter");
    physician.at("step:do").waitFor(gone());
    assertThat(current(physician)).containsText("Sent");
  }
}
