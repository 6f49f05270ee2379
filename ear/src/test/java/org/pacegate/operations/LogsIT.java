package org.pacegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.clinic.TestClinic;
import org.pacegate.clinic.Wire;
import org.pacegate.domain.clinic.Role;
import org.pacegate.gate.Rows;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** What the logs tell, and what they keep to themselves. */
@ExtendWith(Chromium.class)
class LogsIT {

  private static final String NAME = "Qwvxzname";
  private static final String WORDS = "Qwvxzwords";

  @Test
  void a_log_record_and_the_audit_carry_the_number_of_the_same_request() throws IOException {
    TestClinic clinic = TestClinic.open();
    TestClinic.Person ben = clinic.person(Role.STAFF);
    clinic.change("update account set password_hash = 'garbled' where id = ?", ben.accountId());

    Wire.Answer refused = new Wire().signIn(ben.login(), TestClinic.PASSWORD, "/signin.xhtml");
    assertThat(refused.status()).isEqualTo(200);

    List<String> requests =
        Rows.of(
            "select request_id from audit.event where entity_id = ? and entity = 'Account'",
            ben.accountId());
    assertThat(requests).hasSize(1);
    assertThat(Files.readString(logs().resolve("messages.log")).lines())
        .anyMatch(
            record ->
                record.contains("password.hashNotReadable")
                    && record.contains("\"ext_requestId\":\"" + requests.get(0) + "\""));
  }

  @Test
  void what_is_typed_at_the_desk_is_in_no_log(Browser browser) throws IOException {
    Page page = Visit.of(browser, PaperClinic.open().login("desk"), "en").page();
    page.navigate("/intake/index.xhtml");
    page.locator("[id='begin:new']").click();
    page.waitForURL("**/intake.xhtml?id=*");
    page.locator("#person-familyName").fill(NAME);
    page.locator("#person-birthDate").fill("31");
    page.locator("#person-birthDate-month").fill("2");
    page.locator("#person-birthDate-year").fill("1990");
    page.locator("#continue").click();
    page.locator(".error-summary, .field-error").first().waitFor();
    page.navigate(page.url().replaceAll("&step=.*", "") + "&step=COMPLAINT");
    page.locator("#complaint-words").fill(WORDS + " " + "long".repeat(4_000));
    page.locator("#continue").click();
    page.locator(".error-summary, .field-error").first().waitFor();
    page.navigate("/patient/index.xhtml");
    page.locator("#words").fill(NAME);
    page.keyboard().press("Enter");
    page.waitForURL("**search=**");

    assertThat(Rows.of("select 1 from intake_entry where value = ?", NAME)).hasSize(1);
    try (Stream<Path> files = Files.walk(logs())) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
            .as(log.toString())
            .doesNotContain(NAME)
            .doesNotContain(WORDS);
      }
    }
  }

  private static Path logs() {
    return PacegateServer.get().dataDirectory().resolve("logs");
  }
}
