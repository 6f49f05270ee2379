package org.pacegate.questionnaire;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.clinic.TestClinic;
import org.pacegate.domain.clinic.Role;
import org.pacegate.testing.Chromium;

@ExtendWith(Chromium.class)
class QuestionnairesIT {

  private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

  private final TestClinic clinic = TestClinic.open();

  @Test
  void R4_78_R4_158_a_questionnaire_is_checked_kept_put_to_use_and_retired(Page page)
      throws IOException {
    open(page, "questionnaires");
    assertThat(page.locator("tbody")).containsText("Back pain: questions that must not wait");
    picture(page, "questionnaires");

    check(
        page,
        file("1")
            .replace(
                "\"enableWhen\": [{\"question\": \"hurts\"",
                "\"enableWhen\": [{\"question\": \"hurt\""));
    assertThat(page.locator("[id='report']")).containsText("Questionnaire.item[1]");
    assertThat(page.locator("[id='report']"))
        .containsText("A condition looks at an item that does not exist");
    picture(page, "questionnaire-refused");

    check(page, file("1"));
    assertThat(page.locator("[id='report']")).containsText("This file can be loaded");
    assertThat(page.locator("[id='report']")).containsText("none, it is new");
    assertThat(clinic.read("select count(*)::text from questionnaire")).isEqualTo("0");
    page.locator("[id='keep:load']").click();
    assertThat(page.locator(".error-summary")).containsText("Say why the clinic may use it");
    page.locator("[id='keep:licence']").fill("Our own words.");
    page.locator("[id='keep:load']").click();
    assertThat(page.locator(".notice.good")).containsText("kept as a draft");
    assertThat(state("1")).isEqualTo("DRAFT");

    page.getByText("Knee check").first().click();
    page.locator("[id='use:activate']").click();
    assertThat(page.locator(".error-summary")).containsText("Say of whom it is asked");
    whom(page, "REGIONS");
    page.locator("[id='use:activate']").click();
    assertThat(page.locator(".error-summary")).containsText("at least one region");
    assertThat(state("1")).isEqualTo("DRAFT");
    whom(page, "REGIONS");
    page.locator("input[name='use:regions'][value='KNEE']").check(FORCED);
    page.locator("[id='use:activate']").click();
    assertThat(page.locator(".notice.good")).containsText("in use");
    picture(page, "questionnaire-in-use");
    whom(page, "EVERYBODY");
    page.locator("[id='use:again']").check();
    page.locator("[id='use:askOf']").click();
    assertThat(page.locator(".notice.good")).containsText("From now on");
    assertThat(page.locator("input[name='use:whom'][value='EVERYBODY']")).isChecked();
    assertThat(state("1")).isEqualTo("ACTIVE");

    page.navigate("/clinic/questionnaires.xhtml");
    check(page, file("2").replace("Does it hurt now?", "Does it hurt today?"));
    assertThat(page.locator("[id='report']")).containsText("is changed");
    page.locator("[id='keep:licence']").fill("Our own words.");
    page.locator("[id='keep:load']").click();
    assertThat(page.locator(".notice.good")).containsText("kept as a draft");
    page.navigate("/clinic/questionnaire.xhtml?form=knee-check&version=2");
    assertThat(page.locator("input[name='use:whom'][value='EVERYBODY']")).isChecked();
    page.locator("[id='use:activate']").click();
    assertThat(page.locator(".notice.good")).containsText("in use");
    assertThat(state("1")).isEqualTo("RETIRED");
    page.locator("[id='use:retire']").click();
    assertThat(page.locator(".notice.good")).containsText("retired");
    assertThat(state("2")).isEqualTo("RETIRED");

    page.navigate("/clinic/questionnaire.xhtml?form=knee-check&version=1");
    assertThat(page.locator(".questions")).containsText("Does it hurt now?");
    assertThat(
            clinic.read(
                "select string_agg(detail, '; ' order by no) from (select detail, row_number()"
                    + " over () as no from audit.events_of_clinic(null, null, 200)"
                    + " where entity = 'Questionnaire' and action in ('CREATE', 'CHANGE')) e"))
        .contains("knee-check 1 loaded")
        .contains("knee-check 1 put to use")
        .contains("knee-check 1 is asked of KNEE;")
        .contains("knee-check 1 is asked of everybody, again when screened again")
        .contains("knee-check 1 retired for version 2")
        .contains("knee-check 2 retired");
  }

  @Test
  void R4_91_sample_answers_show_what_would_be_asked_and_what_a_change_removes(Page page)
      throws IOException {
    open(page, "questionnaires");
    check(page, file("1"));
    page.locator("[id='keep:licence']").fill("Our own words.");
    page.locator("[id='keep:load']").click();
    assertThat(page.locator(".notice.good")).containsText("kept as a draft");
    page.navigate("/clinic/questionnaire.xhtml?form=knee-check&version=1");
    assertThat(asked(page, "far")).isHidden();

    List<String> posts = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            posts.add(request.url());
          }
        });
    page.locator("[data-question='hurts'] input").first().focus();
    page.keyboard().press("Space");
    assertThat(asked(page, "far")).isVisible();
    assertThat(asked(page, "early")).isHidden();
    page.locator("[data-question='far'] input").fill("3");
    assertThat(asked(page, "early")).isVisible();
    page.locator("[data-question='early'] input").fill("It swells");
    assertThat(page.locator("[id='sample:trial']")).containsText("Nothing is missing");
    page.waitForCondition(() -> posts.size() >= 3);
    assertThat(page.locator(".saved.retry")).hasCount(0);
    picture(page, "questionnaire-tried");

    page.locator("[data-question='hurts'] input").nth(1).check();
    assertThat(page.locator("[id='sample:trial']")).containsText("would remove the answers to");
    assertThat(asked(page, "far")).isHidden();
    assertThat(clinic.read("select count(*)::text from questionnaire where state <> 'DRAFT'"))
        .isEqualTo("0");
  }

  @Test
  void R4_90_a_hostile_file_is_named_as_what_it_is(Page page) {
    open(page, "questionnaires");
    check(page, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">]><Questionnaire/>");
    assertThat(page.locator("[id='report']")).containsText("The file is XML");
    check(page, "[".repeat(100_000));
    assertThat(page.locator("[id='report']")).containsText("nested too deeply");
    check(page, " ".repeat(10 * 1024 * 1024));
    assertThat(page.locator("[id='report']")).containsText("too large");
    refused(page, text("q", "x".repeat(1_040_000)), "longer than 4,000 characters");
    refused(page, text("q", "x").replace("\"text\",", "\"script\","), "not a FHIR R4 resource");
    refused(page, text("q", "x").replace("\"text\",", "\"attachment\","), "no item of this type");
    refused(page, text("q", "x") + "," + text("q", "y"), "A link id stands twice");
    refused(page, after("a", "b") + "," + after("b", "a"), "depend on each other in a circle");
    refused(page, groups(12), "nested too deeply");
    assertThat(clinic.read("select count(*)::text from questionnaire")).isEqualTo("0");
  }

  @Test
  void R4_91_a_shipped_form_can_be_read_in_both_languages(Browser browser) {
    Page page = browser.newContext(Chromium.context("es-ES")).newPage();
    open(page, "questionnaires");
    page.navigate("/clinic/questionnaire.xhtml?form=complaint&version=1&lang=es");
    assertThat(page.locator("h1")).containsText("¿Qué duele?");
    assertThat(page.locator(".questions [lang=en]").first()).isVisible();
    picture(page, "questionnaire-shipped-es");
    assertThat(page.locator("[id='use:retire']")).hasCount(0);
  }

  private void refused(Page page, String items, String sentence) {
    check(
        page,
        "{\"resourceType\":\"Questionnaire\",\"url\":\"https://clinic.example/q\",\"version\":\"1\","
            + "\"status\":\"active\",\"title\":\"Q\",\"item\":["
            + items
            + "]}");
    assertThat(page.locator("[id='report'] li").first()).containsText(sentence);
    assertThat(page.locator("[id='keep:load']")).hasCount(0);
    assertThat(clinic.read("select count(*)::text from questionnaire")).isEqualTo("0");
  }

  private static String text(String linkId, String words) {
    return "{\"linkId\":\"%s\",\"type\":\"text\",\"text\":\"%s\"}".formatted(linkId, words);
  }

  private static String after(String linkId, String other) {
    return text(linkId, "x").replace("}", "")
        + ",\"enableWhen\":[{\"question\":\"%s\",\"operator\":\"exists\",\"answerBoolean\":true}]}"
            .formatted(other);
  }

  private static String groups(int levels) {
    String items = text("q", "x");
    for (int level = 0; level < levels; level++) {
      items =
          "{\"linkId\":\"g%d\",\"type\":\"group\",\"text\":\"x\",\"item\":[%s]}"
              .formatted(level, items);
    }
    return items;
  }

  private String state(String version) {
    return clinic.read(
        "select state from questionnaire where form = 'knee-check' and form_version = ?", version);
  }

  private static void whom(Page page, String choice) {
    page.locator("input[name='use:whom'][value='" + choice + "']").check(FORCED);
  }

  private static com.microsoft.playwright.Locator asked(Page page, String linkId) {
    return page.locator("[data-question='" + linkId + "']");
  }

  private void open(Page page, String name) {
    page.navigate("/signin.xhtml?to=/clinic/" + name + ".xhtml");
    page.locator("[id='signIn:login']").fill(clinic.person(Role.ADMIN).login());
    page.locator("[id='signIn:password']").fill(TestClinic.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("/signin"));
  }

  private static void check(Page page, String content) {
    page.locator("[id='check:file']")
        .setInputFiles(
            new FilePayload(
                "form.json", "application/json", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='check:tryFile']").click();
    page.waitForLoadState();
  }

  private static String file(String version) throws IOException {
    try (InputStream in =
        QuestionnairesIT.class.getResourceAsStream("/questionnaires/knee-check.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("VERSION", version);
    }
  }

  private static void picture(Page page, String name) {
    picture(page, name + "-desktop", ColorScheme.LIGHT, 1280);
    picture(page, name + "-phone", ColorScheme.DARK, 390);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 900);
  }

  private static void picture(Page page, String name, ColorScheme scheme, int width) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, 900);
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(each -> each.getId() + " " + each.getNodes().get(0).getHtml())
        .isEmpty();
    Chromium.screenshot(page, name);
  }
}
