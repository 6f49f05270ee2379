package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/**
 * R8.50 to R8.53: the clock of a danger in a browser, with the running server's own timer. Time is
 * not turned here: deadlines lie near in the record.
 */
@ExtendWith(Chromium.class)
class DangerClockIT {

  /** The timer comes every ten seconds; a busy machine is late. */
  private static final int SWEPT_WITHIN = 60_000;

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
    clinic.person(7, "administrator", "Marchetti", "Livia", "ADMIN");
  }

  private static Locator row(Visit visit, String family) {
    return visit.page().locator("tr:has-text('" + family.toUpperCase(Locale.ROOT) + "')");
  }

  /** Opens a page until it shows something, as somebody does who waits. */
  private static void reloadUntil(Visit visit, String address, Locator shown) {
    long until = System.nanoTime() + Duration.ofMillis(SWEPT_WITHIN).toNanos();
    do {
      visit.page().navigate(address);
    } while (shown.count() == 0 && System.nanoTime() < until);
    assertThat(shown.first()).isVisible();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, act by, left, overdue since, late, Physician",
    "es-ES, actuar antes de, quedan, fuera de plazo desde, retraso, Médico"
  })
  void R8_50_it_counts_down_runs_out_and_goes_on_to_the_physician(
      String language,
      String by,
      String left,
      String overdue,
      String late,
      String physicians,
      Browser browser) {
    String name = "Clock" + language.substring(0, 2);
    Visit desk = Visit.of(browser, clinic.login("desk"), language);
    Visit physician = Visit.of(browser, clinic.login("physician"), language);
    long episode = clinic.inDanger(name, Duration.ofSeconds(45));
    desk.page().navigate("/worklist/index.xhtml");
    Locator clock = row(desk, name).locator(".countdown");
    assertThat(clock).containsText(by);
    assertThat(clock).containsText(left);
    desk.picture("danger-clock-running-" + language.substring(0, 2));
    String before = clock.locator(".left").innerText();
    assertThat(clock.locator(".left")).not().hasText(before);

    assertThat(clock)
        .hasClass(Pattern.compile("overdue"), new HasClassOptions().setTimeout(60_000));
    assertThat(clock).containsText(overdue);
    assertThat(clock).containsText(late);
    desk.picture("danger-clock-overdue-" + language.substring(0, 2));

    reloadUntil(
        physician,
        "/diagnosis/inbox.xhtml",
        row(physician, name).locator(".why:has-text('" + physicians + "')"));
    assertThat(row(physician, name)).containsText(overdue);
    physician.picture("danger-clock-inbox-" + language.substring(0, 2));
    desk.page().navigate("/worklist/index.xhtml");
    assertThat(row(desk, name)).hasCount(0);
    desk.page().navigate("/worklist/index.xhtml?step=ACKNOWLEDGE");
    assertThat(row(desk, name)).containsText(physicians);

    physician.page().navigate("/screening/screening.xhtml?id=" + clinic.screeningOf(episode));
    physician.at("takeOver").click();
    assertThat(physician.page().locator(".result")).containsText("Maria Lindqvist");
    physician.page().locator(".flag-card textarea").fill("Examined: no retention, normal tone.");
    physician.page().locator(".flag-card input[type=password]").fill(PaperClinic.PASSWORD);
    physician.page().locator(".flag-card input[type=submit]").first().click();
    assertThat(physician.page().locator(".flag-card textarea")).hasCount(0);
    physician.page().navigate("/diagnosis/inbox.xhtml");
    assertThat(row(physician, name).locator(".countdown")).hasCount(0);
    physician.page().navigate("/patient/patient.xhtml?id=" + clinic.patientOf(episode));
    assertThat(physician.page().locator(".timeline")).containsText(physicians);
    physician.picture("danger-clock-timeline-" + language.substring(0, 2));
    desk.expectQuiet();
    physician.expectQuiet();
  }

  @Test
  void R8_50_on_paper_it_is_the_time_and_for_calm_eyes_minutes(Browser browser) {
    clinic.inDanger("Calm", Duration.ofMinutes(14));
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    Locator left = row(desk, "Calm").locator(".countdown .left");
    assertThat(left).containsText(Pattern.compile("1\\d min \\d\\d s left"));
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(left).containsText(Pattern.compile("^1\\d min left$"));
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(left).isHidden();
    assertThat(row(desk, "Calm").locator(".countdown time")).isVisible();
  }

  @Test
  void R8_50_it_asks_the_server_nothing(Browser browser) {
    clinic.inDanger("Quiet", Duration.ofMinutes(5));
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    desk.page().waitForLoadState(LoadState.NETWORKIDLE);
    List<String> asked = new CopyOnWriteArrayList<>();
    desk.page().onRequest(request -> asked.add(request.url()));
    Locator left = row(desk, "Quiet").locator(".countdown .left");
    for (int tick = 0; tick < 3; tick++) {
      assertThat(left).not().hasText(left.innerText());
    }
    org.assertj.core.api.Assertions.assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en-GB, overdue, Emergency", "es-ES, fuera de plazo, Emergencia"})
  void R8_52_the_administrator_is_told_and_sees_no_name(
      String language, String overdue, String urgency, Browser browser) {
    clinic.inDanger("Secret" + language.substring(0, 2), Duration.ofHours(-3));
    Visit administrator = Visit.ofRole(browser, clinic.login("administrator"), language, "clinic");
    Locator told = administrator.page().locator(".notice.u0");
    reloadUntil(administrator, "/clinic/index.xhtml", told);
    assertThat(told).containsText(overdue);
    assertThat(told).containsText(urgency);
    assertThat(administrator.page().locator("main")).not().containsText("SECRET");
    administrator.picture("danger-clock-administrator-" + language.substring(0, 2));
    administrator.expectQuiet();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, Dismiss this intake, Dismiss with this reason, Write down the reason, has been dismissed",
    "es-ES, Desestimar esta admisión, Desestimar con este motivo, Escriba el motivo, se ha desestimado"
  })
  void R8_53_a_physician_dismisses_a_slip_with_a_reason(
      String language, String title, String button, String wanting, String done, Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.begin();
    desk.at("person-familyName").fill("Slip");
    desk.goOnTo("SCREENING");
    desk.choose("answer-CES-2", "YES");
    assertThat(desk.page().locator("#danger .say").first()).isVisible();
    desk.visit().awaitSaved();
    desk.choose("answer-CES-2", "NO");
    desk.visit().awaitSaved();
    Visit physician = Visit.of(browser, clinic.login("physician"), language);
    physician.page().navigate("/intake/intake.xhtml?id=" + intake);
    physician.page().locator("summary:has-text('" + title + "')").click();
    physician.page().locator("input[value='" + button + "']").click();
    org.assertj.core.api.Assertions.assertThat(physician.news()).contains(wanting);
    physician.page().locator("summary:has-text('" + title + "')").click();
    physician.page().locator("[id='dismissal:reason']").fill("The mouse slipped; asked again, no.");
    physician.page().locator("[id='dismissal:password']").fill(PaperClinic.PASSWORD);
    physician.picture("danger-clock-dismiss-" + language.substring(0, 2));
    physician.page().locator("input[value='" + button + "']").click();
    physician.page().waitForURL("**/intake/index.xhtml");
    org.assertj.core.api.Assertions.assertThat(physician.news()).contains(done);
    physician.expectQuiet();
  }

  @Test
  void R1_95_a_rescreening_says_so_at_once_and_shuts_the_gate_before_it_is_finished(
      Browser browser) {
    long episode = clinic.diagnosed("Rescreened", "es");
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.page().navigate("/patient/patient.xhtml?id=" + clinic.patientOf(episode));
    desk.page().locator("input[value='Screen again']").first().click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    desk.choose("answer-CES-2", "YES");
    assertThat(desk.page().locator("#danger .say[lang=es]")).isVisible();
    desk.visit().awaitSaved();

    Visit therapist = Visit.of(browser, clinic.login("therapist"), "en-GB");
    therapist.page().navigate("/plan/plan.xhtml?episode=" + episode);
    assertThat(therapist.page().locator(".refusals")).containsText("nobody has finished");
    therapist.picture("danger-clock-gate");
    therapist.page().locator("a:has-text('See unfinished intakes')").click();
    assertThat(row(therapist, "Rescreened")).containsText("Has to act now: Desk");

    String said = desk.page().locator("#danger .say").innerText();
    desk.at("stop").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    String text = desk.page().locator(".handout div[lang=es] p").first().innerText();
    org.assertj.core.api.Assertions.assertThat(said).contains(text);
    therapist.expectQuiet();
  }
}
