package org.pacegate.service.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What was typed, read as the domain's values. Entries are named {@code person.…}, {@code
 * complaint.…}, {@code answer.<link id>}, {@code running.…} and {@code consent.given}; a date is
 * kept as ISO 8601, or as it was typed while it is not a date.
 */
final class IntakeForm {

  /** Stands in for every other field while one is tried. */
  private static final String OK = "ok";

  private final Map<String, String> entries;
  private final List<FieldProblem> problems = new ArrayList<>();

  IntakeForm(Map<String, String> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** Every problem met so far. */
  List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  Optional<Person> person(LocalDate today) {
    LocalDate born = date(IntakeStep.PERSON, "person.birthDate");
    Sex sex = constant(IntakeStep.PERSON, "person.sex", Sex::valueOf);
    Language language = constant(IntakeStep.PERSON, "person.language", Language::valueOf);
    required(IntakeStep.PERSON, "person.familyName");
    required(IntakeStep.PERSON, "person.givenName");
    eachOfPerson(born, today);
    if (born == null || sex == null || language == null) {
      return Optional.empty();
    }
    return built(
        IntakeStep.PERSON,
        "person.",
        () -> {
          Person person =
              new Person(
                  text("person.familyName"),
                  text("person.givenName"),
                  born,
                  sex,
                  text("person.phone"),
                  text("person.email"),
                  language);
          person.expectPlausibleOn(today);
          return person;
        });
  }

  /** Tries every field by itself, so that all that is wrong is said at once. */
  private void eachOfPerson(LocalDate born, LocalDate today) {
    tried("person.familyName", name -> person(name, OK, today, null, null));
    tried("person.givenName", name -> person(OK, name, today, null, null));
    tried("person.phone", phone -> person(OK, OK, today, phone, null));
    tried("person.email", email -> person(OK, OK, today, null, email));
    if (born != null) {
      tried("person.birthDate", any -> person(OK, OK, born, null, null).expectPlausibleOn(today));
    }
  }

  private static Person person(
      String family, String given, LocalDate born, String phone, String email) {
    return new Person(family, given, born, Sex.UNKNOWN, phone, email, Language.en);
  }

  private void tried(String field, Consumer<String> constructor) {
    String typed = text(field);
    if (typed != null) {
      built(
          field.startsWith("person.") ? IntakeStep.PERSON : IntakeStep.COMPLAINT,
          field.substring(0, field.indexOf('.') + 1),
          () -> {
            constructor.accept(typed);
            return typed;
          });
    }
  }

  private void eachOfInjury(LocalDate onset, LocalDate today, LocalDate birthDate) {
    tried("complaint.words", words -> injury(words, today));
    if (onset != null) {
      tried("complaint.onsetDate", any -> injury(OK, onset).expectPlausible(today, birthDate));
    }
  }

  private static Injury injury(String words, LocalDate onset) {
    return new Injury(BodySite.LOW_BACK, Side.MIDLINE, words, onset, OnsetKind.UNKNOWN);
  }

  Optional<Injury> injury(LocalDate today, LocalDate birthDate) {
    BodySite site = constant(IntakeStep.COMPLAINT, "complaint.bodySite", BodySite::valueOf);
    Side side = constant(IntakeStep.COMPLAINT, "complaint.side", Side::valueOf);
    LocalDate onset = date(IntakeStep.COMPLAINT, "complaint.onsetDate");
    OnsetKind kind = constant(IntakeStep.COMPLAINT, "complaint.onsetKind", OnsetKind::valueOf);
    required(IntakeStep.COMPLAINT, "complaint.words");
    eachOfInjury(onset, today, birthDate);
    if (site == null || side == null || onset == null || kind == null) {
      return Optional.empty();
    }
    return built(
        IntakeStep.COMPLAINT,
        "complaint.",
        () -> {
          Injury injury = new Injury(site, side, text("complaint.words"), onset, kind);
          injury.expectPlausible(today, birthDate);
          return injury;
        });
  }

  Optional<RunningHabits> habits() {
    int before = problems.size();
    RunningHabits habits =
        new RunningHabits(
            amount("running.kmPerWeek", 500),
            whole("running.sessionsPerWeek", 28),
            amount("running.longestRunKm", 500),
            whole("running.ascent", 30_000),
            whole("running.descent", 30_000),
            text("running.surfaces"),
            text("running.shoes"),
            whole("running.shoeKm", 20_000),
            whole("running.crossTraining", 28));
    return problems.size() == before ? Optional.of(habits) : Optional.empty();
  }

  /** The answers given so far, without calculated facts. */
  Answers answers(RuleSet ruleSet) {
    Answers answers = Answers.none();
    for (var question : ruleSet.questions()) {
      Optional<Answer> answer =
          Optional.ofNullable(text("answer." + question.linkId())).flatMap(question.kind()::read);
      if (answer.isPresent() && !question.calculated()) {
        answers = answers.with(question.linkId(), answer.get());
      }
    }
    return answers;
  }

  /** Notes what was typed in answer to a question and is no answer to it. */
  void expectReadable(Question question) {
    String typed = text("answer." + question.linkId());
    if (typed != null && question.kind().read(typed).isEmpty()) {
      boolean date = question.kind() == AnswerKind.DATE;
      problem(IntakeStep.SCREENING, "answer." + question.linkId(), date ? "noDate" : "noNumber");
    }
  }

  /** Notes a question that nothing was typed in answer to. */
  void expectAnswered(Question question) {
    if (text("answer." + question.linkId()) == null) {
      problem(IntakeStep.SCREENING, "answer." + question.linkId(), "missing");
    }
  }

  boolean consentGiven() {
    return "YES".equals(text("consent.given"));
  }

  void problem(IntakeStep step, String field, String problem) {
    problems.add(new FieldProblem(step, field, problem));
  }

  /** An entry without surrounding space, or null. */
  String text(String field) {
    String value = entries.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A date if it is one; no problem is noted. */
  Optional<LocalDate> dateIfValid(String field) {
    try {
      return Optional.ofNullable(text(field)).map(LocalDate::parse);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private void required(IntakeStep step, String field) {
    if (text(field) == null) {
      problem(step, field, "missing");
    }
  }

  private LocalDate date(IntakeStep step, String field) {
    if (text(field) == null) {
      problem(step, field, "missing");
      return null;
    }
    Optional<LocalDate> date = dateIfValid(field);
    if (date.isEmpty()) {
      problem(step, field, "noDate");
    }
    return date.orElse(null);
  }

  private <E> E constant(IntakeStep step, String field, Function<String, E> reader) {
    if (text(field) == null) {
      problem(step, field, "missing");
      return null;
    }
    try {
      return reader.apply(text(field));
    } catch (IllegalArgumentException unknown) {
      problem(step, field, "missing");
      return null;
    }
  }

  private BigDecimal amount(String field, int most) {
    String typed = text(field);
    if (typed == null) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(typed.replace(',', '.'));
      if (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return value;
      }
      problem(IntakeStep.RUNNING, field, "range");
    } catch (NumberFormatException noNumber) {
      problem(IntakeStep.RUNNING, field, "noNumber");
    }
    return null;
  }

  private Integer whole(String field, int most) {
    BigDecimal value = amount(field, most);
    if (value == null) {
      return null;
    }
    if (value.stripTrailingZeros().scale() > 0) {
      problem(IntakeStep.RUNNING, field, "noWholeNumber");
      return null;
    }
    return value.intValueExact();
  }

  private <T> Optional<T> built(IntakeStep step, String prefix, Supplier<T> constructor) {
    try {
      return Optional.of(constructor.get());
    } catch (InvalidValue invalid) {
      String field = prefix + (invalid.field().equals("complaint") ? "words" : invalid.field());
      if (problems.stream().noneMatch(known -> known.field().equals(field))) {
        problem(step, field, invalid.problem());
      }
      return Optional.empty();
    }
  }
}
