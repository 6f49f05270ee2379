package org.pacegate.service.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.injury.RunningProfile;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Relation;
import org.pacegate.domain.intake.Signature;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.PatientFile;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.intake.ConsentText;

/** The desk as one runner meets it: registers once, asks the questions, keeps what was typed. */
final class Desk {

  /** An intake that is being filled in. */
  record Conversation(Intake intake, Patient patient) {}

  /**
   * How somebody answers.
   *
   * @param besides what the complaint's own words answer, by link id
   */
  record Said(Replies replies, Map<String, String> besides) {}

  private static final int UNFINISHED = 9;
  private static final int SIGNS_ALONE_AT = 16;

  private final Practice practice;
  private final Ledger ledger;
  private final Person person;
  private final RandomGenerator random;
  private final PatientFile file;
  private Patient patient;

  Desk(Practice practice, Ledger ledger, Person person, RandomGenerator random) {
    this.practice = practice;
    this.ledger = ledger;
    this.person = person;
    this.random = random;
    this.file =
        new PatientFile(
            List.of(),
            PatientFile.Recorded.NOTHING,
            practice.staff().licences(),
            DiagnosisPolicy.PHYSICIAN_ONLY,
            ledger::add);
  }

  /** Every course of care of the runner. */
  PatientFile file() {
    return file;
  }

  boolean isForAChild(Instant at) {
    return person
        .birthDate()
        .plusYears(18)
        .isAfter(LocalDate.ofInstant(at, practice.script().zone()));
  }

  Conversation take(BodySite site, Attribution by) {
    Intake intake = begun(earlier(by, 11));
    RuleSet rules = practice.rules(site);
    intake.askBy(rules.id(), rules.version());
    if (patient != null) {
      intake.forPatient(patient.id());
    }
    ledger.add(intake);
    return new Conversation(intake, registered(intake.id(), by));
  }

  /** Somebody who only called, under a number of their own. */
  Patient registered(Attribution by) {
    Intake call = begun(earlier(by, 9));
    call.discard(by);
    ledger.add(call);
    return registered(call.id(), by);
  }

  private Intake begun(Attribution by) {
    return Intake.start(practice.firstRules().id(), practice.firstRules().version(), by);
  }

  private Patient registered(long intake, Attribution by) {
    if (patient == null) {
      patient = new Patient("PG-" + intake, person, by);
      ledger.add(patient);
    }
    return patient;
  }

  private static Attribution earlier(Attribution by, int minutes) {
    return new Attribution(by.by(), by.at().minus(Duration.ofMinutes(minutes)), by.day());
  }

  Screening finish(Conversation talk, Said said, CourseOfCare care, Attribution by) {
    Intake intake = talk.intake();
    Map<String, String> replied = replied(said, care.episode(), facts(Occasion.INTAKE, by), by);
    RunningHabits habits = new Runners(practice.script(), practice.today()).habits(random);
    Map<String, String> typed = answers(replied);
    typed.putAll(Typed.person(person));
    typed.putAll(Typed.complaint(care.episode().injury()));
    typed.putAll(Typed.running(habits));
    ledger.add(new RunningProfile(care.episode().id(), intake.id(), habits, by));
    Optional<Consent> consent = Optional.empty();
    if (said.replies() == Replies.STOPPED) {
      intake.leaveToComplete();
    } else {
      consent = Optional.of(consent(intake, typed, by));
    }
    intake.save(IntakeStep.CONSENT, by);
    return submit(intake, typed, replied, Occasion.INTAKE, consent, care, by);
  }

  private Consent consent(Intake intake, Map<String, String> typed, Attribution by) {
    ConsentText text = practice.consents().current(person.language());
    boolean child = person.birthDate().plusYears(SIGNS_ALONE_AT).isAfter(by.day());
    String name = (child ? "M." : person.givenName()) + " " + person.familyName();
    Relation relation = child ? Relation.PARENT : Relation.SELF;
    typed.put("consent.given", text.id());
    typed.put("consent.signed", text.id());
    typed.put("consent.signature", name);
    typed.put("consent.relation", relation.name());
    Consent consent =
        new Consent(
            patient.id(),
            intake.id(),
            text.version(),
            text.language(),
            text.hash(),
            Signature.typed(name, relation),
            Door.DESK,
            by);
    ledger.add(consent);
    return consent;
  }

  Screening rescreen(Said said, CourseOfCare care, Attribution by) {
    Occasion occasion = care.plans().isEmpty() ? Occasion.INTAKE : Occasion.FOLLOW_UP;
    Intake intake = again(care.episode(), by);
    Map<String, String> replied = replied(said, care.episode(), facts(occasion, by), by);
    return submit(intake, answers(replied), replied, occasion, Optional.empty(), care, by);
  }

  private Intake again(Episode episode, Attribution by) {
    RuleSet rules = practice.rules(episode.injury().bodySite());
    Intake intake =
        Intake.rescreen(patient.id(), episode.id(), rules.id(), rules.version(), earlier(by, 6));
    ledger.add(intake);
    return intake;
  }

  /** The first questions were asked, the rest not yet. */
  void beginQuestions(Said said, Episode episode, Attribution by) {
    Intake intake = again(episode, by);
    intake.save(IntakeStep.SCREENING, by);
    Map<String, String> replied = replied(said, episode, facts(Occasion.INTAKE, by), by);
    Map<String, String> first = new LinkedHashMap<>();
    practice.rules(episode.injury().bodySite()).questions().stream()
        .filter(question -> replied.containsKey(question.linkId()))
        .limit(UNFINISHED)
        .forEach(question -> first.put(question.linkId(), replied.get(question.linkId())));
    ledger.type(intake.id(), answers(first), by);
  }

  private Screening submit(
      Intake intake,
      Map<String, String> typed,
      Map<String, String> replied,
      Occasion occasion,
      Optional<Consent> consent,
      CourseOfCare care,
      Attribution by) {
    ScreeningFacts facts = facts(occasion, by);
    if (occasion == Occasion.FOLLOW_UP) {
      var fourWeeksAgo = by.at().minus(Duration.ofDays(28));
      facts =
          facts.withoutImprovementAfter4Weeks(
              care.plans().get(0).createdAt().isBefore(fourWeeksAgo));
    }
    RuleSet rules = practice.rules(care.episode().injury().bodySite());
    Answers answers =
        Replies.read(rules, replied)
            .withAll(facts.withOnset(care.episode().injury().onsetDate()).asAnswers());
    Screening screening =
        care.screen(
            intake.id(),
            rules.screen(answers),
            practice.screeningValidDays(),
            DangerClock.proposed(practice.script().zone()),
            by);
    intake.submit(patient.id(), care.episode().id(), consent, key(), by);
    ledger.type(intake.id(), typed, by);
    return screening;
  }

  private ScreeningFacts facts(Occasion occasion, Attribution by) {
    return ScreeningFacts.on(by.day(), occasion)
        .bornOn(person.birthDate())
        .ofSex(person.sex().name());
  }

  private Map<String, String> replied(
      Said said, Episode episode, ScreeningFacts facts, Attribution by) {
    Injury injury = episode.injury();
    return said.replies()
        .to(
            practice.rules(injury.bodySite()),
            facts.withOnset(injury.onsetDate()).asAnswers(),
            said.besides(),
            by.day(),
            random);
  }

  private static Map<String, String> answers(Map<String, String> replied) {
    Map<String, String> typed = new HashMap<>();
    replied.forEach((linkId, text) -> typed.put("answer." + linkId, text));
    return typed;
  }

  private UUID key() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
