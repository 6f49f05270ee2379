package org.pacegate.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.service.clinic.SignIn;
import org.pacegate.testing.InServer;

/**
 * Every method of every service, as each role alone and as nobody, on an own record and with each
 * id in turn from another clinic: exactly the declared ones answer. A service method that is not in
 * the table fails the test.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServiceMatrixIT {

  private static final Set<String> CLINICAL = Set.of("STAFF", "THERAPIST", "PHYSICIAN");
  private static final Set<String> TREATING = Set.of("THERAPIST", "PHYSICIAN");
  private static final Set<String> MERGING = Set.of("STAFF", "PHYSICIAN");
  private static final Set<String> PHYSICIAN = Set.of("PHYSICIAN");
  private static final Set<String> RULE_READERS =
      Set.of("STAFF", "THERAPIST", "PHYSICIAN", "ADMIN");
  private static final Set<String> DECIDING = Set.of("PHYSICIAN", "ADMIN");
  private static final Set<String> POLICY_READERS = Set.of("THERAPIST", "PHYSICIAN", "ADMIN");
  private static final Set<String> ADMIN = Set.of("ADMIN");
  private static final Set<String> KIOSK = Set.of("STAFF", "ADMIN");
  private static final Set<String> SIGNED_IN = Set.copyOf(People.ROLES);
  private static final Set<String> TIMER = Set.of();
  private static final Set<String> ANYBODY =
      Set.of("STAFF", "THERAPIST", "PHYSICIAN", "EDITOR", "REVIEWER", "ADMIN", "NOBODY");

  private static final Map<String, Set<String>> DECLARED = declared();

  private static Map<String, Set<String>> declared() {
    Map<String, Set<String>> table = new TreeMap<>();
    declare(table, CLINICAL, "FormDrafts.save FormDrafts.find FormDrafts.forget");
    declare(table, CLINICAL, "Screenings.view Screenings.acknowledge");
    declare(table, PHYSICIAN, "Screenings.decideFlag");
    declare(table, TREATING, "Examinations.form Examinations.record");
    declare(table, TREATING, "CarePlans.start CarePlans.resume CarePlans.hold");
    declare(table, TREATING, "CarePlans.discharge CarePlans.transfer CarePlans.closeLost");
    declare(table, CLINICAL, "PlanDesks.open");
    declare(table, ADMIN, "AuditLog.page AuditLog.pageOfPatient AuditVerification.verify");
    declare(table, CLINICAL, "Worklist.mine Worklist.of Worklist.inbox");
    declare(table, ADMIN, "OverdueDangers.open");
    declare(table, PHYSICIAN, "IntakeDismissal.dismiss");
    declare(table, ADMIN, "Licences.all Licences.one Licences.record Licences.lapse");
    declare(table, ADMIN, "Licences.ending LicenceLedger.open LicenceLedger.place");
    declare(table, ADMIN, "LicenceLedger.verify LicenceLedger.addProof LicenceLedger.proof");
    declare(table, POLICY_READERS, "DiagnosisPolicies.all DiagnosisPolicies.one");
    declare(table, ADMIN, "DiagnosisPolicies.draft");
    declare(table, PHYSICIAN, "DiagnosisPolicies.sign");
    declare(table, ADMIN, "Accounts.all Accounts.one Accounts.open Accounts.grant");
    declare(table, ADMIN, "Accounts.disable Accounts.enable Accounts.reset");
    declare(table, ADMIN, "ClinicProfiles.profile ClinicProfiles.timeZones ClinicProfiles.change");
    declare(table, SIGNED_IN, "MyAccount.changePassword MyAccount.signOutEverywhere");
    declare(table, SIGNED_IN, "MyAccount.signOut MyAccount.speak");
    declare(table, SIGNED_IN, "RefusedRequests.forbidden RefusedRequests.missing");
    declare(table, ANYBODY, "SignIn.check SignIn.waitOf SignIn.current");
    declare(table, ANYBODY, "RuleSets.current RuleSets.find RuleSets.all RuleSets.versions");
    declare(table, ANYBODY, "RuleSets.examples");
    declare(table, RULE_READERS, "RuleBrowser.book TryAnswers.versions TryAnswers.rules");
    declare(table, RULE_READERS, "TryAnswers.evaluate TryAnswers.evaluateFile");
    declare(table, DECIDING, "Thresholds.book Thresholds.one Thresholds.draft");
    declare(table, PHYSICIAN, "Thresholds.sign");
    declare(table, ANYBODY, "DemonstrationStart.isLoaded");
    declare(table, ANYBODY, "ShippedForms.waitingFor ShippedForms.all ShippedForms.find");
    declare(table, ANYBODY, "ShippedForms.newest ShippedForms.item");
    declare(table, ADMIN, "QuestionnaireLibrary.all QuestionnaireLibrary.open");
    declare(table, ADMIN, "QuestionnaireLibrary.tryOut Questionnaires.check");
    declare(table, ADMIN, "Editions.all Editions.check Editions.load");
    declare(table, ADMIN, "Editions.activate Editions.withdraw");
    declare(table, ADMIN, "Questionnaires.load Questionnaires.activate Questionnaires.retire");
    declare(table, ADMIN, "Questionnaires.askOf");
    declare(
        table,
        ANYBODY,
        "DatabaseProbe.takesWrites DatabaseProbe.migratedTo DatabaseProbe.unsealed");
    declare(
        table,
        TIMER,
        "SignIn.forgetOldFailures AuditSealer.seal AuditWatch.verify OldDrafts.forget"
            + " DangerSweep.sweep MailPass.pass ReferralSweep.sweep DiagnosisSweep.sweep");
    declare(table, CLINICAL, "Referrals.take Referrals.schedule Referrals.deliver Referrals.send");
    declare(table, RULE_READERS, "Recipients.all Recipients.open");
    declare(table, ADMIN, "Recipients.enter Recipients.amend Recipients.retire Recipients.prefer");
    declare(
        table,
        TREATING,
        "Referrals.draft Referrals.redirect Referrals.complete ReferralDesks.about");
    declare(table, CLINICAL, "Letters.preview Letters.sent");
    declare(table, CLINICAL, "ReferralDesks.open ReferralDesks.list ReferralDesks.toBeSeenTo");
    declare(table, CLINICAL, "ReferralStatistics.lastYear");
    declare(table, TREATING, "DiagnosisDesks.open DiagnosisCodes.find");
    declare(
        table,
        TREATING,
        "DiagnosisReviews.ofEpisode DiagnosisReviews.ask DiagnosisReviews.withdraw");
    declare(table, PHYSICIAN, "DiagnosisReviews.answer");
    declare(table, TREATING, "Diagnoses.sign Diagnoses.end");
    declare(table, CLINICAL, "PatientRecords.header PatientRecords.open");
    declare(table, CLINICAL, "PatientSearch.find PatientSearch.possibleMatches");
    declare(table, CLINICAL, "PatientIdentities.rename PatientIdentities.reach");
    declare(table, MERGING, "PatientMerges.open PatientMerges.side");
    declare(table, MERGING, "PatientMerges.merge PatientMerges.undo");
    declare(table, CLINICAL, "Intakes.start Intakes.startFor Intakes.rescreen Intakes.open");
    declare(table, CLINICAL, "Intakes.save Intakes.usePatient Intakes.useSomebodyNew");
    declare(table, CLINICAL, "Intakes.discard Intakes.drafts Intakes.keepLast");
    declare(table, CLINICAL, "Contradictions.settle IntakeInbox.received IntakeInbox.acceptFor");
    declare(
        table,
        CLINICAL,
        "IntakeInbox.acceptNew IntakeInbox.reject IntakeInbox.takenBack IntakeLinks.make");
    declare(table, CLINICAL, "IntakeLinks.begin IntakeLinks.beginFor IntakeLinks.ofIntake");
    declare(
        table,
        CLINICAL,
        "IntakeLinks.revoke IntakeLinks.mail IntakeLinks.emailOf IntakeLinks.emailOfPatient");
    // Who they are at a door follows from what they show, never from who is signed in.
    declare(table, ANYBODY, "DoorEntry.open DoorIntake.look DoorIntake.save DoorIntake.send");
    declare(table, ANYBODY, "DoorIntake.continueHere DoorIntake.stay DoorIntake.leave");
    declare(table, ANYBODY, "KioskEntry.visit KioskEntry.open KioskEntry.wipe KioskEntry.leave");
    declare(table, KIOSK, "Kiosks.begin Kiosks.board Kiosks.end");
    declare(table, CLINICAL, "ExpectedRunners.expect ExpectedRunners.expectNew");
    declare(table, CLINICAL, "ExpectedRunners.expectPatient ExpectedRunners.takeOff");
    declare(table, CLINICAL, "ExpectedRunners.isExpected ExpectedRunners.today");
    declare(table, CLINICAL, "IntakeSubmission.submit IntakeSubmission.problems");
    declare(table, CLINICAL, "EmergencyRecords.open EmergencyRecords.ofPatient");
    declare(table, CLINICAL, "EmergencyRecords.identify EmergencyRecords.consent");
    declare(table, CLINICAL, "IntakeResponses.open IntakeResponses.pdf IntakeResponses.amend");
    declare(table, CLINICAL, "IntakeAnswers.of");
    declare(table, TREATING, "IntakeAnswers.confirm");
    return Collections.unmodifiableMap(table);
  }

  private static void declare(Map<String, Set<String>> table, Set<String> roles, String methods) {
    for (String method : methods.split(" ", -1)) {
      table.put(method, roles);
    }
  }

  /**
   * What somebody hears who may call a method and names a record that their clinic does not have.
   */
  private static final Pattern NOTHING_THERE = Pattern.compile("DENIED|MISSING|EMPTY");

  private static People people;
  private final HttpClient client = HttpClient.newHttpClient();

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  @BeforeAll
  static void employ() throws SQLException {
    people = People.employ();
  }

  @Test
  void every_service_method_is_in_the_table() throws IOException {
    assertThat(methods().keySet()).isEqualTo(new TreeSet<>(DECLARED.keySet()));
  }

  @Test
  void exactly_the_declared_roles_are_answered_on_a_record_of_their_clinic() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (var entry : methods().entrySet()) {
      Map<String, Long> ids = ids(entry.getValue(), null);
      for (String caller : callers()) {
        String outcome = call(entry.getValue(), caller, ids);
        boolean answered =
            outcome.startsWith("ANSWERED")
                || outcome.startsWith("EMPTY")
                || outcome.startsWith("REFUSED");
        boolean declared = DECLARED.get(entry.getKey()).contains(caller);
        if (declared ? !answered : !outcome.equals("DENIED")) {
          wrong.put(entry.getKey() + " as " + caller, outcome);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobody_reaches_a_record_of_another_clinic() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (var entry : methods().entrySet()) {
      for (String strange : Arguments.idsOf(entry.getValue())) {
        Map<String, Long> ids = ids(entry.getValue(), strange);
        for (String caller : callers()) {
          String outcome = call(entry.getValue(), caller, ids);
          if (!NOTHING_THERE.matcher(outcome).matches()) {
            wrong.put(entry.getKey() + " as " + caller + " with a strange " + strange, outcome);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> callers() {
    return Stream.concat(People.ROLES.stream(), Stream.of("NOBODY")).toList();
  }

  private static Map<String, Long> ids(Method method, String strange) throws SQLException {
    Map<String, Long> ids = new LinkedHashMap<>();
    for (String id : Arguments.idsOf(method)) {
      ids.put(id, id.equals(strange) ? people.foreign(id) : people.own(id));
    }
    return ids;
  }

  private String call(Method method, String caller, Map<String, Long> ids)
      throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("service", method.getDeclaringClass().getName());
    parameters.put("method", method.toGenericString());
    ids.forEach((name, id) -> parameters.put(name, id.toString()));
    String query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:"
                    + PacegateServer.get().httpPort()
                    + "/in-server/call?"
                    + query));
    if (!caller.equals("NOBODY")) {
      request.header("X-Login", people.login(caller));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The public methods of every enterprise bean of the service module. */
  private static Map<String, Method> methods() throws IOException {
    Map<String, Method> methods = new TreeMap<>();
    for (Class<?> type : services()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
          .forEach(method -> methods.put(type.getSimpleName() + "." + method.getName(), method));
    }
    return methods;
  }

  private static List<Class<?>> services() throws IOException {
    String location = SignIn.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile jar = new JarFile(location)) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && name.startsWith("org/pacegate/service/"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .<Class<?>>map(ServiceMatrixIT::type)
          .filter(
              type ->
                  type.isAnnotationPresent(Stateless.class)
                      || type.isAnnotationPresent(Singleton.class))
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, ServiceMatrixIT.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
