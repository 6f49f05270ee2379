package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.PinnedRules;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.service.screening.ClinicRules;
import org.pacegate.service.screening.EarlierAnswers;
import org.pacegate.service.screening.EarlierAnswers.Told;
import org.pacegate.service.shared.ClinicContext;

/** Reads an intake together with what the rules say about it so far. */
@ApplicationScoped
class IntakeReading {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private IntakeEntries entries;
  @Inject private ClinicRules ruleSets;
  @Inject private IntakeForms forms;
  @Inject private LastAnswers last;

  /** As it stands for whoever reads it: at a door of their own, with the runner's own answers. */
  IntakeView view(Intake intake) {
    EntryBook book = entries.of(intake.id());
    Map<String, String> typed = asTheReader(book);
    RuleSet rules = rules(intake);
    Answers answers = answers(intake, new Entries(typed));
    EarlierAnswers earlier = earlier(intake, new Entries(typed), answers);
    AskedForms asked = forms.of(intake);
    List<Question> questions = rules.enabledQuestions(answers);
    OwnEntries own = new OwnEntries(new Entries(typed), asked.own());
    Optional<BodySite> region = region(intake, new Entries(typed));
    return new IntakeView(
        intake.id(),
        intake.state(),
        intake.step(),
        intake.patientId().orElse(null),
        intake.episodeId().orElse(null),
        intake.isRescreen(),
        typed,
        rules,
        asked,
        own.applying(region),
        questions,
        rules.openQuestions(answers).stream().map(Question::linkId).toList(),
        earlier.setAside(),
        Stream.concat(
                noLongerAsked(rules, answers, typed).stream(), own.noLongerAsked(region).stream())
            .toList(),
        soFar(intake, book),
        intake.savedAt(),
        intake.takenBackAt().orElse(null),
        book.sources(),
        last.of(intake, asked, questions),
        book.contradictions(),
        book.differences());
  }

  /** Those of earlier answers that may still be kept as they were shown, by field. */
  Map<String, EarlierAnswer> stillHolding(Intake intake, Map<String, String> said) {
    return said.isEmpty()
        ? Map.of()
        : view(intake).lastTime().entrySet().stream()
            .filter(each -> each.getValue().value().equals(said.get(each.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Answers to what another answer made pass away (R4.59). */
  private static List<String> noLongerAsked(
      RuleSet rules, Answers answers, Map<String, String> typed) {
    List<Question> applying = rules.enabledQuestions(answers);
    return rules.questions().stream()
        .filter(question -> !question.calculated() && !applying.contains(question))
        .map(Question::linkId)
        .filter(linkId -> typed.containsKey(AnswerEntries.field(linkId)))
        .toList();
  }

  private Map<String, String> asTheReader(EntryBook book) {
    return clinic.door().isPresent() ? book.ofRunner() : book.standing();
  }

  /** The entries as they stand for whoever reads them. */
  Entries entries(Intake intake) {
    return new Entries(asTheReader(entries.of(intake.id())));
  }

  /** Fields in which desk and runner differ, and nobody has chosen. */
  List<Contradiction> contradictions(Intake intake) {
    return entries.of(intake.id()).open();
  }

  private Evaluation soFar(Intake intake, EntryBook book) {
    return ofAll(intake, book, typed -> soFar(intake, typed));
  }

  /** Where desk and runner differ, whatever either of them means counts, and both together. */
  private Evaluation ofAll(Intake intake, EntryBook book, Function<Entries, Evaluation> judged) {
    return new BothSides(book, rules(intake))
        .all().stream().map(Entries::new).map(judged).reduce(Evaluation::beside).orElseThrow();
  }

  private Evaluation soFar(Intake intake, Entries typed) {
    Answers answers = answers(intake, typed);
    return earlier(intake, typed, answers).keptIn(rules(intake).soFar(answers));
  }

  /**
   * What answers meant at a runner's own door, also those that were taken back or that the desk
   * chose against, and what any door said that another one says differently, about an earlier
   * region as well: such a danger ends with a professional only (R4.113, R4.191).
   */
  List<FiredRule> saidAtDoors(Intake intake) {
    Stream<Map<String, String>> history =
        intake.isDangerous() ? entries.statesAtDoors(intake.id()).stream() : Stream.empty();
    EntryBook book = entries.of(intake.id());
    Stream<Map<String, String>> each =
        Stream.concat(Stream.of(intake.rules()), intake.earlierRules().stream())
            .flatMap(pinned -> new BothSides(book, rules(pinned)).ofEachDoor().stream());
    return Stream.concat(history, each)
        .flatMap(typed -> soFar(intake, new Entries(typed)).fired().stream())
        .toList();
  }

  /** What the rules say about answers of which one that cannot be read counts as not sure. */
  Evaluation atOnce(Intake intake, BiFunction<RuleSet, Answers, Evaluation> judged) {
    return ofAll(intake, entries.of(intake.id()), typed -> atOnce(intake, typed, judged))
        .withDangers(saidAtDoors(intake));
  }

  private Evaluation atOnce(
      Intake intake, Entries typed, BiFunction<RuleSet, Answers, Evaluation> judged) {
    Answers answers =
        new AnswerEntries(typed, rules(intake)).withUnreadable(answers(intake, typed));
    return earlier(intake, typed, answers).keptIn(judged.apply(rules(intake), answers));
  }

  /** What it is asked from. */
  AskedForms forms(Intake intake) {
    return forms.of(intake);
  }

  RuleSet rules(Intake intake) {
    return rules(intake.rules());
  }

  private RuleSet rules(PinnedRules pinned) {
    return ruleSets
        .find(pinned.ruleSet(), pinned.version(), Optional.ofNullable(pinned.thresholds()))
        .orElseThrow(() -> new IllegalStateException("gone: " + pinned));
  }

  /** What was answered about the regions that the complaint was about before, beside answers. */
  EarlierAnswers earlier(Intake intake, Entries typed, Answers answers) {
    List<Told> earlier =
        intake.earlierRules().stream()
            .map(this::rules)
            .map(rules -> new Told(rules, told(rules, intake, typed)))
            .toList();
    return new EarlierAnswers(new Told(rules(intake), answers), earlier);
  }

  /** Nobody can correct on this page what was typed for another region: unreadable is not sure. */
  private Answers told(RuleSet rules, Intake intake, Entries typed) {
    AnswerEntries entries = new AnswerEntries(typed, rules);
    return entries.withUnreadable(entries.answers().withAll(facts(intake, typed)));
  }

  /** Those of the clinic's own forms that apply. */
  List<AskedOwn> own(Intake intake, Entries typed) {
    return new OwnEntries(typed, forms.of(intake).own()).applying(region(intake, typed));
  }

  /** What the complaint is about, as far as it is known. */
  Optional<BodySite> region(Intake intake, Entries typed) {
    return intake
        .episodeId()
        .map(id -> em.find(Episode.class, id).injury().bodySite())
        .or(() -> typed.constantIfValid("complaint.bodySite", BodySite::valueOf));
  }

  /** The answers typed and the facts that the record or the form holds. */
  Answers answers(Intake intake, Entries typed) {
    return new AnswerEntries(typed, rules(intake)).answers().withAll(facts(intake, typed));
  }

  private Answers facts(Intake intake, Entries typed) {
    ScreeningFacts facts = occasion(intake);
    Optional<Patient> patient = intake.patientId().map(id -> em.find(Patient.class, id));
    Optional<LocalDate> born =
        patient.map(Patient::birthDate).or(() -> typed.dateIfValid("person.birthDate"));
    Optional<String> sex =
        patient
            .map(known -> known.sex().name())
            .or(() -> Optional.ofNullable(typed.text("person.sex")));
    Optional<LocalDate> onset =
        intake.isRescreen()
            ? intake
                .episodeId()
                .map(id -> em.find(Episode.class, id))
                .flatMap(episode -> episode.injury().onset())
            : typed.dateIfValid("complaint.onsetDate");
    if (born.isPresent()) {
      facts = facts.bornOn(born.get());
    }
    if (sex.isPresent()) {
      facts = facts.ofSex(sex.get());
    }
    if (onset.isPresent()) {
      facts = facts.withOnset(onset.get());
    }
    return facts.asAnswers();
  }

  /**
   * Care has begun with the first plan. Nothing recorded in this version can show an improvement,
   * so after four weeks of care there is none that is known.
   */
  private ScreeningFacts occasion(Intake intake) {
    Instant firstPlan =
        intake.isRescreen()
            ? em.createQuery(
                    "select min(p.createdAt) from CarePlan p where p.episodeId = :episode",
                    Instant.class)
                .setParameter("episode", intake.episodeId().orElseThrow())
                .getSingleResult()
            : null;
    if (firstPlan == null) {
      return ScreeningFacts.on(clinic.today(), Occasion.INTAKE);
    }
    return ScreeningFacts.on(clinic.today(), Occasion.FOLLOW_UP)
        .withoutImprovementAfter4Weeks(firstPlan.isBefore(clinic.now().minus(Duration.ofDays(28))));
  }
}
