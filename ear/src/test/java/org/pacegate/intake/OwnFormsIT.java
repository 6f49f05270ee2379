package org.pacegate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.clinic.TestClinic;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** Who may send a form of the desk (R0.58), and whose text the browser keeps (R4.22). */
@ExtendWith(Chromium.class)
class OwnFormsIT {

  private static TestClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = TestClinic.open();
  }

  private static Wire atTheDesk() {
    Wire wire = new Wire();
    wire.signIn(clinic.person(Role.STAFF));
    return wire;
  }

  private static String begin(Wire wire) {
    Answer list = wire.get("/intake/index.xhtml");
    return wire.post(list, "begin", Map.of("begin:new", "x")).location().replaceAll(".*id=", "");
  }

  private static String state(String intake) {
    return clinic.read("select state from intake where id = ?", Long.valueOf(intake));
  }

  /** Nothing says where these come from: as a page of another site would wish a browser to do. */
  @ParameterizedTest
  @CsvSource({"'', ''", "x, ''", "x, x", "-1:-1, AAAA"})
  void R0_58_a_forged_form_with_an_invented_view_state_does_nothing(String view, String token) {
    Wire wire = atTheDesk();
    String intake = begin(wire);
    String forged =
        Wire.encoded(
            Map.of(
                "intake", "intake",
                "intake_SUBMIT", "1",
                "discard", "x",
                "person-familyName", "Forged",
                "autosave", "x",
                "formToken", token,
                "jakarta.faces.ViewState", view));
    Answer answer =
        wire.send("POST", "/intake/intake.xhtml?id=" + intake + "&step=CONSENT", forged, Map.of());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).endsWith("/intake/intake.xhtml?id=" + intake + "&step=CONSENT");
    assertThat(state(intake)).isEqualTo("DRAFT");
    assertThat(wire.get("/intake/intake.xhtml?id=" + intake).body()).doesNotContain("Forged");
  }

  @Test
  void R0_58_the_token_of_another_session_does_nothing() {
    Wire wire = atTheDesk();
    String intake = begin(wire);
    Wire other = atTheDesk();
    String token = Wire.fields(other.get("/intake/index.xhtml"), "begin").get("formToken");
    Answer page = wire.get("/intake/intake.xhtml?id=" + intake + "&step=CONSENT");
    Answer refused = wire.post(page, "intake", Map.of("discard", "x", "formToken", token));

    assertThat(refused.status()).isEqualTo(303);
    assertThat(state(intake)).isEqualTo("DRAFT");
    assertThat(wire.post(page, "intake", Map.of("discard", "x")).location())
        .contains("/intake/index.xhtml");
    assertThat(state(intake)).isEqualTo("DISCARDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA"})
  void R0_58_a_post_without_the_pages_nonce_does_nothing(String nonce) {
    Wire wire = atTheDesk();
    String intake = begin(wire);
    Answer page = wire.get("/intake/intake.xhtml?id=" + intake + "&step=CONSENT");
    Answer refused = wire.post(page, "intake", Map.of("discard", "x", "primefaces.nonce", nonce));

    assertThat(refused.status()).isEqualTo(303);
    assertThat(refused.location()).startsWith("/intake/intake.xhtml?");
    assertThat(state(intake)).isEqualTo("DRAFT");
  }

  @Test
  void R0_62_good_news_waits_for_the_next_page_whatever_is_asked_in_between() {
    Wire wire = atTheDesk();
    String first = begin(wire);
    String other = begin(wire);
    Answer open = wire.get("/intake/intake.xhtml?id=" + other + "&step=PERSON");
    Answer page = wire.get("/intake/intake.xhtml?id=" + first + "&step=CONSENT");
    assertThat(wire.post(page, "intake", Map.of("discard", "x")).location())
        .contains("/intake/index.xhtml");

    Map<String, String> partial =
        Map.of(
            "jakarta.faces.partial.ajax", "true",
            "jakarta.faces.source", "autosave",
            "jakarta.faces.partial.execute", "@all",
            "jakarta.faces.partial.render", "shown");
    Answer saved = wire.post(open, "intake", partial, Map.of("Faces-Request", "partial/ajax"));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body()).doesNotContain("has been discarded");

    assertThat(wire.get("/intake/index.xhtml").body()).contains("The intake has been discarded.");
    assertThat(wire.get("/intake/index.xhtml").body()).doesNotContain("has been discarded");
  }

  @Test
  void R0_58_a_forged_decision_on_a_screening_does_nothing() {
    Wire wire = atTheDesk();
    Answer refused =
        wire.send(
            "POST",
            "/screening/screening.xhtml?id=1",
            Wire.encoded(Map.of("result", "result", "takeOver", "x", "result_SUBMIT", "1")),
            Map.of("Faces-Request", "partial/ajax"));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void R4_22_text_kept_in_the_browser_is_gone_at_sign_out(Browser browser) {
    PaperClinic paper = PaperClinic.open();
    Desk desk = Desk.of(browser, paper, "en-GB");
    String intake = desk.begin();
    desk.open(intake, "COMPLAINT");
    String kept = "sessionStorage.getItem('pacegate-kept')";
    String keep =
        "account => sessionStorage.setItem('pacegate-kept',"
            + " JSON.stringify({account, pages: {'/x.xhtml': {x: {sent: false, fields: []}}}}))";
    desk.page().evaluate(keep, "somebody else");
    desk.page().navigate("/worklist/index.xhtml");
    assertThat(desk.page().evaluate(kept)).isNull();

    desk.page().evaluate(keep, paper.login("desk"));
    desk.page().navigate("/patient/index.xhtml");
    assertThat(desk.page().evaluate(kept)).isNotNull();
    desk.page().locator("details.account summary").click();
    desk.at("account:signOut").click();
    PlaywrightAssertions.assertThat(desk.at("signIn:login")).isVisible();
    assertThat(desk.page().evaluate(kept)).isNull();
  }

  /** A link on another site is followed with the cookie: SameSite=Lax sends it. */
  @Test
  void R0_58_a_link_changes_no_intake() throws SQLException {
    PaperClinic paper = PaperClinic.open();
    long patient = paper.patientOf(paper.awaitingDiagnosis("Linked", "en"));
    Wire wire = new Wire();
    wire.signIn(paper.login("desk"), PaperClinic.PASSWORD, "/signin.xhtml");
    String intake = begin(wire);
    String address = "/intake/intake.xhtml?id=" + intake + "&step=PERSON";
    Map<String, String> typed = Map.of("person-familyName", "Linked", "autosave", "x");
    wire.post(wire.get(address), "intake", typed);
    String before = record(intake);
    assertThat(before).contains("Linked");

    Map<String, String> own = Wire.fields(wire.get(address), "intake");
    for (String asked : List.of("usePatient", "notSame")) {
      String link = address + "&" + asked + "=" + patient;
      String formed = "&intake=intake&intake_SUBMIT=1&jakarta.faces.ViewState=";
      wire.get(link);
      wire.get(link + formed + "stateless");
      wire.get(link + formed + "AAAA");
      wire.get(link + "&" + Wire.encoded(own));
      wire.send("HEAD", link + "&" + Wire.encoded(own), null, Map.of());
      assertThat(record(intake)).as(asked).isEqualTo(before);
    }

    Answer page = wire.get(address);
    wire.post(page, "intake", Map.of("usePatient", Long.toString(patient)));
    assertThat(record(intake)).isNotEqualTo(before).contains("\"patient_id\": " + patient);
  }

  /** Everything that is on record of an intake. */
  private static String record(String intake) throws SQLException {
    try (Connection superuser = PacegateServer.get().superuser();
        PreparedStatement query =
            superuser.prepareStatement(
                """
                select to_jsonb(i)::text || (select coalesce(string_agg(e::text, ' ' order by e::text), '')
                    from pacegate.intake_entry e
                    where e.clinic_id = i.clinic_id and e.intake_id = i.id)
                  from pacegate.intake i where i.id = ?""")) {
      query.setLong(1, Long.parseLong(intake));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
