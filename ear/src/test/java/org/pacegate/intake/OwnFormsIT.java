package org.pacegate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.clinic.TestClinic;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;
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
    desk.page()
        .evaluate(
            "sessionStorage.setItem('pacegate-intake',"
                + " JSON.stringify({account: 'somebody else', owner: 'x', fields: []}))");
    desk.page().navigate("/worklist/index.xhtml");
    assertThat(desk.page().evaluate("sessionStorage.getItem('pacegate-intake')")).isNull();

    desk.page()
        .evaluate(
            "account => sessionStorage.setItem('pacegate-intake',"
                + " JSON.stringify({account, owner: 'x', fields: []}))",
            paper.login("desk"));
    desk.page().locator("details.account summary").click();
    desk.at("account:signOut").click();
    PlaywrightAssertions.assertThat(desk.at("signIn:login")).isVisible();
    assertThat(desk.page().evaluate("sessionStorage.getItem('pacegate-intake')")).isNull();
  }
}
