package org.pacegate.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.clinic.TestClinic.Person;
import org.pacegate.domain.clinic.Role;
import org.pacegate.testing.Chromium;

/** Signing in and the administration in a browser, from the keyboard. */
@ExtendWith(Chromium.class)
class ClinicPagesIT {

  private final TestClinic clinic = TestClinic.open();

  @ParameterizedTest
  @CsvSource({
    "en-GB, Sign in, Name or password is wrong.",
    "es-ES, Iniciar sesión, El nombre de usuario o la contraseña no son correctos."
  })
  void a_person_signs_in_with_the_keyboard_in_their_language(
      String language, String title, String refused, Browser browser) {
    Person ana = clinic.person(Role.ADMIN);
    Page page = browser.newContext(Chromium.context(language)).newPage();
    page.navigate("/clinic/index.xhtml");
    assertThat(page.locator("h1")).hasText(title);

    typeSignIn(page, ana.login(), "not the test sentence");
    assertThat(page.locator(".error-summary")).containsText(refused);
    expectAccessible(page);
    Chromium.screenshot(page, "sign-in-refused-" + language);

    typeSignIn(page, ana.login(), TestClinic.PASSWORD);
    page.waitForURL("**/clinic/index.xhtml");
    assertThat(page.locator(".account summary")).containsText(ana.login());
    TestClinic.forgetFailures();
  }

  private static void typeSignIn(Page page, String login, String password) {
    page.locator("[id='signIn:login']").fill(login);
    page.keyboard().press("Tab");
    page.keyboard().insertText(password);
    page.keyboard().press("Enter");
  }

  @Test
  void a_newcomer_chooses_a_password_first(Page page) {
    Person newcomer = clinic.newcomer(Role.ADMIN);
    page.navigate("/clinic/licences.xhtml");
    typeSignIn(page, newcomer.login(), TestClinic.PASSWORD);
    assertThat(page.locator("h1")).hasText("Choose your own password");
    expectAccessible(page);
    Chromium.screenshot(page, "own-password");

    page.locator("[id='change:oldPassword']").fill(TestClinic.PASSWORD);
    page.locator("[id='change:newPassword']").fill("my own long sentence");
    page.locator("[id='change:repeated']").fill("my own long sentence");
    page.keyboard().press("Enter");
    page.waitForURL("**/clinic/licences.xhtml");
    assertThat(page.locator(".notice.good")).containsText("Your password is changed.");
  }

  @Test
  void an_administrator_employs_a_physician_and_records_the_licence(Page page) {
    page.navigate("/signin.xhtml?to=/clinic/new-person.xhtml");
    typeSignIn(page, clinic.person(Role.ADMIN).login(), TestClinic.PASSWORD);
    String login = "new." + System.nanoTime();
    page.locator("[id='person:familyName']").fill("Zamora <b>");
    page.locator("[id='person:givenName']").fill("Ñusta");
    page.locator("[id='person:login']").fill(login);
    page.getByLabel("Physician").check();
    expectAccessible(page);
    Chromium.screenshot(page, "new-person");
    page.locator("[id='person:open']").click();
    String oneTime = page.locator("code").textContent();
    assertThat(oneTime).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");

    page.navigate("/clinic/licences.xhtml");
    page.locator("[id='licence:practitioner']")
        .selectOption(
            page.locator("option", new Page.LocatorOptions().setHasText(login))
                .getAttribute("value"));
    page.getByLabel("Physician", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("[id='licence:number']").fill("28/12345");
    page.locator("[id='licence:authority']").fill("Colegio de Médicos");
    fillDate(page, "licence:validFrom", "1", "1", "2020");
    fillDate(page, "licence:validTo", "31", "12", "2040");
    page.locator("[id='licence:record']").click();
    assertThat(page.locator(".notice.good")).containsText("The licence is recorded.");
    assertThat(page.locator("tbody")).containsText("ZAMORA <B>, Ñusta");
    assertThat(page.locator("tbody")).containsText("28/12345");
    expectAccessible(page);
    Chromium.screenshot(page, "licences");
    keepsTheDirectory(page);
  }

  /** R5.24: who is entered is amended, asked first, and one day retired. */
  private static void keepsTheDirectory(Page page) {
    page.navigate("/clinic/new-recipient.xhtml");
    page.locator("[id='recipient:name']").fill("Dr Ruiz <b>");
    page.locator("input[name='recipient:serves']").first().evaluate("tick => tick.click()");
    page.locator("[id='recipient:phone']").fill("555 0100");
    page.locator("[id='recipient:enter']").click();
    openTheEntry(page);
    page.locator("[id='entry:note']").fill("In the mornings");
    page.locator("[id='entry:amend']").click();
    page.locator("tr:has-text('In the mornings')").waitFor();
    openTheEntry(page);
    assertThat(page.locator("[id='entry:note']")).hasValue("In the mornings");
    Chromium.screenshot(page, "recipient");
    page.locator("[id='prefer:target']").selectOption(new SelectOption().setIndex(1));
    page.locator("[id='prefer:go']").click();
    assertThat(page.locator("tr:has-text('Dr Ruiz') .tag")).hasText("Asked first");
    openTheEntry(page);
    page.locator("[id='retire:go']").click();
    assertThat(page.locator("tr:has-text('Dr Ruiz') .tag")).containsText("retired");
    assertThat(page.locator("a:has-text('Dr Ruiz')")).hasCount(0);
  }

  private static void openTheEntry(Page page) {
    page.locator("a:has-text('Dr Ruiz')").click();
    page.waitForURL("**/clinic/recipient.xhtml?recipient=*");
  }

  @Test
  void an_administrator_sets_the_clinics_clock(Page page) {
    page.navigate("/signin.xhtml?to=/clinic/profile.xhtml");
    typeSignIn(page, clinic.person(Role.ADMIN).login(), TestClinic.PASSWORD);
    page.waitForURL("**/clinic/profile.xhtml");
    page.locator("[id='profile:clinicName']").fill("Running clinic <b>");
    page.locator("[id='profile:timeZone']").selectOption("America/Los_Angeles");
    page.locator("[id='profile:phone']").fill("+34 976 000 111");
    page.locator("[id='profile:address']").fill("Calle Mayor 7\n50001 Zaragoza");
    page.locator("[id='profile:save']").click();
    assertThat(page.locator(".notice.good")).containsText("its contact are saved");
    assertThat(page.locator("[id='profile:address']")).hasValue("Calle Mayor 7\n50001 Zaragoza");
    // Once more from what the page shows now: nobody else changed it.
    page.locator("[id='profile:email']").fill("clinic@example.org");
    page.locator("[id='profile:save']").click();
    assertThat(page.locator("[id='profile:seenEmail']")).hasValue("clinic@example.org");
    assertThat(page.locator("[id='profile:timeZone']")).hasValue("America/Los_Angeles");
    assertThat(page.locator("[id='profile:clinicName']")).hasValue("Running clinic <b>");
    assertThat(
            clinic.read(
                "select detail from audit.events_of_clinic(null, null, 50) where entity = 'Clinic'"
                    + " order by id limit 1"))
        .isEqualTo("name changed, time zone Europe/Madrid to America/Los_Angeles, contact changed");
  }

  private static void fillDate(Page page, String id, String day, String month, String year) {
    page.locator("[name='" + id + "-day']").fill(day);
    page.locator("[name='" + id + "-month']").fill(month);
    page.locator("[name='" + id + "-year']").fill(year);
  }

  @Test
  void every_page_of_the_administration_is_accessible(Page page) {
    Person admin = clinic.person(Role.ADMIN);
    page.navigate("/signin.xhtml");
    expectAccessible(page);
    typeSignIn(page, admin.login(), TestClinic.PASSWORD);
    page.waitForURL(address -> !address.contains("/signin"));
    for (String name :
        new String[] {
          "clinic/index",
          "clinic/new-person",
          "clinic/licences",
          "clinic/profile",
          "clinic/audit",
          "clinic/questionnaires",
          "clinic/questionnaire",
          "clinic/person",
          "account/password"
        }) {
      page.navigate("/" + name + ".xhtml?account=" + admin.accountId());
      assertThat(page.locator(".ribbon")).hasCount(0); // the clinic is real (R11.54)
      expectAccessible(page);
      Chromium.screenshot(page, name.replace('/', '-'));
    }
  }

  private static void expectAccessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(each -> each.getId() + " " + each.getNodes().get(0).getHtml())
        .isEmpty();
  }
}
