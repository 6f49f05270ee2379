package org.pacegate.door;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.pacegate.door.WaitingRoom.kept;
import static org.pacegate.door.WaitingRoom.text;
import static org.pacegate.door.WaitingRoom.types;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Visit;

/** One intake at all three doors, into the record and confirmed there; and one asked again. */
@ExtendWith(Chromium.class)
class ThreeDoorsIT {

  private static final String WORDS = "It clicks and swells.";

  private static WaitingRoom room;

  @BeforeAll
  static void openTheClinic() {
    room = WaitingRoom.open();
  }

  @Test
  void R4_111_one_draft_goes_from_the_link_to_the_kiosk_and_the_desk_into_the_record(
      Browser browser) throws SQLException {
    Visit desk = room.desk(browser);
    String intake = beginsByLink(desk, browser);
    expectedAtTheKiosk(desk, intake);
    desk.page().navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    desk.page()
        .locator("input[name='complaint-side'][value='LEFT']")
        .check(new Locator.CheckOptions().setForce(true));
    desk.awaitSaved();

    Phone tablet = room.tablet(browser, "en-GB");
    types(tablet, "Threefold", "Lena");
    tablet.page().locator("#here").click();
    tablet.open("/kiosk/form?at=words");
    assertThat(tablet.page().locator("textarea")).hasValue(WORDS);
    chooses(tablet, "side", "RIGHT");
    chooses(tablet, "onsetKind", "SUDDEN");
    tablet.page().locator("#done").click();
    assertThat(tablet.page().locator("#familyName")).isVisible();

    desk.page().navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    Locator both = desk.at("contradictions");
    assertThat(both).containsText("Left");
    assertThat(both).containsText("Right");
    assertThat(both).containsText("Runner, at the kiosk");
    assertThat(desk.page().locator(".differences")).containsText("Runner, by link");
    desk.picture("three-doors-desk");
    desk.page().locator("[id*=':runner-']").click();
    assertThat(desk.at("contradictions").locator("[id*=':runner-']")).hasCount(0);
    assertThat(desk.page().locator("input[name='complaint-side'][value='RIGHT']")).isChecked();
    Assertions.assertThat(kept("Threefold", "complaint.words")).isEqualTo("LINK " + WORDS);

    types(tablet, "Threefold", "Lena");
    tablet.answerAll();
    tablet.page().locator("#send").click();
    assertThat(tablet.page().locator(".notice.good")).isVisible();
    desk.page().navigate("/intake/received.xhtml?id=" + intake);
    assertThat(desk.page().locator(".differences")).containsText("Runner, by link");
    desk.at("take:new").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    expectKept(desk, intake);
    desk.expectQuiet();
    expectConfirmed(browser, intake);
  }

  /** By a link on a phone: the words of the runner, and how it began. */
  private static String beginsByLink(Visit desk, Browser browser) throws SQLException {
    desk.page().navigate("/intake/new-link.xhtml");
    desk.at("familyName").fill("Threefold");
    desk.at("givenName").fill("Lena");
    desk.page().locator("[id='birthDateField'] input").nth(0).fill("17");
    desk.page().locator("[id='birthDateField'] input").nth(1).fill("4");
    desk.page().locator("[id='birthDateField'] input").nth(2).fill("1990");
    desk.at("make").click();
    desk.page().locator("#address").waitFor();
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(desk.page().locator("#address").innerText());
    phone.open("/link/form?at=words");
    phone.page().locator("textarea").fill(WORDS);
    phone.goOn();
    chooses(phone, "/link", "onsetKind", "GRADUAL");
    return text("select max(intake_id)::text from pacegate.intake_entry where value = 'Threefold'");
  }

  private static void chooses(Phone tablet, String at, String code) {
    chooses(tablet, "/kiosk", at, code);
  }

  private static void chooses(Phone runner, String door, String at, String code) {
    runner.open(door + "/form?at=" + at);
    runner.choose(code);
    runner.goOn();
  }

  private static void expectedAtTheKiosk(Visit desk, String intake) {
    desk.page().navigate("/intake/link.xhtml?id=" + intake);
    desk.at("expect").click();
    assertThat(desk.at("isExpected")).isVisible();
    desk.picture("kiosk-expect");
  }

  /** Each answer in the response says its door, and the PDF is the file of its hash. */
  private static void expectKept(Visit desk, String intake) throws SQLException {
    String item =
        "select string_agg(concat_ws(' ', item->'provenance'->>'door', item->'answer'->0->'valueCoding'->>'code',"
            + " item->'answer'->0->>'valueString'), ',') from pacegate.intake_response r,"
            + " jsonb_path_query(r.content::jsonb, '$.item[*].item[*]') item where r.intake_id = "
            + intake
            + " and item->>'linkId' = '%s'";
    Assertions.assertThat(text(item.formatted("complaint.words"))).isEqualTo("LINK " + WORDS);
    Assertions.assertThat(text(item.formatted("complaint.onsetKind"))).isEqualTo("KIOSK SUDDEN");
    Assertions.assertThat(text(item.formatted("complaint.side"))).isEqualTo("DESK RIGHT");
    desk.page().navigate("/intake/intake.xhtml?id=" + intake);
    APIResponse pdf = desk.page().request().get(desk.at("pdf").getAttribute("href"));
    Assertions.assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    Assertions.assertThat(
            text("select pdf_hash from pacegate.intake_response where intake_id = " + intake))
        .isEqualTo(Sha256.of(pdf.body()));
    assertThat(desk.page().locator("dl.facts code").first()).hasText(Sha256.of(pdf.body()));
    assertThat(desk.page().locator("[id$=':confirm']")).hasCount(0);
  }

  /** R4.194: by a therapist on the page of the intake, and a part by a physician. */
  private static void expectConfirmed(Browser browser, String intake) throws SQLException {
    Visit therapist = Visit.of(browser, room.clinic().login("therapist"), "en-GB");
    Page page = therapist.page();
    page.navigate("/intake/intake.xhtml?id=" + intake);
    assertThat(page.locator(".differences")).containsText("Runner, at the kiosk");
    int open = page.locator("[id$=':confirm']").count();
    page.locator("[id$=':confirm']").first().click();
    assertThat(page.locator(".confirmed")).containsText("Confirmed by Sola Adeyemi");
    assertThat(page.locator("[id$=':confirm']")).hasCount(open - 1);
    therapist.expectQuiet();

    Visit physician = Visit.of(browser, room.clinic().login("physician"), "es-ES");
    String episode = text("select episode_id::text from pacegate.intake where id = " + intake);
    physician.page().navigate("/diagnosis/diagnosis.xhtml?episode=" + episode);
    assertThat(physician.page().locator(".differences")).containsText("en la tableta");
    assertThat(physician.page().locator(".confirmed")).containsText("Sola Adeyemi");
    int parts = physician.page().locator("[id$=':all']").count();
    physician.picture("confirm-answers");
    physician.page().locator("[id$=':all']").first().click();
    assertThat(physician.page().locator("[id$=':all']")).hasCount(parts - 1);
    assertThat(physician.page().locator(".confirmed").last()).containsText("Maria Lindqvist");
    physician.expectQuiet();
    Assertions.assertThat(
            text(
                "select count(distinct confirmed_by)::text from pacegate.intake_confirmation"
                    + " where intake_id = "
                    + intake))
        .isEqualTo("2");
  }

  @Test
  void R4_197_who_is_screened_again_answers_by_link_and_a_danger_counts_at_once(Browser browser)
      throws SQLException {
    long episode = room.clinic().diagnosed("Rescreened", "en");
    Visit desk = room.desk(browser);
    desk.page().navigate("/patient/patient.xhtml?id=" + room.clinic().patientOf(episode));
    desk.page().locator("[id$='rescreen:again']").click();
    desk.page().waitForURL("**/intake/intake.xhtml?id=*");
    String intake = desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
    desk.page().locator("a[href*='/intake/link.xhtml']").click();
    desk.at("make").click();
    desk.page().locator("#address").waitFor();
    desk.picture("link-again");

    Phone phone = Phone.withAxe(browser, "es-ES");
    phone.open(desk.page().locator("#address").innerText().replaceFirst("lang=en", "lang=es"));
    phone.born("14", "5", "2003");
    phone.open("/link/form?at=q-CES-1");
    phone.choose("YES");
    phone.goOn();
    assertThat(phone.page().locator("#danger")).isVisible();
    Assertions.assertThat(
            text("select (act_by is not null)::text from pacegate.intake where id = " + intake))
        .isEqualTo("true");
    phone.answerAll();
    phone.picture("door-again-check");
    assertThat(phone.page().locator("#consent-given, #person-phone")).hasCount(0);
    phone.page().locator("#send").click();
    assertThat(phone.page().locator("#danger")).isVisible();

    desk.page().navigate("/intake/inbox.xhtml");
    desk.page().locator("a:has-text('RESCREENED')").click();
    assertThat(desk.page().locator("body")).containsText("RESCREENED, Ana");
    desk.picture("received-again");
    desk.at("take:known").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    Assertions.assertThat(
            text(
                "select language || ' ' || door || ' ' || episode_id from pacegate.intake_response"
                    + " where intake_id = "
                    + intake))
        .isEqualTo("es LINK " + episode);
    desk.expectQuiet();
  }
}
