package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;
import org.pacegate.gate.Rows;
import org.pacegate.testing.PaperClinic;

/** R0.51: what is no failure of the server is not answered as one. */
class ErrorPagesIT {

  private final Wire wire = new Wire();

  @Test
  void a_page_that_was_closed_on_the_server_says_so() {
    wire.signIn(TestClinic.open().person(Role.STAFF));
    Answer page = wire.get("/account/password.xhtml");
    Answer expired =
        wire.post(
            page,
            "sessions",
            Map.of("jakarta.faces.ViewState", "AAAA", "sessions:everywhere", "x"));
    assertThat(expired.status()).isEqualTo(403);
    assertThat(expired.body()).contains("This page was open too long").contains("</html>");
    assertThat(wayBack(expired)).isEqualTo("/account/password.xhtml");
  }

  @ParameterizedTest
  @CsvSource({
    "/account/password.xhtml?record=17&act=X, /account/password.xhtml?record=17&act=X",
    "https://evil.example/a.xhtml, /",
    "//evil.example/a.xhtml, /",
    "javascript:alert(1), /",
    "'', /"
  })
  void R11_53_the_way_back_has_the_record_and_leads_to_no_other_site(String posted, String back) {
    wire.signIn(TestClinic.open().person(Role.STAFF));
    Answer page = wire.get("/account/password.xhtml?record=17&act=X");
    Answer expired =
        wire.post(
            page,
            "sessions",
            Map.of("jakarta.faces.ViewState", "AAAA", "pageAddress", posted, "x", "x"));
    assertThat(expired.status()).isEqualTo(403);
    assertThat(wayBack(expired)).isEqualTo(back);
  }

  @Test
  void R11_53_an_address_says_nothing_of_the_page_that_it_leads_to() {
    wire.signIn(TestClinic.open().person(Role.STAFF));
    Answer page = wire.get("/account/password.xhtml?pageAddress=javascript:alert(1)");
    assertThat(Wire.fields(page, "session").get("pageAddress"))
        .startsWith("/account/password.xhtml?pageAddress=");
  }

  private static String wayBack(Answer page) {
    Matcher link = Pattern.compile("id=\"again\"[^>]*href=\"([^\"]*)\"").matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void what_the_services_decline_is_said_in_a_sentence() {
    PaperClinic clinic = PaperClinic.open();
    long episode = clinic.awaitingDiagnosis("Wordsworth", "en");
    wire.signIn(clinic.login("physician"), PaperClinic.PASSWORD, "/signin.xhtml");
    Answer page = wire.get("/diagnosis/diagnosis.xhtml?episode=" + episode);

    Answer declined =
        wire.post(page, "sign", Map.of("sign:autosave", "x", "sign:words", "long ".repeat(50_000)));

    assertThat(declined.status()).isEqualTo(409);
    assertThat(declined.body()).contains("This is not possible now").contains("</html>");
  }

  @Test
  void a_form_without_its_version_or_with_a_role_twice_is_no_failure() {
    TestClinic clinic = TestClinic.open();
    wire.signIn(clinic.person(Role.ADMIN));
    TestClinic.Person ben = clinic.person(Role.STAFF);
    Answer page = wire.get("/clinic/person.xhtml?account=" + ben.accountId());
    Map<String, String> fields = new HashMap<>(Wire.fields(page, "grant"));
    fields.put("grant:version", "");
    fields.put("grant:save", "x");
    String twice = Wire.encoded(fields) + "&grant%3Aroles=STAFF&grant%3Aroles=STAFF";

    Answer answer = wire.send("POST", "/clinic/person.xhtml", twice, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Somebody else changed this since you opened it.");
  }

  @Test
  void r9_11_who_is_refused_a_page_or_a_record_is_in_the_audit() {
    TestClinic clinic = TestClinic.open();
    TestClinic.Person ben = clinic.person(Role.STAFF);
    long foreign = PaperClinic.open().awaitingDiagnosis("Wordsworth", "en");
    wire.signIn(ben);

    assertThat(wire.get("/clinic/audit.xhtml").status()).isEqualTo(403);
    assertThat(wire.get("/patient/patient.xhtml?id=" + foreign + "&words=Ruiz").status())
        .isEqualTo(404);

    assertThat(
            Rows.of(
                "select outcome || ' ' || detail from audit.event"
                    + " where practitioner_id = ? and entity = 'Request' order by id",
                ben.practitionerId()))
        .containsExactly(
            "REFUSED forbidden GET /clinic/audit.xhtml",
            "REFUSED missing GET /patient/patient.xhtml id=" + foreign);
  }

  @Test
  void r9_11_a_stranger_is_no_event_of_a_clinic() {
    String events = "select count(*) from audit.event where entity = 'Request' and detail like ?";
    String page = "%/clinic/lapse.xhtml id=8888%";

    wire.get("/clinic/lapse.xhtml?id=8888");

    assertThat(Rows.of(events, page)).containsExactly("0");
  }
}
