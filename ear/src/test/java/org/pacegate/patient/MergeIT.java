package org.pacegate.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** Two records of one person become one in the browser, and two again. */
@ExtendWith(Chromium.class)
class MergeIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, same birth date, Choose the name that is right., The two records are one now., Both records are as they were.",
    "es-ES, misma fecha de nacimiento, Elija el nombre correcto., Las dos historias son ahora una., Ambas historias están como estaban."
  })
  void R2_51_R2_53_recordsBecomeOneAndTwoAgain(
      String language, String same, String choose, String done, String undone, Browser browser) {
    String family = "Mergewood" + language.substring(0, 2);
    long stays = clinic.patientOf(clinic.awaitingDiagnosis(family, "en"));
    long goes = clinic.patientOf(clinic.awaitingDiagnosis(family.replace("woo", "wou"), "es"));
    Visit visit = Visit.of(browser, clinic.login("physician"), language);
    Page page = visit.page();

    page.navigate("/patient/patient.xhtml?id=" + stays);
    page.locator("a[href*='merge.xhtml']").click();
    // Everybody of this clinic on paper has the same birth date and phone.
    Locator other = page.locator(".candidate:has(a[href*='b=" + goes + "'])");
    assertThat(other).containsText(same);
    visit.picture("merge-same-" + language.substring(0, 2));
    other.locator("a").click();
    page.waitForURL("**b=" + goes + "**");
    visit.picture("merge-" + language.substring(0, 2));

    assertThat(page.locator("input[name='merge:survivor'][value=ONE]")).isChecked();
    assertThat(page.locator("input[name='merge:LANGUAGE'][value=OTHER]")).isChecked();
    assertThat(page.locator("input[name='merge:NAME']:checked")).hasCount(0);
    page.locator("input[name='merge:survivor'][value=OTHER]").check();
    visit.at("merge:go").click();
    assertThat(visit.news()).contains(choose);
    assertThat(visit.at("merge:NAMEField").locator(".field-error")).hasText(choose);
    assertThat(page.locator(".field-error:visible")).hasCount(5);
    assertThat(page.locator("input[name='merge:survivor'][value=OTHER]")).isChecked();
    visit.picture("merge-refused-" + language.substring(0, 2));
    page.locator("input[name='merge:survivor'][value=ONE]").check();
    page.locator("input[name='merge:NAME'][value=OTHER]").check();
    page.locator("input[name='merge:LANGUAGE'][value=ONE]").check();
    page.locator("input[name^='merge:episode'][value=KEEP]").first().check();
    page.locator("input[name^='merge:episode'][value=CLOSE]").last().check();
    visit.at("merge:closingReason").fill("The same complaint, taken down twice");
    visit.at("merge:mergeReason").fill("Identity card compared");
    visit.at("merge:confirmed").check();
    visit.at("merge:go").click();
    page.waitForURL("**/patient/patient.xhtml?id=" + stays);
    assertThat(page.locator("[id='errors']")).containsText(done);
    assertThat(page.locator(".episode, article.card")).hasCount(2);
    visit.picture("merge-survivor-" + language.substring(0, 2));

    page.navigate("/patient/patient.xhtml?id=" + goes);
    assertThat(page.locator(".notice.u2").first())
        .containsText(family.replace("woo", "wou").toUpperCase(Locale.ROOT));
    visit.picture("merge-merged-" + language.substring(0, 2));
    visit.at("undo:undoReason").fill("Two sisters");
    visit.at("undo:takeBack").click();
    assertThat(page.locator("[id='errors']")).containsText(undone);
    assertThat(page.locator("article.card")).hasCount(1);
    visit.expectQuiet();
  }

  @Test
  void R2_53_aNameThatIsGivenUpStaysOnThePageAndFindsThePatient(Browser browser) {
    long patient = clinic.patientOf(clinic.awaitingDiagnosis("Beforeham", "en"));
    Visit visit = Visit.of(browser, clinic.login("desk"), "en-GB");
    Page page = visit.page();
    page.navigate("/patient/name.xhtml?id=" + patient);
    visit.at("rename:familyName").fill("Afterham");
    page.locator("input[name='rename:why'][value=CHANGED]").check();
    visit.picture("rename");
    visit.at("rename:save").click();
    page.waitForURL("**/patient/patient.xhtml?id=" + patient);
    assertThat(page.locator("dl.facts").first()).containsText("BEFOREHAM");

    page.navigate("/patient/index.xhtml");
    page.locator("#words").fill("Beforeham");
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr")).containsText("AFTERHAM");
    visit.expectQuiet();
  }

  @Test
  void R2_54_anotherPhoneStandsAndTheOneBeforeIsShown(Browser browser) {
    long patient = clinic.patientOf(clinic.awaitingDiagnosis("Phoneham", "en"));
    Visit visit = Visit.of(browser, clinic.login("desk"), "en-GB");
    Page page = visit.page();
    page.navigate("/patient/patient.xhtml?id=" + patient);
    page.locator("a[href*='/patient/contact']").click();
    visit.at("reach:phone").fill("call me <script>");
    visit.at("reach:save").click();
    assertThat(visit.at("reach:phoneError")).containsText("no phone number");
    assertThat(visit.at("reach:phone")).hasValue("call me <script>");
    visit.at("reach:phone").fill("+34 600 777 888");
    visit.at("reach:email").fill("phoneham@example.org");
    visit.picture("contact");
    visit.at("reach:save").click();
    page.waitForURL("**/patient/patient.xhtml?id=" + patient);
    assertThat(visit.at("knownAs")).containsText("+34 600 777 888");
    page.navigate("/patient/contact.xhtml?id=" + patient);
    visit.at("reach:phone").fill("+34 600 777 889");
    visit.at("reach:save").click();
    page.waitForURL("**/patient/patient.xhtml?id=" + patient);
    assertThat(visit.at("knownAs")).containsText("+34 600 777 889");
    assertThat(visit.at("knownAs")).containsText("Reached before at");
    assertThat(visit.at("knownAs")).containsText("+34 600 777 888");
    visit.picture("patient-contact");
    visit.expectAccessible();
    visit.expectQuiet();
  }

  @Test
  void R2_36_aMergeThatStaysSaysWhatIsNew(Browser browser) {
    long stays = clinic.patientOf(clinic.awaitingDiagnosis("Keepham", "en"));
    long episode = clinic.awaitingDiagnosis("Keapham", "en");
    long goes = clinic.patientOf(episode);
    Visit visit = Visit.of(browser, clinic.login("desk"), "en-GB");
    Page page = visit.page();
    page.navigate("/patient/merge.xhtml?a=" + stays + "&b=" + goes);
    page.locator("input[name='merge:NAME'][value=ONE]").check();
    for (var kept : page.locator("input[name^='merge:episode'][value=KEEP]").all()) {
      kept.check();
    }
    assertThat(page.locator("input[name^='merge:episode'][value=CLOSE]")).hasCount(0);
    visit.at("merge:mergeReason").fill("Says so");
    visit.at("merge:confirmed").check();
    visit.at("merge:go").click();
    page.waitForURL("**/patient/patient.xhtml?id=" + stays);
    page.locator("[id='start:complaint']").click();
    page.waitForURL("**/intake/**");

    page.navigate("/patient/patient.xhtml?id=" + goes);
    visit.at("undo:undoReason").fill("Two people");
    visit.at("undo:takeBack").click();
    assertThat(visit.news()).contains("an intake");
    assertThat(visit.at("undo:undoReason")).hasValue("Two people");
  }
}
