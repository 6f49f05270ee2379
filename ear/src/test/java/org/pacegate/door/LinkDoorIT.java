package org.pacegate.door;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** The link door from the paper to the record (R4.120 to R4.126, R4.109 to R4.112). */
@ExtendWith(Chromium.class)
class LinkDoorIT {

  private static PaperClinic clinic;

  /** What stands on the paper. */
  private record Paper(String address, String code) {

    String token() {
      return address.replaceAll(".*/|[?].*", "");
    }
  }

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  /** All tests come from one address; what one fails at does not slow the next. */
  @BeforeEach
  void forgetTries() throws SQLException {
    sql("delete from pacegate.sign_in_delay");
  }

  private static void sql(String command) throws SQLException {
    try (Connection superuser = PacegateServer.get().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(command);
    }
  }

  private static Paper paper(Visit desk, String family) {
    return paper(desk, family, "1990");
  }

  private static Paper paper(Visit desk, String family, String year) {
    return paper(desk, family, year, "en");
  }

  private static Paper paper(Visit desk, String family, String year, String language) {
    desk.page().navigate("/intake/new-link.xhtml");
    desk.at("familyName").fill(family);
    desk.at("givenName").fill("Lena");
    desk.at("birthDate").fill("17");
    desk.page().locator("[id='birthDateField'] input").nth(1).fill("4");
    desk.page().locator("[id='birthDateField'] input").nth(2).fill(year);
    desk.page()
        .locator("input[name='speaks'][value='" + language + "']")
        .check(new Locator.CheckOptions().setForce(true));
    desk.at("make").click();
    return read(desk);
  }

  private static Paper read(Visit desk) {
    desk.page().locator("#address").waitFor();
    return new Paper(
        desk.page().locator("#address").innerText(), desk.page().locator("#code").innerText());
  }

  private static Visit desk(Browser browser) {
    return Visit.of(browser, clinic.login("desk"), "en-GB");
  }

  @Test
  void R4_146_a_change_that_takes_answers_with_it_is_told_at_once(Browser browser) {
    Paper paper = paper(desk(browser), "Changer", "1990", "en");
    Phone phone = Phone.withAxe(browser, "en-GB");
    phone.enter(paper.address());
    phone.open("/link/form?at=bodySite");
    phone.choose("LOW_BACK");
    phone.goOn();
    phone.open("/link/form?at=q-CES-1");
    phone.choose("NO");
    phone.goOn();
    assertThat(phone.page().locator("#gone")).hasCount(0);

    phone.open("/link/form?at=bodySite");
    phone.choose("KNEE");
    phone.goOn();
    assertThat(phone.page().locator("#gone")).containsText("One question that you answered before");
    phone.picture("door-gone");
    phone.goOn();
    assertThat(phone.page().locator("#gone")).hasCount(0);
    phone.open("/link/form?at=check");
    assertThat(phone.page().locator("#passedAway li")).hasCount(1);
  }

  private static final String OWN = "own-load_hdiary_s";

  private static void wrong(Phone phone, String typed, String sentence) {
    phone.page().locator("form#typed input[type=text], textarea").fill(typed);
    phone.page().locator("#continue").click();
    assertThat(phone.page().locator(".field-error")).containsText(sentence);
    assertThat(phone.page().locator("form#typed input[type=text], textarea")).hasValue(typed);
  }

  private static void right(Phone phone, String typed, String next) {
    phone.page().locator("form#typed input[type=text], textarea").fill(typed);
    phone.goOn();
    Assertions.assertThat(phone.at()).isEqualTo(next);
  }

  /** A choice is drawn by its label. */
  private static void choose(Visit desk, String linkId, String code) {
    desk.page()
        .locator("input[name='" + OWN + linkId + "'][value='" + code + "']")
        .evaluate("choice => choice.click()");
  }

  @Test
  void R4_160_the_clinics_own_form_from_the_phone_to_the_physician(Browser browser)
      throws IOException, SQLException {
    PaperClinic own = PaperClinic.open();
    OwnFormOfClinic.put(own.id());
    Visit desk = Visit.of(browser, own.login("desk"), "en-GB");
    Paper paper = paper(desk, "Owner");
    Phone phone = Phone.withAxe(browser, "en-GB");
    phone.enter(paper.address());
    phone.answerAll(OWN + "ran");
    assertThat(phone.page().locator("main")).containsText("Think of the last seven days.");
    phone.goOn();
    assertThat(phone.page().locator(".field-error")).containsText("Give an answer.");
    phone.picture("door-own-yes-or-no");
    phone.choose("YES");
    phone.goOn();
    wrong(phone, "2.5", "Give a whole number.");
    wrong(phone, "99", "too large: at most 30");
    right(phone, "3", OWN + "far-km");
    wrong(phone, "12 mi", "it counts in km");
    phone.picture("door-own-unit");
    right(phone, "40,5", OWN + "ground");
    phone.page().evaluate("document.querySelector('[value=ROAD]').value = 'SEA'");
    phone.choose("SEA");
    phone.goOn();
    assertThat(phone.page().locator(".field-error")).containsText("none of the answers");
    phone.choose("ROAD");
    phone.goOn();
    phone.point("knee-left");
    phone.point("calf-right");
    phone.point("low-back");
    phone.point("low-back");
    assertThat(phone.page().locator("input:checked")).hasCount(2);
    phone.picture("door-own-places");
    phone.goOn();
    phone.point("calf-left");
    assertThat(phone.page().locator("input:checked")).hasValue("CALF");
    phone.goOn();
    Assertions.assertThat(phone.at()).isEqualTo(OWN + "sport");
    phone.choose("1");
    wrong(phone, "Climbing", "not both");
    phone.choose("+");
    phone.picture("door-own-words");
    right(phone, "Climbing", OWN + "plan_ub");
    phone.goOn();
    phone.page().locator("input[name$='.day']").fill("24");
    phone.page().locator("input[name$='.month']").fill("12");
    phone.page().locator("input[name$='.year']").fill("2026");
    phone.goOn();
    wrong(phone, "Far ".repeat(250_000).strip(), "longer than 10,000 characters");
    right(phone, "San Silvestre", "consent");

    phone.open("/link/form?at=" + OWN + "ran");
    phone.choose("NO");
    phone.goOn();
    assertThat(phone.page().locator("#gone")).containsText("2 questions");
    phone.open("/link/form?at=consent");
    phone.answerAll();
    assertThat(phone.page().locator("#passedAway li")).hasCount(2);
    phone.picture("door-own-check");
    desk.page()
        .navigate(
            "/intake/intake.xhtml?step=MORE&id="
                + text("select max(id) from pacegate.intake where clinic_id = " + own.id()));
    choose(desk, "ran", "YES");
    assertThat(desk.at(OWN + "runs")).isVisible();
    phone.page().locator("#send").click();
    assertThat(phone.page().locator(".notice.good")).isVisible();

    desk.page().navigate("/intake/inbox.xhtml");
    desk.page().locator("a:has-text('OWNER')").click();
    desk.at("contradictions:runnerAfterAll-" + OWN + "ran").click();
    assertThat(desk.at("contradictions:deskAfterAll-" + OWN + "ran")).isVisible();
    assertThat(desk.page().locator("main")).containsText("Climbing");
    assertThat(desk.page().locator("main")).not().containsText("40,5");
    desk.at("take:new").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    Visit physician = Visit.of(browser, own.login("physician"), "en-GB");
    physician
        .page()
        .navigate(
            "/diagnosis/diagnosis.xhtml?episode="
                + text("select max(id) from pacegate.episode where clinic_id = " + own.id()));
    assertThat(physician.page().locator("section.own")).containsText("Climbing");
    assertThat(physician.page().locator(".differences > p b")).hasText("Did you run?");
    physician.picture("diagnosis-own-answers");

    desk.page().navigate("/intake/index.xhtml");
    desk.at("begin:new").click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    desk.at("to-MORE").click();
    desk.page().waitForURL("**step=MORE*");
    assertThat(desk.at(OWN + "runs")).isHidden();
    choose(desk, "ran", "YES");
    assertThat(desk.at(OWN + "runs")).isVisible();
    desk.at(OWN + "runs").fill("many");
    desk.at(OWN + "sore_x0").check();
    assertThat(desk.at(OWN + "worst")).isVisible();
    pointing(desk, "sore").locator(".at-knee-right").click();
    assertThat(desk.at(OWN + "sore_x1")).isChecked();
    pointing(desk, "worst").locator(".at-low-back").click();
    assertThat(desk.at(OWN + "worst").locator("input:checked")).hasValue("LOW_BACK");
    choose(desk, "sport", "+");
    desk.at(OWN + "sport_xWords").fill("Climbing, too");
    desk.at("continue").click();
    assertThat(desk.at(OWN + "runsError")).containsText("Give a number alone");
    assertThat(desk.at(OWN + "runs")).hasValue("many");
    assertThat(desk.page().locator("li:has([id='to-MORE'])")).not().hasClass("done");
    assertThat(desk.at(OWN + "sport_xWords")).hasValue("Climbing, too");
    desk.picture("intake-own-forms");
    desk.at("to-CONSENT").click();
    desk.page().waitForURL("**step=CONSENT*");
    assertThat(desk.page().locator("main")).containsText("Climbing, too");
    assertThat(desk.page().locator("main")).containsText("Knee, Low back");
  }

  /** The body picture of a question of the own form. */
  private static Locator pointing(Visit desk, String question) {
    return desk.page().locator(".pointing[data-more$='/%s']".formatted(question));
  }

  @Test
  void R4_123_a_megabyte_of_text_is_refused_in_a_sentence_and_stays(Browser browser) {
    Paper paper = paper(desk(browser), "Novelist", "1990", "en");
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.open("/link/form?at=words");
    String novel = "It hurts. ".repeat(100_000).strip();
    phone.page().locator("textarea").fill(novel);
    phone.page().locator("#continue").click();
    assertThat(phone.page().locator(".field-error")).containsText("longer than 10,000 characters");
    assertThat(phone.page().locator("textarea")).hasValue(novel);
    phone.page().locator("textarea").fill("It hurts.");
    phone.goOn();
    Assertions.assertThat(phone.at()).isEqualTo("onsetDate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_121_the_whole_door_without_script_on_a_small_phone(String language, Browser browser)
      throws SQLException {
    Visit desk = desk(browser);
    String family = "Whole" + language.substring(0, 2);
    Paper paper = paper(desk, family, "1990", language.substring(0, 2));
    desk.picture("link-paper-" + language.substring(0, 2));

    Phone phone = Phone.of(browser, language);
    phone.open(paper.address());
    phone.picture("door-open-" + language);
    phone.born("18", "4", "1990");
    assertThat(phone.page().locator(".error-summary")).isVisible();
    phone.born("17", "4", "1990");
    Assertions.assertThat(phone.page().url()).endsWith("/link/form");

    phone.goOn();
    Assertions.assertThat(phone.at()).isEqualTo("sex");
    phone.goOn();
    assertThat(phone.page().locator(".error-summary a")).hasCount(1);
    phone.picture("door-problem-" + language);
    phone.answerAll("bodySite");
    // R4.171: the places are labels, and need no script.
    phone.point("knee-left");
    assertThat(phone.page().locator("input[value=KNEE]")).isChecked();
    phone.picture("door-body-" + language);
    phone.answerAll("consent");
    assertThat(phone.page().locator(".pen-field")).isHidden();
    phone.answerAll();
    phone.picture("door-check-" + language);
    phone.page().locator("a[href*='at=words']").click();
    phone.page().locator("textarea").fill("It clicks and swells.");
    phone.goOn();
    assertThat(phone.page().locator("dd", new Page.LocatorOptions().setHasText("swells")))
        .isVisible();
    phone.page().locator("#send").click();
    assertThat(phone.page().locator(".notice.good")).isVisible();
    assertThat(phone.page().locator("#soon")).hasCount(0);
    assertThat(phone.page().locator("#net h2")).isVisible();
    phone.picture("door-sent-" + language);
    phone.expectNoScript();
    System.out.println("heaviest page of the link door, " + language + ": " + phone.heaviest());

    desk.page().navigate("/intake/inbox.xhtml");
    desk.picture("inbox-" + language.substring(0, 2));
    desk.page().locator("a:has-text('" + family.toUpperCase(Locale.ROOT) + "')").click();
    assertThat(desk.page().locator("main")).containsText("It clicks and swells.");
    desk.picture("received-" + language.substring(0, 2));
    desk.at("take:new").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    desk.expectQuiet();
    String kept =
        text("select content from pacegate.intake_response order by kept_at desc, id desc limit 1");
    Assertions.assertThat(kept)
        .as("the runner's words, not the desk's")
        .contains(language.startsWith("es") ? "¿Dónde le duele más?" : "Where does it hurt most?")
        .contains("\"door\":\"LINK\"", "\"reference\":\"Patient/", "It clicks and swells.");
  }

  private static String text(String query) throws SQLException {
    try (Connection superuser = PacegateServer.get().superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void R4_124_a_danger_is_told_at_once_and_again_when_it_was_sent(Browser browser) {
    Paper paper = paper(desk(browser), "Danger");
    Phone phone = Phone.withAxe(browser, "en-GB");
    phone.enter(paper.address());
    phone.open("/link/form?at=bodySite");
    phone.choose("LOW_BACK");
    phone.goOn();
    phone.open("/link/form?at=q-CES-1");
    phone.choose("YES");
    phone.goOn();
    assertThat(phone.page().locator("#danger")).containsText("112");
    assertThat(phone.page().locator("#continue")).isVisible();
    phone.picture("door-danger");

    Visit colleague = Visit.of(browser, clinic.login("desk"), "en-GB");
    colleague.page().navigate("/worklist/index.xhtml?step=FINISH_INTAKE");
    assertThat(colleague.page().locator("tbody tr:has-text('DANGER')")).isVisible();
    phone.page().locator("nav.languages a[hreflang=es]").click();
    assertThat(phone.page().locator("#danger")).containsText("emergencias");
    phone.expectLight();

    phone.page().locator("nav.languages a[hreflang=en]").click();
    phone.open("/link/form?at=name");
    phone.answerAll();
    phone.page().locator("#send").click();
    assertThat(phone.page().locator("#danger")).containsText("112");
    assertThat(phone.page().locator(".notice.good")).containsText("Do now what stands above");
    phone.picture("door-danger-sent");
  }

  @Test
  void R4_128_what_was_typed_when_the_door_had_closed_is_saved_when_it_opens_again(Browser browser)
      throws SQLException {
    Paper paper = paper(desk(browser), "Away");
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.open("/link/form?at=words");
    phone.page().locator("textarea").fill("Typed before the \"break\" <b>.");
    sql("update pacegate.door_session set ended_at = now() where ended_at is null");
    phone.goOn();
    assertThat(phone.page().locator("#unsaved")).isVisible();
    phone.picture("door-unsaved");
    phone.page().locator("#code").fill(paper.code());
    phone.born("18", "4", "1990");
    assertThat(phone.page().locator("#unsaved")).isVisible();
    phone.page().locator("#code").fill(paper.code());
    phone.born("17", "4", "1990");
    Assertions.assertThat(phone.at()).isEqualTo("onsetDate");
    phone.open("/link/form?at=words");
    assertThat(phone.page().locator("textarea")).hasValue("Typed before the \"break\" <b>.");
  }

  @Test
  void R4_128_who_leaves_closes_the_door(Browser browser) {
    Paper paper = paper(desk(browser), "Leaving");
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.page().locator("#leave").click();
    assertThat(phone.page().locator("#left")).isVisible();
    phone.picture("door-left");
    phone.open("/link/form");
    assertThat(phone.page().locator("#code")).isVisible();
    Assertions.assertThat(phone.page().content()).doesNotContain("Lena");
  }

  @Test
  void R14_3_the_link_goes_by_email_and_opens(Browser browser) throws Exception {
    GreenMail mail =
        new GreenMail(
            new ServerSetup(
                PacegateServer.get().mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      Visit desk = desk(browser);
      desk.page().navigate("/intake/new-link.xhtml");
      desk.at("familyName").fill("Mailed");
      desk.at("givenName").fill("Lena");
      desk.at("birthDate").fill("17");
      desk.page().locator("[id='birthDateField'] input").nth(1).fill("4");
      desk.page().locator("[id='birthDateField'] input").nth(2).fill("1990");
      desk.page()
          .locator("input[name='speaks'][value='es']")
          .check(new Locator.CheckOptions().setForce(true));
      desk.at("email").fill("lena@example.org");
      desk.picture("link-new");
      desk.at("make").click();
      Paper paper = read(desk);
      assertThat(desk.page().locator("main")).containsText("lena@example.org");
      Assertions.assertThat(mail.waitForIncomingEmail(60_000, 1)).isTrue();
      String text = mail.getReceivedMessages()[0].getContent().toString();
      Assertions.assertThat(text).contains(paper.address(), paper.code(), "Hola, Lena");

      Phone phone = Phone.of(browser, "en-GB");
      phone.open(paper.address());
      assertThat(phone.page().locator("html")).hasAttribute("lang", "es");
      phone.born("17", "4", "1990");
      Assertions.assertThat(phone.page().url()).endsWith("/link/form");
    } finally {
      mail.stop();
    }
  }

  @Test
  void R4_127_for_a_child_somebody_else_signs(Browser browser) throws SQLException {
    String year = String.valueOf(Year.now(ZoneOffset.UTC).getValue() - 13);
    Visit desk = desk(browser);
    Paper paper = paper(desk, "Child", year);
    Phone phone = Phone.withAxe(browser, "en-GB");
    phone.open(paper.address());
    phone.born("17", "4", year);
    phone.answerAll("bodySite");
    phone.point("knee-right");
    phone.picture("door-body-pointed");
    phone.goOn();
    Assertions.assertThat(phone.at()).isEqualTo("side");
    assertThat(phone.page().locator("input[value=RIGHT]")).isChecked();
    phone.answerAll("consent");
    // R4.170
    phone.page().locator("#consent-given").check();
    phone
        .page()
        .evaluate(
            "document.getElementById('consent-drawnWay').value = 'data:image/png;base64,iVBORw0KGgo='");
    phone.goOn();
    assertThat(phone.page().locator(".error-summary a")).containsText("A picture is no signature");
    phone.draw();
    phone.picture("door-drawn");
    phone.sign("Petra Child");
    assertThat(phone.page().locator(".error-summary a"))
        .hasText("The runner is under 16: choose the parent, guardian or representative who signs");
    phone.picture("door-child");
    phone.choose("PARENT");
    phone.goOn();
    assertThat(phone.page().locator("dd", new Page.LocatorOptions().setHasText("A parent")))
        .isVisible();
    phone.page().locator("#send").click();
    assertThat(phone.page().locator(".notice.good")).isVisible();

    desk.page().navigate("/intake/inbox.xhtml");
    desk.page().locator("a:has-text('CHILD')").click();
    desk.at("take:new").click();
    desk.page().waitForURL("**/screening/screening.xhtml?id=*");
    Assertions.assertThat(
            text(
                "select concat_ws(' ', signer_relation, door, language, signature_kind, signer_name)"
                    + " from pacegate.consent order by id desc limit 1"))
        .isEqualTo("PARENT LINK en DRAWN Petra Child");
  }

  /** Who was treated for cancer and had a stress fracture, and said so in an intake on record. */
  private static long returner() throws SQLException {
    long patient = clinic.awaitingDiagnosis("Returner", "es") + 1;
    sql(
        """
        set session_replication_role = replica;
        insert into pacegate.intake_entry (clinic_id, intake_id, field, value, entered_at, entered_by)
        select i.clinic_id, i.id, field, 'YES', i.submitted_at, i.started_by
          from pacegate.intake i
          join pacegate.patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
         cross join (values ('answer.MAL-1'), ('answer.BSI-4')) as said (field)
         where p.family_name = 'Returner'
        on conflict (clinic_id, intake_id, field) do update set value = excluded.value""");
    return patient;
  }

  @Test
  void R4_175_R4_176_who_returns_keeps_what_lasts_with_one_tap(Browser browser)
      throws SQLException {
    Visit desk = desk(browser);
    desk.page().navigate("/intake/new-link.xhtml?patient=" + returner());
    desk.at("make").click();
    Paper paper = read(desk);
    Phone phone = Phone.withAxe(browser, "es-ES");
    phone.open(paper.address());
    phone.born("14", "5", "2003");
    // The desk made the link in its own language.
    phone.open("/link/form?at=q-CES-1&lang=es");
    assertThat(phone.page().locator("#lastTime")).hasCount(0);
    phone.open("/link/form?at=q-MAL-1");
    assertThat(phone.page().locator("#lastTime")).containsText("La última vez, el");
    assertThat(phone.page().locator("input[type=radio]:checked")).hasCount(0);
    phone.picture("door-last-time");
    phone.goOn();
    assertThat(phone.page().locator(".error-summary a")).hasCount(1);
    phone.page().locator("#still").click();
    phone.expectLight();
    Assertions.assertThat(phone.at()).isEqualTo("q-MAL-1-TYPE");
    phone.open("/link/form?at=q-MAL-1");
    assertThat(phone.page().locator("#lastTime")).hasCount(0);
    assertThat(phone.page().locator("input[value=YES]")).isChecked();

    String intake =
        text(
            "select intake_id::text from pacegate.intake_link order by created_at desc, id desc limit 1");
    desk.page().navigate("/intake/intake.xhtml?id=" + intake + "&step=SCREENING");
    assertThat(desk.page().locator(".last-time")).hasCount(1);
    desk.at("still-BSI-4").scrollIntoViewIfNeeded();
    desk.picture("desk-last-time");
    // What was a Yes last time is no part of "all No".
    desk.page().locator("[data-section='section.FRACTURE_AND_BONE_STRESS'] [data-all-no]").click();
    assertThat(desk.page().locator("input[name='answer-FX-3'][value='NO']")).isChecked();
    assertThat(desk.page().locator("input[name='answer-BSI-4']:checked")).hasCount(0);
    desk.at("still-BSI-4").click();
    assertThat(desk.page().locator("input[name='answer-BSI-4'][value='YES']")).isChecked();
    assertThat(desk.page().locator("input[name='answer-FX-3'][value='NO']")).isChecked();
    assertThat(desk.page().locator(".last-time")).hasCount(0);
    Assertions.assertThat(
            text(
                "select string_agg(door || ' ' || field, ', ' order by door) from pacegate.intake_entry"
                    + " where kept_from is not null and intake_id = "
                    + intake))
        .isEqualTo("DESK answer.BSI-4, LINK answer.MAL-1");
    desk.expectQuiet();
  }

  @Test
  void R4_109_another_device_resumes_by_the_code_and_the_first_is_out(Browser browser) {
    Paper paper = paper(desk(browser), "Resumed");
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.goOn();
    phone.choose("FEMALE");
    phone.goOn();

    Phone tablet = Phone.withAxe(browser, "en-GB");
    tablet.open("/link");
    tablet.page().locator("#code").fill(paper.code().toLowerCase(Locale.ROOT));
    tablet.born("17", "4", "1990");
    assertThat(tablet.page().locator("#here")).isVisible();
    Assertions.assertThat(tablet.page().content()).doesNotContain("Lena");
    tablet.picture("door-elsewhere");
    tablet.page().locator("#here").click();
    assertThat(tablet.page().locator("h1")).containsText("Where does it hurt");
    tablet.expectLight();

    phone.goOn();
    assertThat(phone.page().locator("#code")).isVisible();
  }

  @Test
  void R4_101_sent_twice_from_two_tabs_is_sent_once(Browser browser) {
    Paper paper = paper(desk(browser), "Tabs");
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.answerAll();
    Page second = phone.page().context().newPage();
    second.navigate("/link/form?at=check");
    phone.page().locator("#send").click();
    second.locator("#send").click();
    assertThat(phone.page().locator(".notice.good")).isVisible();
    assertThat(second.locator(".notice.good")).isVisible();
    Assertions.assertThat(second.locator("main").innerHTML())
        .isEqualTo(phone.page().locator("main").innerHTML());
  }

  @Test
  void R4_111_a_draft_goes_from_the_desk_to_the_link_and_back(Browser browser) {
    Visit desk = desk(browser);
    desk.page().navigate("/intake/index.xhtml");
    desk.at("begin:new").click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    String intake = desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
    desk.at("person-familyName").fill("Moving");
    desk.at("person-givenName").fill("Mo");
    desk.at("person-birthDate").fill("17/4/1990");
    desk.at("to-COMPLAINT").click();
    desk.page()
        .locator("input[name='complaint-side'][value='LEFT']")
        .check(new Locator.CheckOptions().setForce(true));
    desk.at("to-PERSON").click();
    desk.page().waitForURL("**step=PERSON");
    desk.page().navigate("/intake/link.xhtml?id=" + intake);
    desk.at("make").click();
    Paper paper = read(desk);

    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    phone.open("/link/form?at=side");
    phone.choose("RIGHT");
    phone.goOn();

    desk.page().navigate("/intake/index.xhtml");
    assertThat(desk.page().locator("tr:has-text('MOVING')")).containsText("Runner, by link");
    desk.page().navigate("/intake/intake.xhtml?id=" + intake + "&step=COMPLAINT");
    assertThat(desk.page().locator("[id='contradictions']")).containsText("Left");
    assertThat(desk.page().locator("[id='contradictions']")).containsText("Right");
    desk.picture("contradiction");
    desk.page().locator("[id*=':runner-']").click();
    assertThat(desk.page().locator("[id='contradictions'] .notice.u1")).hasCount(0);
    assertThat(desk.page().locator("[id='contradictions']"))
        .containsText("On which side? The answer that stands: Right");
    assertThat(desk.page().locator("input[name='complaint-side'][value='RIGHT']")).isChecked();
    desk.expectQuiet();
  }

  @Test
  void R4_125_whatever_is_wrong_the_answer_is_the_same_to_the_byte(Browser browser)
      throws Exception {
    Visit desk = desk(browser);
    Paper wrongDate = paper(desk, "Wrong");
    Paper expired = paper(desk, "Expired");
    sql(
        "update pacegate.intake_link set created_at = now() - interval '20 days',"
            + " expires_at = now() - interval '1 day' where id = (select id from pacegate.intake_link order by created_at desc, id desc limit 1)");
    Paper replaced = paper(desk, "Revoked");
    sql(
        "update pacegate.intake_link set revoked_at = now(), revoked_by = created_by"
            + " where id = (select id from pacegate.intake_link order by created_at desc, id desc limit 1)");
    String guessed = wrongDate.address().replaceAll("[^/]*$", "A".repeat(43));

    List<String> answers = new ArrayList<>();
    answers.add(post(guessed, "17"));
    answers.add(post(expired.address(), "17"));
    answers.add(post(replaced.address(), "17"));
    answers.add(post(wrongDate.address(), "18"));
    answers.add(post(wrongDate.address(), ""));
    Assertions.assertThat(answers).allMatch(answer -> answer.contains("error-summary"));
    Assertions.assertThat(answers.stream().distinct()).hasSize(1);
    Assertions.assertThat(answers.get(0)).doesNotContain(wrongDate.token());
  }

  /** Headers that tell nothing about the link, then the body. */
  private static String post(String address, String day) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address.replaceAll("[?].*", "")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept-Language", "en")
                    .POST(HttpRequest.BodyPublishers.ofString("day=" + day + "&month=4&year=1990"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Assertions.assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    Assertions.assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    Assertions.assertThat(answer.headers().allValues("Set-Cookie"))
        .as("neither a session of the server nor one of the door")
        .noneMatch(cookie -> cookie.startsWith("pacegate"));
    return answer.statusCode() + answer.body();
  }

  @Test
  void R4_122_looking_changes_nothing_and_the_token_leaves_the_address(Browser browser)
      throws Exception {
    Paper paper = paper(desk(browser), "Looking");
    HttpClient scanner = HttpClient.newHttpClient();
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> seen =
          scanner.send(
              HttpRequest.newBuilder(URI.create(paper.address())).build(),
              HttpResponse.BodyHandlers.ofString());
      Assertions.assertThat(seen.statusCode()).isEqualTo(200);
      Assertions.assertThat(seen.body()).doesNotContain("Lena");
    }
    Phone phone = Phone.of(browser, "en-GB");
    phone.enter(paper.address());
    Assertions.assertThat(phone.page().url()).doesNotContain(paper.token());
  }
}
