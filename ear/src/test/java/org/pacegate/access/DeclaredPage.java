package org.pacegate.access;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may see a page, and the record it is about: its parameter and its name in the cast, or null.
 */
record DeclaredPage(Set<String> roles, String parameter, String record) {

  static final String NOBODY = "NOBODY";

  private static final Set<String> CLINICAL = Set.of("STAFF", "THERAPIST", "PHYSICIAN");
  private static final Set<String> TREATING = Set.of("THERAPIST", "PHYSICIAN");
  private static final Set<String> RULE_READERS =
      Set.of("STAFF", "THERAPIST", "PHYSICIAN", "ADMIN");
  private static final Set<String> DECIDING = Set.of("PHYSICIAN", "ADMIN");
  private static final Set<String> POLICY_READERS = Set.of("THERAPIST", "PHYSICIAN", "ADMIN");
  private static final Set<String> MERGING = Set.of("STAFF", "PHYSICIAN");
  private static final Set<String> ADMIN = Set.of("ADMIN");
  private static final Set<String> KIOSK = Set.of("STAFF", "ADMIN");
  private static final Set<String> SIGNED_IN = Set.copyOf(People.ROLES);

  /** Every page by its path; the matrix fails for one that is not here. */
  static final Map<String, DeclaredPage> ALL =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("/index.xhtml", list(SIGNED_IN)),
                  Map.entry("/signin.xhtml", list(SIGNED_IN)),
                  Map.entry("/account/password.xhtml", list(SIGNED_IN)),
                  Map.entry("/worklist/index.xhtml", list(CLINICAL)),
                  Map.entry("/intake/index.xhtml", list(CLINICAL)),
                  Map.entry("/patient/index.xhtml", list(CLINICAL)),
                  Map.entry("/plan/index.xhtml", list(CLINICAL)),
                  Map.entry("/diagnosis/inbox.xhtml", list(TREATING)),
                  Map.entry("/referral/index.xhtml", list(CLINICAL)),
                  Map.entry("/referral/statistics.xhtml", list(CLINICAL)),
                  Map.entry("/referral/referral.xhtml", of(CLINICAL, "id", "referralId")),
                  Map.entry("/referral/letter.xhtml", of(CLINICAL, "id", "referralId")),
                  Map.entry("/referral/ask.xhtml", of(TREATING, "episode", "episodeId")),
                  Map.entry("/screening/rules.xhtml", list(RULE_READERS)),
                  Map.entry("/screening/try.xhtml", list(RULE_READERS)),
                  Map.entry("/screening/thresholds.xhtml", list(DECIDING)),
                  Map.entry("/screening/threshold.xhtml", of(DECIDING, "version", "thresholdId")),
                  Map.entry("/clinic/index.xhtml", list(ADMIN)),
                  Map.entry("/clinic/new-person.xhtml", list(ADMIN)),
                  Map.entry("/clinic/licences.xhtml", list(ADMIN)),
                  Map.entry("/clinic/profile.xhtml", list(ADMIN)),
                  Map.entry("/clinic/audit.xhtml", list(ADMIN)),
                  Map.entry("/clinic/recipients.xhtml", list(ADMIN)),
                  Map.entry("/clinic/new-recipient.xhtml", list(ADMIN)),
                  Map.entry("/clinic/recipient.xhtml", of(ADMIN, "recipient", "recipientId")),
                  Map.entry("/clinic/codes.xhtml", list(ADMIN)),
                  Map.entry("/clinic/questionnaires.xhtml", list(ADMIN)),
                  Map.entry("/clinic/questionnaire.xhtml", list(ADMIN)),
                  Map.entry("/clinic/person.xhtml", of(ADMIN, "account", "accountId")),
                  Map.entry("/clinic/licence.xhtml", of(ADMIN, "licence", "licenceId")),
                  Map.entry("/diagnosis/policies.xhtml", list(POLICY_READERS)),
                  Map.entry("/diagnosis/policy.xhtml", of(POLICY_READERS, "policy", "policyId")),
                  Map.entry("/clinic/lapse.xhtml", of(ADMIN, "licence", "licenceId")),
                  Map.entry("/intake/intake.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/intake/inbox.xhtml", list(CLINICAL)),
                  Map.entry("/intake/new-link.xhtml", list(CLINICAL)),
                  Map.entry("/intake/kiosk.xhtml", list(KIOSK)),
                  Map.entry("/intake/received.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/intake/link.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/intake/complete.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/intake/response.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/intake/amend.xhtml", of(CLINICAL, "id", "intakeId")),
                  Map.entry("/screening/examine.xhtml", of(TREATING, "screening", "screeningId")),
                  Map.entry("/screening/screening.xhtml", of(CLINICAL, "id", "screeningId")),
                  Map.entry("/patient/patient.xhtml", of(CLINICAL, "id", "patientId")),
                  Map.entry("/patient/name.xhtml", of(CLINICAL, "id", "patientId")),
                  Map.entry("/patient/contact.xhtml", of(CLINICAL, "id", "patientId")),
                  Map.entry("/patient/merge.xhtml", of(MERGING, "a", "patientId")),
                  Map.entry("/plan/plan.xhtml", of(CLINICAL, "episode", "episodeId")),
                  Map.entry("/diagnosis/reviews.xhtml", of(TREATING, "episode", "episodeId")),
                  Map.entry("/diagnosis/diagnosis.xhtml", of(TREATING, "episode", "episodeId")))));

  private static DeclaredPage list(Set<String> roles) {
    return new DeclaredPage(roles, null, null);
  }

  private static DeclaredPage of(Set<String> roles, String parameter, String record) {
    return new DeclaredPage(roles, parameter, record);
  }

  boolean hasRecord() {
    return record != null;
  }

  /** Always the same one of those who may see it. */
  String somebody() {
    return new TreeSet<>(roles).last();
  }

  /** The page's address, about a record of the cast's own clinic. */
  String address(String path, People people) throws SQLException {
    return hasRecord() ? path + "?" + parameter + "=" + people.own(record) : path;
  }

  /** What the role meets where the page would be. */
  String expected(String role, String path) {
    if (path.equals("/signin.xhtml")) {
      return "200";
    }
    return role.equals(NOBODY) ? "SIGN IN" : roles.contains(role) ? "200" : "403";
  }
}
