package org.pacegate.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;

/** Finding a patient, and coming back to the list. */
@ExtendWith(Chromium.class)
class PatientListIT {

  private static final String NAME = "Featherstonehaugh";

  @Test
  void what_is_searched_for_is_in_no_address_and_the_back_button_leads_back(Page page) {
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    Demonstration.signIn(page, Demonstration.STAFF);
    page.navigate("/patient/index.xhtml");
    page.locator("#words").fill(NAME);
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("#words")).hasValue(NAME);

    page.locator("tbody a").click();
    page.waitForURL("**/patient/patient.xhtml**");
    page.goBack();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("#words")).hasValue(NAME);
    page.reload();
    assertThat(page.locator("tbody tr")).hasCount(1);

    page.locator("#words").fill("");
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(25);
    page.goBack();
    assertThat(page.locator("#words")).hasValue(NAME);
    assertThat(addresses).noneMatch(address -> address.contains(NAME));
  }

  @Test
  void a_search_of_another_session_shows_all_patients(Page page) {
    Demonstration.signIn(page, Demonstration.STAFF);
    page.navigate("/patient/index.xhtml?search=00000000-0000-0000-0000-000000000000");
    assertThat(page.locator("tbody tr")).hasCount(25);
    assertThat(page.locator("#words")).hasValue("");
  }
}
