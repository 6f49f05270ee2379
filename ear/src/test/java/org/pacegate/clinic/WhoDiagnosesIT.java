package org.pacegate.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** From a licence that is looked up to a policy that is signed (R11.80 to R11.82, R6.28). */
@ExtendWith(Chromium.class)
class WhoDiagnosesIT {

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));

  private final PaperClinic clinic = PaperClinic.open();

  @Test
  void R11_80_an_administrator_keeps_the_ledger(Browser browser) {
    Visit admin = Visit.ofRole(browser, clinic.login("admin"), "en-GB", "clinic");
    Page page = admin.page();
    page.navigate("/clinic/licences.xhtml");
    page.locator("[id='licence:practitioner']")
        .selectOption(
            page.locator("option", new Page.LocatorOptions().setHasText(clinic.login("therapist")))
                .getAttribute("value"));
    page.getByLabel("Physiotherapist").check();
    admin.at("licence:number").fill("PT-1");
    admin.at("licence:authority").fill("Council");
    date(admin, "licence:validFrom", today.minusYears(1));
    date(admin, "licence:validTo", today.plusDays(6));
    admin.at("licence:jurisdiction").fill("Spain");
    admin.at("licence:record").click();
    assertThat(admin.at("licence:jurisdictionError")).containsText("ISO 3166");
    assertThat(admin.at("licence:number")).hasValue("PT-1");
    admin.at("licence:jurisdiction").fill("es");
    admin.at("licence:record").click();
    assertThat(page.locator(".notice.good")).containsText("recorded");

    page.navigate("/clinic/index.xhtml");
    assertThat(page.locator("main .notice")).containsText("Ends within 7 days");
    admin.picture("licences-ending");
    page.locator("main .notice a").click();
    page.waitForURL("**/clinic/licence.xhtml?licence=*");
    admin.at("verify:do").click();
    assertThat(admin.at("verify:verificationError")).containsText("what you saw");
    admin.at("verify:verification").fill("Public register of the Council: no restrictions.");
    admin.at("verify:do").click();
    assertThat(page.locator("main")).containsText("no restrictions");
    assertThat(admin.at("verify:do")).hasCount(0);

    admin.at("add:proof").setInputFiles(file("licence.pdf", "<html>not what it says</html>"));
    admin.at("add:do").click();
    assertThat(admin.at("add:proofError")).containsText("whatever its name says");
    admin.at("add:proof").setInputFiles(file("../licence.exe", "%PDF-1.7 seen"));
    admin.at("add:do").click();
    assertThat(page.locator(".notice.good")).containsText("kept");
    admin.picture("licence");
    Download saved =
        page.waitForDownload(() -> page.locator("[id^='proofs'][type='submit']").click());
    assertThat(saved.suggestedFilename()).matches("licence-\\d+-proof-\\d+\\.pdf");
    admin.expectQuiet();
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.US_ASCII));
  }

  private static void date(Visit visit, String id, LocalDate day) {
    visit.at(id).fill(Integer.toString(day.getDayOfMonth()));
    visit.at(id + "-month").fill(Integer.toString(day.getMonthValue()));
    visit.at(id + "-year").fill(Integer.toString(day.getYear()));
  }

  @Test
  void R6_28_a_policy_is_drafted_by_one_and_signed_by_another(Browser browser) {
    Visit admin = Visit.ofRole(browser, clinic.login("admin"), "es-ES", "clinic");
    Page page = admin.page();
    page.locator("main a[href*='policies']").click();
    page.waitForURL("**/diagnosis/policies.xhtml*");
    admin.at("draft:jurisdiction").fill("ES");
    page.locator("[name='draft:who'][value='PHYSICIAN_OR_DIRECT_ACCESS_PT']").check();
    admin.at("draft:maxDays").fill("30");
    admin.at("draft:provisionalDays").fill("15");
    admin.at("draft:reason").fill("Acordado en la reunión de junio.");
    admin.at("draft:save").click();
    assertThat(admin.at("draft:provisionalDaysError")).containsText("14");
    assertThat(admin.at("draft:reason")).hasValue("Acordado en la reunión de junio.");
    admin.at("draft:provisionalDays").fill("14");
    admin.picture("policies-es");
    admin.at("draft:save").click();
    page.waitForURL("**/diagnosis/policy.xhtml?policy=*");
    assertThat(admin.at("sign:do")).hasCount(0);
    assertThat(page.locator("main")).containsText("Espera a un médico");

    Visit physician = Visit.of(browser, clinic.login("physician"), "en-GB");
    Page read = physician.page();
    read.navigate("/diagnosis/inbox.xhtml");
    read.locator("a[href*='policies']").click();
    assertThat(physician.at("draft:save")).hasCount(0);
    read.locator("main td a").first().click();
    read.waitForURL("**/diagnosis/policy.xhtml?policy=*");
    date(physician, "sign:effectiveFrom", today);
    physician.at("sign:password").fill(PaperClinic.PASSWORD);
    physician.at("sign:do").click();
    assertThat(physician.at("sign:effectiveFromError")).containsText("never reaches back");
    physician.picture("policy-to-sign");
    date(physician, "sign:effectiveFrom", today.plusDays(1));
    physician.at("sign:password").fill(PaperClinic.PASSWORD);
    physician.at("sign:do").click();
    assertThat(read.locator("main")).containsText("Signed by");
    assertThat(physician.at("sign:do")).hasCount(0);
    physician.picture("policy-signed");
    physician.expectQuiet();
    admin.expectQuiet();
  }
}
