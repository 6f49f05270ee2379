package org.pacegate.testing;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.pacegate.launcher.PacegateServer;

/**
 * A clinic of a test's own, written straight into the database: two licensed physicians, one
 * without a licence, a therapist and somebody at the desk, who all have the same password. Runners
 * arrive by the methods; everything about them is as the desk would have recorded it.
 */
public final class PaperClinic {

  public static final String PASSWORD = "violet-Bridge-4711";
  private static final int ITERATIONS = 210_000;
  private static final int KEY_BITS = 512;

  private final long clinic;
  private int runners;

  private PaperClinic(long clinic) {
    this.clinic = clinic;
  }

  /** Opens the clinic. */
  public static PaperClinic open() {
    PaperClinic clinic = new PaperClinic(number("select nextval('record_seq')"));
    clinic.run(
        """
        insert into clinic (id, name, time_zone, jurisdiction, language, opened_at)
        values (:c, 'Clinic on paper', 'Europe/Madrid', 'ES', 'en', now() - interval '1 year')""");
    clinic.person(1, "physician", "Lindqvist", "Maria", "PHYSICIAN");
    clinic.person(2, "second", "Okafor", "Chidi", "PHYSICIAN");
    clinic.person(3, "unlicensed", "Novak", "Petra", "PHYSICIAN");
    clinic.person(4, "therapist", "Adeyemi", "Sola", "THERAPIST");
    clinic.person(5, "desk", "Brandt", "Ute", "STAFF");
    clinic.licence(1);
    clinic.licence(2);
    // Last: where somebody administers, nobody else records a licence.
    clinic.person(6, "admin", "Ruiz", "Eva", "ADMIN");
    return clinic;
  }

  /** Somebody else works here; the first six are there from the start. */
  public void person(int n, String login, String family, String given, String role) {
    run(
        """
        insert into practitioner (clinic_id, id, family_name, given_name)
        values (:c, :n, '%2$s', '%3$s');
        insert into account (clinic_id, id, practitioner_id, login, password_hash,
          must_change_password, language)
        values (:c, :n, :n, '%1$s', '%5$s', false, 'en');
        insert into account_role (clinic_id, account_id, role) values (:c, :n, '%4$s')"""
            .replace(":n", Integer.toString(n))
            .formatted(login(login), family, given, role, Hash.OF_PASSWORD));
  }

  private void licence(int n) {
    run(
        """
        insert into licence (clinic_id, id, practitioner_id, profession, number, authority,
          valid_from, valid_to)
        values (:c, %1$d, %1$d, 'PHYSICIAN', 'N%1$d', 'Board', current_date - 1000,
          current_date + 1000)"""
            .formatted(n));
  }

  /** The name to sign in with of {@code physician}, {@code therapist} and so on. */
  public String login(String who) {
    return who + clinic;
  }

  /** A runner with low back pain whose screening found nothing; waits for a diagnosis. */
  public long awaitingDiagnosis(String family, String language) {
    long episode = arrive(family, language, "AWAITING_DIAGNOSIS");
    screening(episode, "NEGATIVE", false);
    return episode;
  }

  /** The same, with a flag at U2 that nobody has decided. */
  public long withOpenFlag(String family) {
    return flagged(family, false);
  }

  /** The same, and nobody took the result over in the time that the rule gives. */
  public long overdue(String family) {
    return flagged(family, true);
  }

  /** A runner with a flag at U0 that nobody took over; the desk has this time left. */
  public long inDanger(String family, Duration left) {
    long episode = arrive(family, "en", "LOCKED_RED_FLAG");
    run(
        """
        insert into screening (clinic_id, id, episode_id, intake_id, rule_set, rule_set_version,
          status, max_urgency, performed_at, performed_on, performed_by, valid_until, act_by)
        values (:c, :e + 20, :e, :e + 10, 'low-back-pain', 1, 'POSITIVE_OPEN', 'U0_EMERGENCY_NOW',
          now() + interval ':s seconds' - interval '15 minutes',
          ((now() + interval ':s seconds' - interval '15 minutes') at time zone 'Europe/Madrid')::date,
          5, current_date + 12, now() + interval ':s seconds');
        insert into screening_flag (clinic_id, id, screening_id, rule_id, urgency, target, effects,
          source, inputs, state, act_by, seen_by)
        values (:c, :e + 30, :e + 20, 'CES-2', 'U0_EMERGENCY_NOW', 'ED_SPINAL', '',
          '[V:S26] a test', 'CES-2=YES', 'OPEN', now() + interval ':s seconds',
          now() + interval ':s seconds' + interval '45 minutes')"""
            .replace(":e", Long.toString(episode))
            .replace(":s", Long.toString(left.toSeconds())));
    return episode;
  }

  private long flagged(String family, boolean overdue) {
    long episode = arrive(family, "en", "AWAITING_DIAGNOSIS");
    screening(episode, "POSITIVE_OPEN", overdue);
    run(
        """
        insert into screening_flag (clinic_id, id, screening_id, rule_id, urgency, target, effects,
          source, inputs, state, act_by, seen_by)
        select :c, :e + 30, id, 'BSI-2', 'U2_URGENT_1_2W', 'SPORTS_PHYSICIAN', 'STOP_IMPACT',
          '[V:S26] Sacral stress fractures', 'BSI-1=YES;BSI-2=UNSURE', 'OPEN',
          coalesce(act_by, performed_at + interval '2 days'), performed_at + interval '7 days'
          from screening where clinic_id = :c and id = :e + 20"""
            .replace(":e", Long.toString(episode)));
    return episode;
  }

  /** A runner whom the physician has diagnosed; the gate is open. */
  public long diagnosed(String family, String language) {
    long episode = awaitingDiagnosis(family, language);
    diagnose(episode, "M54.59", false, "CONFIRMED");
    return episode;
  }

  /** A runner with a stress fracture of the sacrum. */
  public long withBoneStress(String family) {
    long episode = awaitingDiagnosis(family, "en");
    diagnose(episode, "M48.48XA", true, "CONFIRMED");
    return episode;
  }

  /** A runner with a provisional diagnosis and a screening that no longer counts. */
  public long withSeveralReasons(String family) {
    long episode = withOpenFlag(family);
    run(
        "update screening set valid_until = current_date - 3 where clinic_id = :c and id = "
            + (episode + 20));
    diagnose(episode, "M54.50", false, "PROVISIONAL");
    return episode;
  }

  private long arrive(String family, String language, String state) {
    long n = 1_000L * ++runners;
    run(
        """
        insert into patient (clinic_id, id, record_number, family_name, given_name, birth_date, sex,
          phone, language, registered_at, registered_by)
        values (:c, :e + 1, 'P-:e', '%1$s', 'Ana', '2003-05-14', 'FEMALE', '600 123 456', '%2$s',
          now() - interval '2 days', 5);
        insert into episode (clinic_id, id, patient_id, state, state_since, body_site, side, complaint,
          onset_date, onset_kind, opened_at, opened_by)
        values (:c, :e, :e + 1, '%3$s', now() - interval '1 day', 'LOW_BACK', 'MIDLINE',
          'It pulls across my low back after 20 minutes of running.', current_date - 30, 'GRADUAL',
          now() - interval '2 days', 5);
        insert into intake (clinic_id, id, state, step, patient_id, episode_id, rule_set,
          rule_set_version, started_at, started_by, saved_at, submitted_at, submitted_by)
        values (:c, :e + 10, 'SUBMITTED', 'CONSENT', :e + 1, :e, 'low-back-pain', 2,
          now() - interval '2 days', 5, now() - interval '2 days', now() - interval '2 days', 5);
        insert into intake_entry (clinic_id, intake_id, field, value, entered_at, entered_by)
        select :c, :e + 10, 'answer.' || link, given, now() - interval '2 days', 5
          from (values ('CES-1', 'NO'), ('CES-2', 'NO'), ('CES-3', 'NO'), ('CES-5', 'NO'),
            ('FX-1', 'NO'), ('FX-3', 'UNSURE'), ('BSI-1', 'YES'), ('BSI-2', 'UNSURE'),
            ('INF-1', 'NO'), ('MAL-1', 'NO')) as answer (link, given);
        insert into running_profile (clinic_id, id, episode_id, intake_id, km_per_week,
          sessions_per_week, longest_run_km, ascent_m_per_week, surfaces, recorded_at, recorded_by)
        values (:c, :e + 12, :e, :e + 10, 42, 4, 18, 350, 'ROAD,TRAIL', now(), 5)"""
            .formatted(family, language, state)
            .replace(":e", Long.toString(n)));
    return n;
  }

  private void screening(long episode, String status, boolean overdue) {
    run(
        """
        insert into screening (clinic_id, id, episode_id, intake_id, rule_set, rule_set_version,
          status, max_urgency, performed_at, performed_on, performed_by, valid_until, act_by,
          acknowledged_at, acknowledged_by)
        values (:c, :e + 20, :e, :e + 10, 'low-back-pain', 2, '%1$s', %2$s,
          now() - interval '1 day', current_date - 1, 5, current_date + 12, %3$s)"""
            .formatted(
                status,
                "NEGATIVE".equals(status) ? "null" : "'U2_URGENT_1_2W'",
                overdue
                    ? "now() - interval '3 hours', null, null"
                    : "null, now() - interval '1 day', 5")
            .replace(":e", Long.toString(episode)));
  }

  private void diagnose(long episode, String code, boolean boneStress, String certainty) {
    run(
        """
        update episode set state = 'DIAGNOSED' where clinic_id = :c and id = :e;
        insert into diagnosis (clinic_id, id, episode_id, code_system, code, code_edition, words,
          body_site, bone_stress, verification_status, clinical_status, recorded_at, recorded_on,
          recorded_by, licence_id)
        values (:c, :e + 40, :e, 'http://hl7.org/fhir/sid/icd-10-cm', '%1$s', 'FY2025',
          'Load-related low back pain, no nerve signs, good prognosis.', 'LOW_BACK', %2$s, '%3$s',
          'ACTIVE', now() - interval '1 hour', (now() at time zone 'Europe/Madrid'
          - interval '1 hour')::date, 1, 1)"""
            .formatted(code, boneStress, certainty)
            .replace(":e", Long.toString(episode)));
  }

  /** The physician's licence turns out to have lapsed before the signature. */
  public void lapse() {
    run(
        """
        update licence set lapsed_on = current_date - 10 where clinic_id = :c and id = 1;
        insert into licence_lapse (clinic_id, id, licence_id, lapsed_on, reason, found_at, found_by)
        values (:c, 1, 1, current_date - 10, 'fee not paid', now(), 1)""");
  }

  public long id() {
    return clinic;
  }

  /** The patient of an episode. */
  public long patientOf(long episode) {
    return of(episode, "select patient_id from episode where id = ");
  }

  /** The newest screening of an episode. */
  public long screeningOf(long episode) {
    return of(episode, "select max(id) from screening where episode_id = ");
  }

  private long of(long episode, String select) {
    return number(select + episode + " and clinic_id = " + clinic);
  }

  /** How many rows of a table the episode has. */
  public long count(String table, long episode, String where) {
    return number(
        "select count(*) from "
            + table
            + " where clinic_id = "
            + clinic
            + " and episode_id = "
            + episode
            + " and "
            + where);
  }

  private void run(String sql) {
    try (Connection superuser = PacegateServer.get().superuser();
        var statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute("set search_path = pacegate, public");
      // The clinic's day is the current one, also in the hour in which it is another one elsewhere.
      statement.execute("set time zone 'Europe/Madrid'");
      // Whoever signs is who acts.
      statement.execute("select set_config('pacegate.practitioner', '1', true)");
      // Only a demonstration writes history; the clinic works when the page is opened.
      demonstrates(statement, true);
      statement.execute(sql.replace(":c", Long.toString(clinic)));
      statement.execute("set constraints all immediate");
      demonstrates(statement, false);
      superuser.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void demonstrates(Statement statement, boolean demonstration) throws SQLException {
    statement.execute(
        "update clinic set demonstration = " + demonstration + " where id = " + clinic);
  }

  private static long number(String sql) {
    try (Connection superuser = PacegateServer.get().superuser();
        var statement = superuser.createStatement()) {
      statement.execute("set search_path = pacegate, public");
      try (var answer = statement.executeQuery(sql)) {
        answer.next();
        return answer.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the server's own hashing writes it, computed once. */
  private static final class Hash {

    static final String OF_PASSWORD = hash();

    private static String hash() {
      byte[] salt = new byte[32];
      new Random(7).nextBytes(salt);
      try {
        byte[] key =
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, ITERATIONS, KEY_BITS))
                .getEncoded();
        Base64.Encoder text = Base64.getEncoder();
        return "PBKDF2WithHmacSHA512:%d:%s:%s"
            .formatted(ITERATIONS, text.encodeToString(salt), text.encodeToString(key));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
