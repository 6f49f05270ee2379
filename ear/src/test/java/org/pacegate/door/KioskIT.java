package org.pacegate.door;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.pacegate.door.WaitingRoom.expectNoWayOut;
import static org.pacegate.door.WaitingRoom.kept;
import static org.pacegate.door.WaitingRoom.types;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Visit;

/** The tablet of the clinic from the desk to the record (R4.129, R4.140 to R4.145). */
@ExtendWith(Chromium.class)
class KioskIT {

  private static final String WORDS = "It clicks and swells.";

  private static WaitingRoom room;

  @BeforeAll
  static void openTheClinic() {
    room = WaitingRoom.open();
  }

  private static Locator row(Visit desk, String text) {
    return desk.page().locator("tr", new Page.LocatorOptions().setHasText(text));
  }

  @Test
  void R4_140_the_browser_becomes_a_kiosk_and_staff_are_signed_out(Browser browser) {
    Visit staff = room.desk(browser);
    staff.page().navigate("/intake/kiosk.xhtml");
    staff.at("begin:name").fill("Waiting room");
    staff.at("begin:pin").fill("1234");
    staff.at("begin:password").fill("not my password");
    staff.at("begin:go").click();
    assertThat(staff.at("begin:pinError")).containsText("stranger");
    staff.picture("kiosk-desk");
    WaitingRoom.begin(staff);
    staff.expectQuiet();
    Phone tablet = Phone.sized(staff.page(), true, 1024, 768);
    tablet.expectLight();
    expectNoWayOut(tablet);
    tablet.picture("kiosk-start");

    tablet.page().navigate("/worklist/index.xhtml");
    assertThat(tablet.page().locator("[id='signIn:login']")).isVisible();
    tablet.page().navigate("/kiosk");
    assertThat(tablet.page().locator("#familyName")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_141_from_a_wrong_name_to_the_record_and_nothing_stays_on_the_tablet(
      String language, Browser browser) throws SQLException {
    String family = "Kiosk" + language.substring(0, 2);
    Visit desk = room.desk(browser);
    WaitingRoom.expect(desk, family);
    Phone tablet = room.tablet(browser, language);
    List<String> stored = new ArrayList<>();
    tablet.page().onResponse(response -> noteStored(response, stored));

    types(tablet, "Impostor", "Else");
    assertThat(tablet.page().locator("#desk")).isVisible();
    Assertions.assertThat(tablet.page().content()).doesNotContain("Impostor", family);
    expectNoWayOut(tablet);
    tablet.picture("kiosk-to-desk-" + language);
    desk.page().navigate("/intake/kiosk.xhtml");
    assertThat(desk.at("turnedAway")).containsText("another name");
    assertThat(desk.page().locator("main")).not().containsText("Impostor");

    types(tablet, "lena", family.toUpperCase(Locale.ROOT));
    Assertions.assertThat(tablet.page().url()).endsWith("/kiosk/form");
    expectNoWayOut(tablet);
    tablet.picture("kiosk-question-" + language);
    tablet.answerAll("words");
    tablet.page().locator("textarea").fill(WORDS);
    expectNoWayOut(tablet);
    tablet.goOn();
    tablet.answerAll("consent");
    // R4.170: by hand alone.
    tablet.page().locator("#consent-given").check();
    tablet.draw();
    tablet.picture("kiosk-drawn-" + language);
    tablet.goOn();
    tablet.page().locator("#send").click();
    assertThat(tablet.page().locator(".notice.good")).isVisible();
    tablet.expectLight();
    expectNoWayOut(tablet);
    tablet.picture("kiosk-sent-" + language);
    tablet.page().locator("#done").click();
    assertThat(tablet.page().locator("#familyName")).isVisible();
    expectNothingOf(family, tablet);
    Assertions.assertThat(stored).as("answers that a browser may store").isEmpty();
    System.out.println("heaviest page of the kiosk, " + language + ": " + tablet.heaviest());

    Assertions.assertThat(kept(family, "complaint.words")).isEqualTo("KIOSK " + WORDS);
    desk.page().navigate("/intake/inbox.xhtml");
    desk.page().locator("a:has-text('" + family.toUpperCase(Locale.ROOT) + "')").click();
    assertThat(desk.page().locator("main")).containsText("Runner, at the kiosk");
    desk.at("take:new").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    desk.expectQuiet();
    Assertions.assertThat(
            WaitingRoom.text(
                "select signature_kind || ' ' || door from pacegate.consent order by id desc limit 1"))
        .isEqualTo("DRAWN KIOSK");
  }

  private static void noteStored(Response response, List<String> stored) {
    boolean page = response.request().resourceType().equals("document");
    if (page && !"no-store".equals(response.allHeaders().get("cache-control"))) {
      stored.add(response.url());
    }
  }

  /** Going back in the browser, as often as it goes, shows nothing of the runner. */
  private static void expectNothingOf(String family, Phone tablet) {
    for (int back = 0; back < 4; back++) {
      tablet.page().goBack();
      assertThat(tablet.page().locator("#familyName, #desk")).not().hasCount(0);
      Assertions.assertThat(tablet.page().content()).doesNotContain(family, WORDS);
      assertThat(tablet.page().locator("#familyName")).hasValue("");
    }
  }

  @Test
  void R4_142_after_the_idle_seconds_nothing_is_on_the_screen_and_the_draft_stays(Browser browser)
      throws SQLException {
    WaitingRoom forgetful = WaitingRoom.forgetful(15);
    Visit desk = forgetful.desk(browser);
    WaitingRoom.expect(desk, "Idler");
    Phone tablet = forgetful.tablet(browser, "en-GB");
    types(tablet, "Idler", "Lena");
    tablet.goOn();
    tablet.choose("FEMALE");
    tablet.page().locator("#continue").click();
    assertThat(tablet.page().locator("#leaving")).isVisible();
    tablet.picture("kiosk-leaving");
    tablet.page().locator("#stay").click();
    assertThat(tablet.page().locator("#leaving")).isHidden();
    tablet.page().waitForURL("**/kiosk");
    assertThat(tablet.page().locator("#familyName")).isVisible();
    expectNothingOf("Idler", tablet);
    Assertions.assertThat(kept("Idler", "person.sex")).isEqualTo("KIOSK FEMALE");
    desk.page().navigate("/intake/kiosk.xhtml");
    assertThat(row(desk, "IDLER")).containsText("Runner, at the kiosk");
    desk.picture("kiosk-expected");
  }

  @Test
  void R4_142_typing_is_activity_for_the_server_too(Browser browser) throws SQLException {
    WaitingRoom forgetful = WaitingRoom.forgetful(5);
    WaitingRoom.expect(forgetful.desk(browser), "Typist");
    Phone tablet = forgetful.tablet(browser, "en-GB");
    types(tablet, "Typist", "Lena");
    tablet.page().navigate("/kiosk/form?at=words");
    String opened =
        WaitingRoom.text(
            "select expires_at::text from pacegate.door_session where door = 'KIOSK' order by opened_at desc limit 1");
    Locator words = tablet.page().locator("textarea");
    for (int letters = 0; letters < 3 || !isLater(opened); letters++) {
      Assertions.assertThat(letters).isLessThan(400);
      words.press("a");
    }
    tablet.page().locator("#continue").click();
    tablet.page().waitForURL("**/kiosk/form?at=onsetDate");
    Assertions.assertThat(kept("Typist", "complaint.words")).startsWith("KIOSK aaa");
  }

  private static boolean isLater(String opened) throws SQLException {
    return "t"
        .equals(
            WaitingRoom.text(
                "select expires_at > '"
                    + opened
                    + "'::timestamptz from pacegate.door_session where door = 'KIOSK'"
                    + " order by opened_at desc limit 1"));
  }

  @Test
  void R4_142_without_script_the_page_goes_to_the_start_by_itself(Browser browser)
      throws SQLException {
    WaitingRoom forgetful = WaitingRoom.forgetful(4);
    WaitingRoom.expect(forgetful.desk(browser), "Plain");
    Phone tablet = WaitingRoom.withoutScript(browser, forgetful.tablet(browser, "en-GB"));
    tablet.open("/kiosk");
    types(tablet, "Plain", "Lena");
    Assertions.assertThat(tablet.page().url()).endsWith("/kiosk/form");
    tablet.page().waitForURL("**/kiosk");
    assertThat(tablet.page().locator("#familyName")).isVisible();
    tablet.page().goBack();
    Assertions.assertThat(tablet.page().content()).doesNotContain("Plain");
  }

  @Test
  void R4_142_the_whole_form_works_without_script(Browser browser) throws SQLException {
    WaitingRoom.expect(room.desk(browser), "Scriptless");
    Phone tablet = WaitingRoom.withoutScript(browser, room.tablet(browser, "en-GB"));
    tablet.open("/kiosk");
    types(tablet, "Scriptless", "Lena");
    tablet.answerAll();
    tablet.open("/kiosk/form?from=check&at=q-LBS-1");
    tablet.choose("YES");
    tablet.goOn();
    tablet.page().locator("#send").click();
    assertThat(tablet.page().locator(".notice.good")).isVisible();
    // R4.147
    assertThat(tablet.page().locator("#soon")).containsText("at the latest within two weeks");
    assertThat(tablet.page().locator("#net")).containsText("numbness");
    tablet.picture("kiosk-sent-soon");
    tablet.page().locator("#done").click();
    assertThat(tablet.page().locator("#familyName")).isVisible();
  }

  @Test
  void R4_143_a_danger_says_to_call_the_desk_at_once_and_after_sending(Browser browser) {
    WaitingRoom.expect(room.desk(browser), "Urgent");
    Phone tablet = room.tablet(browser, "en-GB");
    Phone small = Phone.sized(tablet.page(), true, 320, 640);
    types(small, "Urgent", "Lena");
    small.open("/kiosk/form?at=bodySite");
    small.choose("LOW_BACK");
    small.goOn();
    small.open("/kiosk/form?at=q-CES-1");
    small.choose("YES");
    small.goOn();
    assertThat(small.page().locator("#danger")).containsText("Show this to the person at the desk");
    small.picture("kiosk-danger-phone");
    small.page().locator("nav.languages a[hreflang=es]").click();
    assertThat(small.page().locator("#danger")).containsText("Enseñe esto ahora");
    small.expectLight();
    Visit colleague = room.desk(browser);
    colleague.page().navigate("/worklist/index.xhtml?step=FINISH_INTAKE");
    assertThat(colleague.page().locator("tbody tr:has-text('URGENT')")).isVisible();
    small.page().locator("#done").click();
    assertThat(small.page().locator("h1")).hasText("Your questions before the visit");
  }

  @Test
  void R4_144_it_is_left_with_the_pin_only(Browser browser) {
    Phone tablet = room.tablet(browser, "en-GB");
    tablet.page().locator("#staff").click();
    tablet.page().locator("#pin").fill("9999");
    tablet.page().locator("#end").click();
    assertThat(tablet.page().locator(".error-summary")).isVisible();
    tablet.expectLight();
    expectNoWayOut(tablet);
    tablet.picture("kiosk-pin");
    tablet.page().locator("#pin").fill(WaitingRoom.PIN);
    tablet.page().locator("#end").click();
    assertThat(tablet.page().locator("[id='signIn:login']")).isVisible();
    tablet.page().navigate("/kiosk");
    assertThat(tablet.page().locator("#signIn")).isVisible();
    tablet.expectLight();
    tablet.picture("kiosk-none");
  }

  @Test
  void R4_145_ended_from_the_desk_while_somebody_types_nothing_is_lost(Browser browser)
      throws SQLException {
    Visit desk = room.desk(browser);
    WaitingRoom.expect(desk, "Interrupted");
    Phone tablet = room.tablet(browser, "en-GB");
    types(tablet, "Interrupted", "Lena");
    tablet.open("/kiosk/form?at=bodySite");
    tablet.choose("LOW_BACK");
    tablet.goOn();
    tablet.open("/kiosk/form?at=q-CES-1");

    desk.page().navigate("/intake/kiosk.xhtml");
    row(desk, "A runner is at it").locator("input[type=submit]").click();
    assertThat(desk.page().locator("main")).containsText("The kiosk has ended");
    tablet.choose("YES");
    tablet.page().locator("#continue").click();
    assertThat(tablet.page().locator("#signIn")).isVisible();
    assertThat(tablet.page().locator("#danger"))
        .containsText("Show this to the person at the desk");
    tablet.picture("kiosk-closed");
    Assertions.assertThat(kept("Interrupted", "answer.CES-1")).isEqualTo("KIOSK YES");
    tablet.page().navigate("/kiosk/form");
    assertThat(tablet.page().locator("#signIn")).isVisible();
    Assertions.assertThat(tablet.page().content()).doesNotContain("Interrupted");
  }

  @Test
  void R4_129_the_page_of_one_runner_in_a_forgotten_tab_writes_nothing_into_the_next(
      Browser browser) throws SQLException {
    Visit desk = room.desk(browser);
    WaitingRoom.expect(desk, "Before");
    WaitingRoom.expect(desk, "After");
    // With scripts a tab that was forgotten goes to the start by itself.
    Phone tablet = WaitingRoom.withoutScript(browser, room.tablet(browser, "en-GB"));
    tablet.open("/kiosk");
    types(tablet, "Before", "Lena");
    tablet.open("/kiosk/form?at=words");
    tablet.page().locator("textarea").fill("of the runner before");
    Page second = tablet.page().context().newPage();
    second.navigate("/kiosk");
    Phone next = Phone.sized(second, false, 1024, 768);
    types(next, "After", "Lena");
    next.open("/kiosk/form?at=words");
    tablet.page().locator("#continue").click();
    tablet.page().waitForLoadState();
    Assertions.assertThat(kept("After", "complaint.words")).isEmpty();
    next.page().locator("textarea").fill(WORDS);
    next.goOn();
    Assertions.assertThat(kept("After", "complaint.words")).isEqualTo("KIOSK " + WORDS);
  }
}
