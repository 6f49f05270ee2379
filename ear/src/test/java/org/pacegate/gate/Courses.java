package org.pacegate.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pacegate.domain.clinic.Account;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.CodeEdition;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Source;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.clinic.Passwords;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.tenancy.ClinicTransactions;

/**
 * Brings an episode into a situation by the domain's own verbs, in the past and in one transaction,
 * in a clinic that nobody else uses. Goes among the services, so that the servlet in the web module
 * sees what is public.
 */
@ApplicationScoped
@Transactional
public class Courses {

  /** Everybody's. */
  public static final String PASSWORD = "a good run every week";

  public static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
  private static final int DAYS_VALID = 14;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicTransactions clinics;
  @Inject private ClinicContext context;
  @Inject private CoursesOfCare courses;
  @Inject private Passwords passwords;

  private String hash;

  /** Opens a clinic with a person for each role, whose logins are the role and the tag. */
  public Map<String, Long> open(String tag) {
    Map<String, Long> ids = new TreeMap<>();
    ids.put("clinic", clinics.open("Clinic " + tag));
    for (Role role : Set.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN, Role.ADMIN)) {
      ids.put(role.name(), employ(role, tag));
    }
    return ids;
  }

  public static String login(Role role, String tag) {
    return role.name().toLowerCase(Locale.ROOT) + "-" + tag;
  }

  private long employ(Role role, String tag) {
    Practitioner person = new Practitioner(role.name(), "Only " + tag);
    em.persist(person);
    Account account = new Account(person.id(), login(role, tag), hash(), Language.en, Set.of(role));
    account.choosePassword(hash());
    em.persist(account);
    return person.id();
  }

  /** Hashing takes long on purpose: everybody has the same. */
  private synchronized String hash() {
    if (hash == null) {
      hash = passwords.hash(PASSWORD);
    }
    return hash;
  }

  /** The administrator records a physician's licence; returns its id. */
  public long license(String tag, LocalDate to) {
    long physician = context.enter(login(Role.PHYSICIAN, tag)).practitionerId();
    context.enter(login(Role.ADMIN, tag));
    Licence licence =
        new Licence(
            physician, Profession.PHYSICIAN, "28/" + tag, "Board", LocalDate.of(2015, 1, 1), to);
    em.persist(licence);
    return licence.id();
  }

  /** Registers a runner whose episode is in the situation. */
  public Map<String, Long> arrange(Situation situation, String tag, long licenceId) {
    long physician = context.enter(login(Role.PHYSICIAN, tag)).practitionerId();
    Licence licence = em.find(Licence.class, licenceId);
    Patient patient =
        new Patient("R-" + Long.toString(System.nanoTime(), 36), runner(), daysAgo(60, physician));
    em.persist(patient);
    CourseOfCare course = begin(patient.id(), situation, physician);
    Map<String, Long> ids = new TreeMap<>();
    Screening screening = course.screenings().get(0);
    if (situation.isDiagnosed()) {
      course.diagnose(draft(situation), licence, since(situation, physician));
    }
    List<Diagnosis> diagnoses = course.diagnoses();
    if (situation == Situation.DIAGNOSIS_OF_ANOTHER_EPISODE) {
      CourseOfCare other = begin(patient.id(), situation, physician);
      other.diagnose(draft(situation), licence, since(situation, physician));
      diagnoses = other.diagnoses();
    }
    if (situation == Situation.DANGER_ELSEWHERE) {
      begin(patient.id(), Situation.REFERRED_NOW, physician);
    }
    if (situation == Situation.DANGER_IN_INTAKE) {
      typeADanger(patient.id(), course.episode().id(), physician);
    }
    befall(situation, course, licence, daysAgo(1, physician));
    ids.put("patient", patient.id());
    ids.put("episode", course.episode().id());
    ids.put("screening", screening.id());
    ids.put("diagnosis", diagnoses.isEmpty() ? 0L : diagnoses.get(0).id());
    return ids;
  }

  private static Person runner() {
    return new Person(
        "Doorsson", "Ana", LocalDate.of(1988, 3, 2), Sex.FEMALE, "600 123 987", null, Language.es);
  }

  private CourseOfCare begin(long patient, Situation situation, long by) {
    Injury injury =
        new Injury(
            BodySite.LOW_BACK,
            Side.MIDLINE,
            "hurts after ten minutes",
            LocalDate.ofInstant(context.now(), ZONE).minusDays(70),
            OnsetKind.GRADUAL);
    CourseOfCare course = courses.begin(new Episode(patient, injury, daysAgo(60, by)));
    Attribution screened = daysAgo(situation.screenedDaysAgo(), by);
    course.screen(null, evaluation(situation), DAYS_VALID, DangerClock.proposed(ZONE), screened);
    return course;
  }

  /** Somebody screens the runner again and has not finished. */
  private void typeADanger(long patient, long episode, long by) {
    Intake draft = Intake.rescreen(patient, episode, "low-back-pain", 1, daysAgo(0, by));
    draft.found(Optional.of(Urgency.U1_SAME_DAY), DangerClock.proposed(ZONE), daysAgo(0, by));
    em.persist(draft);
  }

  private static void befall(
      Situation situation, CourseOfCare course, Licence licence, Attribution by) {
    switch (situation) {
      case REFUTED -> end(course, VerificationStatus.REFUTED, licence, by);
      case ENTERED_IN_ERROR -> end(course, VerificationStatus.ENTERED_IN_ERROR, licence, by);
      case DISCHARGED -> course.treatment().discharge("runs again", by);
      default -> {}
    }
  }

  private static void end(
      CourseOfCare course, VerificationStatus as, Licence licence, Attribution by) {
    course.endDiagnosis(course.standing().orElseThrow(), as, "seen again", licence, by);
  }

  private Attribution since(Situation situation, long by) {
    return daysAgo(situation.screenedDaysAgo() - 1, by);
  }

  private Attribution daysAgo(int days, long by) {
    return Attribution.of(by, context.now().minus(Duration.ofDays(days)), ZONE);
  }

  private static DiagnosisDraft draft(Situation situation) {
    boolean boneStress = situation == Situation.IMPACT_ON_BONE_STRESS;
    ListedCode code =
        new ListedCode(
            new CodeEdition(
                null,
                "http://hl7.org/fhir/sid/icd-10-cm",
                "FY2025",
                LocalDate.of(2024, 10, 1),
                null),
            boneStress ? "M84.38XA" : "S39.012A",
            true,
            boneStress);
    return new DiagnosisDraft(
        code,
        "as found that day",
        situation == Situation.DIAGNOSIS_OF_ANOTHER_REGION ? BodySite.KNEE : BodySite.LOW_BACK,
        situation.isProvisional() ? VerificationStatus.PROVISIONAL : VerificationStatus.CONFIRMED,
        List.of(),
        null);
  }

  private static Evaluation evaluation(Situation situation) {
    return switch (situation) {
      case SCREENING_WITH_GAPS, SEVERAL_REASONS -> evaluation(List.of(), List.of("INF-4"));
      case FLAG_NOT_CLEARED -> evaluation(List.of(fired(Urgency.U2_URGENT_1_2W)), List.of());
      case REFERRED_NOW -> evaluation(List.of(fired(Urgency.U0_EMERGENCY_NOW)), List.of());
      case REFERRED_TODAY -> evaluation(List.of(fired(Urgency.U1_SAME_DAY)), List.of());
      default -> evaluation(List.of(), List.of());
    };
  }

  private static Evaluation evaluation(List<FiredRule> fired, List<String> missing) {
    return new Evaluation("low-back-pain", 2, fired, missing, List.of());
  }

  private static FiredRule fired(Urgency urgency) {
    return new FiredRule(
        "CES-1",
        urgency,
        Target.PHYSICIAN,
        OptionalInt.empty(),
        Set.of(),
        new Source("D", "a test", "made for it"),
        true,
        new TreeMap<>(Map.of("CES-1", "YES")),
        new TreeSet<>());
  }
}
