package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/** Signing, what is kept of it, and correcting an answer (R4.93 to R4.95). */
@ExtendWith(Chromium.class)
class IntakeResponseIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void draw(Desk desk) {
    BoundingBox field = desk.page().locator(".pen-field").boundingBox();
    var mouse = desk.page().mouse();
    mouse.move(field.x + 20, field.y + 60);
    mouse.down();
    for (int step = 1; step <= 20; step++) {
      mouse.move(field.x + 20 + step * 10, field.y + (step % 2 == 0 ? 30 : 90));
    }
    mouse.up();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_93_signed_by_hand_kept_opened_and_corrected(String language, Browser browser) {
    Desk desk = Desk.of(browser, clinic, language);
    String tag = language.substring(0, 2);
    String intake = desk.typeAll("Drawn" + tag, tag);
    desk.at("consent-signature").fill("");
    desk.page().locator(".pen-field").scrollIntoViewIfNeeded();
    draw(desk);
    desk.visit().awaitSaved();
    desk.visit().expectAccessible();
    desk.visit().picture("intake-signed-" + tag);
    desk.submit();

    desk.page().navigate("/intake/intake.xhtml?id=" + intake);
    desk.visit().expectAccessible();
    desk.visit().picture("intake-kept-" + tag);
    expectPdf(desk, intake);

    desk.page().navigate("/intake/amend.xhtml?id=" + intake);
    desk.visit().expectAccessible();
    desk.page().navigate("/intake/amend.xhtml?id=" + intake + "&field=answer.CES-1");
    desk.at("answer-code").selectOption("YES");
    desk.at("reason").fill("misheard");
    desk.visit().expectAccessible();
    desk.visit().picture("intake-amend-" + tag);
    desk.at("amend").click();
    desk.page().waitForURL("**/intake/intake.xhtml?id=*");
    assertThat(desk.page().locator("table tbody tr")).hasCount(1);
    assertThat(desk.at("again")).isVisible();
    desk.visit().picture("intake-amended-" + tag);
    desk.visit().expectQuiet();
  }

  /** What the link gives is the file whose hash the page shows, for this reader and once. */
  private static void expectPdf(Desk desk, String intake) {
    APIResponse pdf = desk.page().request().get(desk.at("pdf").getAttribute("href"));
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.headers())
        .containsEntry("content-type", "application/pdf")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY");
    // The server adds what concerns the session's cookie.
    assertThat(pdf.headers().get("cache-control").split(", ", -1)).contains("no-store");
    assertThat(pdf.headers().get("content-disposition"))
        .isEqualTo(
            "inline;filename=\"intake-%1$s.pdf\"; filename*=UTF-8''intake-%1$s.pdf"
                .formatted(intake));
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(desk.page().locator("dl.facts code").first()).hasText(Sha256.of(pdf.body()));
    assertThat(pdf.body()).hasSizeLessThan(100 * 1024);
    PacegateServer.get()
        .figures()
        .add("PDF of an intake: %d kB".formatted(pdf.body().length / 1024));
  }

  @Test
  void R4_93_without_script_the_name_is_enough(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.typeAll("Plain", "en");
    desk.at("consent-signature").fill("");
    desk.at("consent-given").uncheck();
    desk.visit().awaitSaved();
    try (BrowserContext plain =
        browser.newContext(
            Chromium.context("en-GB")
                .setJavaScriptEnabled(false)
                .setStorageState(desk.page().context().storageState()))) {
      Page page = plain.newPage();
      page.navigate("/intake/intake.xhtml?id=" + intake + "&step=CONSENT");
      assertThat(page.locator(".pen-field")).isHidden();
      page.locator("#consent-given").check();
      page.locator("#consent-signature").fill("Ana Plain");
      page.locator("#submit").click();
      page.waitForURL("**/screening/screening.xhtml?id=*");
    }
    desk.page().navigate("/intake/intake.xhtml?id=" + intake);
    expectPdf(desk, intake);
  }

  private static Page correction(Desk desk, String intake) {
    Page page = desk.page().context().newPage();
    page.navigate("/intake/amend.xhtml?id=" + intake + "&field=answer.CES-1");
    return page;
  }

  @Test
  void R4_95_a_correction_needs_a_reason_and_counts_once(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.typeAll("Twice", "en");
    desk.submit();
    Page late = correction(desk, intake);
    Page page = correction(desk, intake);
    page.locator("#answer-code").selectOption("YES");
    page.locator("#amend").click();
    assertThat(page.locator("#reasonError")).hasText("Write down the reason.");
    assertThat(page.locator("#answer-code")).hasValue("YES");
    page.locator("#reason").fill("misheard");
    page.locator("#amend").dblclick();
    page.waitForURL("**/intake/intake.xhtml?id=*");
    assertThat(page.locator("table tbody tr")).hasCount(1);

    late.locator("#answer-code").selectOption("UNSURE");
    late.locator("#reason").fill("said otherwise");
    late.locator("#amend").click();
    assertThat(late.locator(".error-summary")).containsText("Somebody corrected this answer");
    assertThat(late.locator("#reason")).hasValue("said otherwise");
    page.reload();
    assertThat(page.locator("table tbody tr")).hasCount(1);

    late.locator("#amend").click();
    late.waitForURL("**/intake/intake.xhtml?id=*");
    assertThat(late.locator("table tbody tr")).hasCount(2);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_94_another_clinic_finds_nothing(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    String intake = desk.typeAll("Closed", "en");
    desk.submit();
    APIRequestContext other =
        Visit.of(browser, PaperClinic.open().login("desk"), "en-GB").page().request();
    for (String path : List.of("response", "amend", "intake")) {
      String address = "/intake/" + path + ".xhtml?id=";
      assertThat(other.get(address + intake).status()).as(path).isEqualTo(404);
      assertThat(desk.page().request().get(address + "999999999").status()).isEqualTo(404);
    }
  }

  @Test
  void R4_93_an_unsigned_consent_is_not_submitted_and_says_how(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Unsigned", "en");
    desk.at("consent-signature").fill("");
    desk.at("submit").click();
    assertThat(desk.page().locator(".error-summary")).containsText("not signed");
    desk.visit().expectAccessible();
  }
}
