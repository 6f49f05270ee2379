package org.pacegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.domain.clinic.Role;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.InServer;

/** The plan page's form, sent where or when the page would not have offered it. */
@ExtendWith({ArquillianExtension.class, Chromium.class})
@RunAsClient
class PlanPageDoorIT {

  /** Sends the plan's fields with all that makes a post of whatever form the page has genuine. */
  private static final String FORGERY =
      """
      () => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = location.href;
        const genuine = {};
        for (const name of ['jakarta.faces.ViewState', 'primefaces.nonce', 'formToken']) {
          const field = document.querySelector(`input[name="${name}"]`);
          if (field) {
            genuine[name] = field.value;
          }
        }
        const fields = { ...genuine, 'plan': 'plan', 'plan:start': 'Start',
          'plan:LOAD_loadPercent:LOAD_loadPercent': '50', 'plan:LOAD_loadPercent': '50', 'plan:painCeiling': '2',
          'plan:hills': 'AVOID_ALL', 'plan:LOAD_instructions': 'run', 'planForm.open': 'true' };
        for (const [name, value] of Object.entries(fields)) {
          const field = document.createElement('input');
          field.type = 'hidden';
          field.name = name;
          field.value = value;
          form.append(field);
        }
        document.body.append(form);
        form.submit();
      }
      """;

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  @Test
  void the_form_of_an_open_gate_starts_nothing_on_an_episode_whose_gate_is_shut(Page page) {
    Doors open = Doors.ofAClinic().with(Situation.VALID);
    Doors shut = open.with(Situation.PROVISIONAL);
    signIn(page, open);
    openPlan(page, open);
    page.evaluate(
        "address => document.getElementById('plan').setAttribute('action', address)",
        "/plan/plan.xhtml?episode=" + shut.id("episode"));
    sent(page, () -> page.locator("[id='plan:start']").click());

    says(page, "provisional");
    nothingStarted(shut);
    nothingStarted(open);
  }

  @Test
  void a_page_that_was_open_when_the_diagnosis_fell_says_so_and_starts_nothing(Page page) {
    Doors doors = Doors.ofAClinic().with(Situation.VALID);
    signIn(page, doors);
    openPlan(page, doors);
    long episode = doors.id("episode");
    long diagnosis = doors.id("diagnosis");
    doors.as(Role.PHYSICIAN, "end", "episode", episode, "diagnosis", diagnosis, "as", "REFUTED");
    sent(page, () -> page.locator("[id='plan:start']").click());

    says(page, "refuted");
    nothingStarted(doors);
  }

  @Test
  void fields_that_the_page_never_showed_start_nothing(Page page) {
    Doors doors = Doors.ofAClinic().with(Situation.FLAG_NOT_CLEARED);
    signIn(page, doors);
    openPlan(page, doors);
    assertThat(page.locator("[id='plan:start']").count()).isZero();
    sent(page, () -> page.evaluate(FORGERY));

    says(page, "red flag");
    nothingStarted(doors);
    assertThat(
            Rows.of(
                "select refusals from gate_decision where episode_id = ? and allowed",
                doors.id("episode")))
        .isEmpty();
  }

  @Test
  void an_episode_of_another_clinic_is_not_found(Page page) {
    Doors here = Doors.ofAClinic();
    Doors there = Doors.ofAClinic().with(Situation.VALID);
    signIn(page, here);
    var answer = page.navigate("/plan/plan.xhtml?episode=" + there.id("episode"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(page.content()).doesNotContain("Doorsson");
    nothingStarted(there);
  }

  private static void signIn(Page page, Doors doors) {
    page.navigate("/signin.xhtml");
    page.locator("input[id$=login]").fill(doors.login(Role.THERAPIST));
    page.locator("input[type=password]").fill(Courses.PASSWORD);
    page.locator("main").getByRole(AriaRole.BUTTON).last().click();
    page.waitForURL(address -> !address.contains("/signin"));
  }

  private static void openPlan(Page page, Doors doors) {
    page.navigate("/plan/plan.xhtml?episode=" + doors.id("episode"));
  }

  /** Waits for the answer to the whole page that the act sends. */
  private static void sent(Page page, Runnable act) {
    page.waitForResponse(
        answer ->
            answer.request().isNavigationRequest() && answer.request().method().equals("POST"),
        act);
  }

  private static void says(Page page, String word) {
    PlaywrightAssertions.assertThat(page.locator("main"))
        .containsText(Pattern.compile(word, Pattern.CASE_INSENSITIVE));
  }

  private static void nothingStarted(Doors doors) {
    assertThat(Rows.of("select id from care_plan where episode_id = ?", doors.id("episode")))
        .isEmpty();
  }
}
