package org.pacegate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
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
 * Somebody leaves the desk with a form half written (R11.44, R6.13). The browser's clock is put
 * forward; that the server ends the session at the same time is proven where sessions are.
 */
@ExtendWith(Chromium.class)
class IdleSignOutIT {

  private static final String HALF = "Half a sentence, left at";

  /** As many as the server remembers of one session, and some. */
  private static final int VIEWS_OF_A_SESSION = 22;

  private static final String PAST_THE_IDLE_TIME = "10:10";

  /** The page looks at the clock every five seconds. */
  private static final LocatorAssertions.HasClassOptions A_LOOK_AT_THE_CLOCK =
      new LocatorAssertions.HasClassOptions().setTimeout(15_000);

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @CsvSource({
    "physician, second, /diagnosis/diagnosis.xhtml, sign:words",
    "therapist, physician, /plan/plan.xhtml, plan:LOWER_LIMB_instructions"
  })
  void R6_13_the_same_person_finds_the_form_again_and_another_does_not(
      String author, String other, String path, String field, Browser browser) {
    String address = path + "?episode=" + episode(path);
    Visit visit = Visit.of(browser, clinic.login(author), "en-GB");
    Page page = visit.page();
    page.clock().install();
    page.navigate(address);
    visit.at(field).fill(HALF);
    visit.awaitSaved();

    sitIdle(visit);
    assertThat(visit.at(field)).isHidden();
    Chromium.screenshot(page, "idle-" + author);
    signInAgain(visit, other);
    page.waitForURL("**" + address);
    assertThat(visit.at(field)).isVisible();
    assertThat(visit.at(field)).not().hasValue(HALF);

    visit.loseSession();
    page.navigate(address);
    visit.fillSignIn(clinic.login(author));
    page.waitForURL("**" + address);
    assertThat(visit.at(field)).hasValue(HALF);
    assertThat(visit.at(field.replaceAll(":.*", ":afresh"))).isVisible();
  }

  private static long episode(String path) {
    return path.contains("plan")
        ? clinic.diagnosed("Idle", "en")
        : clinic.awaitingDiagnosis("Idle", "en");
  }

  private static void sitIdle(Visit visit) {
    Page page = visit.page();
    page.clock().fastForward(PAST_THE_IDLE_TIME);
    assertThat(page.locator("html"))
        .hasClass(Pattern.compile(".*\\bended\\b.*"), A_LOOK_AT_THE_CLOCK);
    assertThat(page.locator("#idle")).containsText("signed out");
    visit.loseSession();
  }

  private static void signInAgain(Visit visit, String who) {
    visit.page().locator("#idle .again").click();
    visit.page().waitForURL("**/signin.xhtml*");
    visit.fillSignIn(clinic.login(who));
  }

  /** Forms that no server keeps while they are typed: the reason of a flag, of a transfer. */
  @ParameterizedTest
  @CsvSource({
    "physician, second, /diagnosis/diagnosis.xhtml?episode=%d, section:has(#flags) textarea",
    "physician, second, /screening/screening.xhtml?id=%d, .flag-card textarea",
    "physician, second, /screening/try.xhtml, [name='try:json']",
    "physician, second, /diagnosis/diagnosis.xhtml?episode=%d&act=REFUTE, #ending textarea",
    "therapist, physician, /plan/plan.xhtml?episode=%d&act=TRANSFER, [name='step:reason']"
  })
  void R0_61_a_reason_left_half_written_waits_for_the_same_person_in_this_tab(
      String author, String other, String path, String field, Browser browser) {
    String address = path.formatted(record(path));
    Visit visit = Visit.of(browser, clinic.login(author), "en-GB");
    Page page = visit.page();
    page.clock().install();
    page.navigate(address);
    page.locator(field).fill(HALF);
    sitIdle(visit);
    signInAgain(visit, author);
    page.waitForURL("**" + address);
    assertThat(page.locator(field)).hasValue(HALF);
    assertThat(page.locator(".put-back")).containsText("has been put back");
    visit.picture("put-back-" + path.split("/", -1)[1] + (path.contains("act") ? "-act" : ""));

    sitIdle(visit);
    signInAgain(visit, other);
    page.waitForURL("**" + address);
    assertThat(page.locator(".put-back")).hasCount(0);
    assertThat(page.locator("body")).not().containsText(HALF);
    assertThat(page.locator(field)).hasValue("");

    visit.loseSession();
    page.navigate(address);
    visit.fillSignIn(clinic.login(author));
    page.waitForURL("**" + address);
    assertThat(page.locator(field)).hasValue("");
  }

  @Test
  void R0_61_what_was_sent_into_an_ended_session_comes_back_without_the_password(Browser browser) {
    String address = "/diagnosis/diagnosis.xhtml?episode=" + clinic.diagnosed("Sent", "en");
    Visit visit = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page page = visit.page();
    page.clock().install();
    page.navigate(address + "&act=REFUTE");
    visit.at("end:reason").fill(HALF);
    visit.at("end:password").fill("secret-never-kept");
    visit.loseSession();
    visit.at("end:end").click();
    page.waitForURL("**/signin.xhtml*");
    assertThat((String) page.evaluate("sessionStorage.getItem('pacegate-kept')"))
        .contains(HALF)
        .doesNotContain("secret");

    visit.fillSignIn(clinic.login("physician"));
    page.waitForURL("**" + address + "&act=REFUTE");
    assertThat(visit.at("end:reason")).hasValue(HALF);
    assertThat(visit.at("end:password")).hasValue("");

    visit.at("end:password").fill("wrong");
    visit.at("end:end").click();
    assertThat(visit.at("end:passwordError")).containsText("wrong");
    sitIdle(visit);
    signInAgain(visit, "physician");
    page.waitForURL("**" + address + "&act=REFUTE");
    assertThat(visit.at("end:reason")).hasValue(HALF);

    visit.at("end:password").fill(PaperClinic.PASSWORD);
    visit.at("end:end").click();
    assertThat(page.locator("#standing")).hasCount(0);
    page.waitForCondition(() -> page.evaluate("sessionStorage.getItem('pacegate-kept')") == null);
    page.navigate(address + "&act=REFUTE");
    assertThat(page.locator(".put-back")).hasCount(0);
  }

  @Test
  void R0_61_leaving_a_half_written_reason_asks_first(Browser browser) {
    Visit visit = Visit.of(browser, clinic.login("therapist"), "en-GB");
    Page page = visit.page();
    page.navigate("/plan/plan.xhtml?episode=" + clinic.diagnosed("Leave", "en") + "&act=TRANSFER");
    visit.at("step:reason").pressSequentially(HALF);
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.accept();
        });
    page.locator("nav.rail a").first().click();
    page.waitForURL("**/worklist/**");
    assertThat(asked).containsExactly("beforeunload");
  }

  /** The server keeps the last views of a session only; the way back leads to the record. */
  @Test
  void R11_53_a_page_that_the_server_closed_leads_back_to_its_record(Browser browser) {
    String address = "/diagnosis/diagnosis.xhtml?episode=" + clinic.awaitingDiagnosis("Old", "en");
    Visit visit = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page page = visit.page();
    page.clock().install();
    page.navigate(address);
    visit.at("sign:words").fill("First part");
    visit.awaitSaved();
    Page other = visit.secondTab();
    for (int view = 0; view < VIEWS_OF_A_SESSION; view++) {
      other.navigate("/worklist/index.xhtml");
    }
    // No timer runs, so nothing saves itself in between: this is the press of the button alone.
    page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 1_000);
    visit.at("sign:words").fill("First part and second");
    visit.at("sign:password").fill(PaperClinic.PASSWORD);
    visit.at("sign:do").click();

    assertThat(page.locator("h1")).hasText("This page was open too long");
    Chromium.screenshot(page, "page-closed-on-the-server");
    page.locator("#again").click();
    page.waitForURL("**" + address);
    assertThat(visit.at("sign:words")).hasValue("First part and second");
    assertThat(page.locator(".put-back")).isVisible();
    page.clock().resume();
    visit.awaitSaved();
  }

  @Test
  void R0_61_a_page_that_the_server_closed_comes_back_by_itself_while_it_is_typed(Browser browser) {
    String address = "/diagnosis/diagnosis.xhtml?episode=" + clinic.awaitingDiagnosis("Gone", "en");
    Visit visit = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page page = visit.page();
    page.clock().install();
    page.navigate(address);
    Page other = visit.secondTab();
    for (int view = 0; view < VIEWS_OF_A_SESSION; view++) {
      other.navigate("/worklist/index.xhtml");
    }
    visit.at("sign:words").fill("Typed afterwards");
    page.locator(".put-back").waitFor();
    assertThat(visit.at("sign:words")).hasValue("Typed afterwards");
    visit.awaitSaved();
  }

  private static long record(String path) {
    if (path.contains("screening")) {
      return clinic.screeningOf(clinic.withOpenFlag("Flagged"));
    }
    return path.contains("act=") ? clinic.diagnosed("Idle", "en") : clinic.withOpenFlag("Idle");
  }
}
