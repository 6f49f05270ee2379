package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.ScreeningResponse;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.screening.RuleSetFiles;

/**
 * Holds every questionnaire and the rule set it asks for together (R4.73). jqwik prints its seed.
 */
class RuleSetAgreementTest {

  /** A questionnaire and the rule set whose questions it asks. */
  private record Pair(Questionnaire questionnaire, RuleSet rules) {
    @Override
    public String toString() {
      return questionnaire.id() + " asks for " + rules.id() + " " + rules.version();
    }
  }

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Set<String> SAYING_NOTHING = Set.of("NONE", "UNSURE");

  private static final List<Pair> PAIRS =
      List.of(
          pair("low-back-pain-1", "low-back-pain-2"),
          pair("hip-and-groin-1", "hip-and-groin-1"),
          pair("thigh-1", "thigh-1"),
          pair("knee-1", "knee-1"),
          pair("lower-leg-1", "lower-leg-1"),
          pair("ankle-and-foot-1", "ankle-and-foot-1"),
          pair("follow-up-rescreen-1", "low-back-pain-2"));

  private static Pair pair(String questionnaire, String rules) {
    return new Pair(ShippedQuestionnaires.read(questionnaire), RuleSetFiles.read(rules));
  }

  static List<Pair> pairs() {
    return PAIRS;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void r473EveryQuestionIsAnItemOfItsKind(Pair pair) {
    for (Question question : pair.rules().questions()) {
      Item item = pair.questionnaire().item(question.linkId()).orElseThrow();

      assertThat(item.isHidden()).as(question.linkId()).isEqualTo(question.calculated());
      assertThat(item.isRequired()).as(question.linkId()).isEqualTo(question.required());
      assertThat(item.repeats()).isEqualTo(question.kind() == AnswerKind.CHOICES);
      assertThat(item.type()).as(question.linkId()).isEqualTo(type(question.kind()));
      assertThat(item.range().min()).isEqualTo(question.min());
      assertThat(item.range().max()).isEqualTo(question.max());
      assertThat(codes(item)).as(question.linkId()).isEqualTo(codes(question));
      if (!question.calculated()) {
        assertThat(item.takesNotSure() || item.option("UNSURE").isPresent())
            .as("not sure is an answer to " + question.linkId())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void r473NothingElseIsAsked(Pair pair) {
    assertThat(pair.questionnaire().all())
        .filteredOn(item -> item.type().isQuestion() && !item.isHidden())
        .extracting(Item::linkId)
        .allMatch(linkId -> pair.rules().question(linkId).isPresent());
  }

  @Property(tries = 500)
  void r473AnItemIsAskedExactlyWhenTheRuleSetAsksIt(
      @ForAll("anyPair") Pair pair, @ForAll long seed) {
    Random random = new Random(seed);
    RuleSet rules = random.nextBoolean() ? pair.rules() : moved(pair.rules(), random);
    Answers given = answers(rules, random);

    Response response = new ScreeningResponse(pair.questionnaire(), rules).of(given);

    assertThat(linkIdsOfItems(pair.questionnaire().asked(response)))
        .isEqualTo(rules.enabledQuestions(given).stream().map(Question::linkId).collect(toSet()));
    assertThat(linkIdsOfItems(pair.questionnaire().open(response)))
        .isEqualTo(rules.openQuestions(given).stream().map(Question::linkId).collect(toSet()));
  }

  @Property(tries = 200)
  void r473AnswersTheRulesTakeAreAnswersTheFormTakes(
      @ForAll("anyPair") Pair pair, @ForAll long seed) {
    Answers given = answers(pair.rules(), new Random(seed));
    Questionnaire form = pair.questionnaire();

    Response response = form.kept(new ScreeningResponse(form, pair.rules()).of(given));

    Set<String> open = linkIdsOfItems(form.open(response));
    assertThat(form.problems(response)).allMatch(problem -> open.contains(problem.linkId()));
  }

  /** Whoever keeps an answer of last time is never less urgent than with any other answer. */
  @Property(tries = 300)
  void r4172_an_answer_that_lasts_never_lowers_the_urgency(
      @ForAll("anyPair") Pair pair, @ForAll long seed) {
    Answers given = answers(pair.rules(), new Random(seed));
    for (Question question : pair.rules().enabledQuestions(given)) {
      Item item = pair.questionnaire().item(question.linkId()).orElseThrow();
      List<Option> lasting = item.options().stream().filter(Option::lasting).toList();
      for (Option kept : lasting) {
        int urgent = urgency(pair.rules(), given, question, kept);
        assertThat(item.options())
            .as("%s %s", question.linkId(), kept.code())
            .allMatch(other -> urgency(pair.rules(), given, question, other) <= urgent);
      }
    }
  }

  /** 0 for nothing to do, more for what is more urgent. */
  private static int urgency(RuleSet rules, Answers given, Question question, Option option) {
    Answers answers =
        question
            .kind()
            .read(option.code())
            .map(answer -> given.with(question.linkId(), answer))
            .orElse(given);
    return rules
        .soFar(answers)
        .maxUrgency()
        .map(urgency -> (int) Arrays.stream(Urgency.values()).filter(urgency::isAtLeast).count())
        .orElse(0);
  }

  @Provide
  Arbitrary<Pair> anyPair() {
    return Arbitraries.of(PAIRS);
  }

  /** The rule set with every threshold that a clinic may move somewhere within its bounds. */
  private static RuleSet moved(RuleSet rules, Random random) {
    Map<String, Integer> values = new HashMap<>();
    rules
        .parameters()
        .all()
        .forEach(
            each ->
                values.put(each.name(), each.min() + random.nextInt(each.max() - each.min() + 1)));
    return rules.with(values);
  }

  private static Answers answers(RuleSet rules, Random random) {
    Occasion occasion = random.nextBoolean() ? Occasion.INTAKE : Occasion.FOLLOW_UP;
    ScreeningFacts facts = ScreeningFacts.on(TODAY, occasion);
    LocalDate birth = TODAY.minusDays(random.nextInt(36_000));
    facts = random.nextInt(5) > 0 ? facts.bornOn(birth) : facts;
    facts = random.nextInt(5) > 0 ? facts.ofSex(anyOf(SEXES, random)) : facts;
    facts = random.nextInt(5) > 0 ? facts.withOnset(someDay(birth, random)) : facts;
    Answers answers = facts.asAnswers();
    for (Question question : rules.questions()) {
      if (!question.calculated() && random.nextInt(4) > 0) {
        answers = answers.with(question.linkId(), answer(question, birth, random));
      }
    }
    return answers;
  }

  private static final List<String> SEXES = List.of("FEMALE", "MALE", "OTHER", "UNKNOWN");

  private static LocalDate someDay(LocalDate birth, Random random) {
    long days = Math.min(birth.until(TODAY, java.time.temporal.ChronoUnit.DAYS), 200);
    return TODAY.minusDays(random.nextInt((int) days + 1));
  }

  private static Answer answer(Question question, LocalDate birth, Random random) {
    if (random.nextInt(6) == 0) {
      return YesNo.UNSURE;
    }
    return switch (question.kind()) {
      case YES_NO -> random.nextBoolean() ? YesNo.YES : YesNo.NO;
      case DATE -> new OnDate(someDay(birth, random));
      case CHOICE -> new Choice(anyOf(question.choices(), random));
      case CHOICES ->
          new Choices(
              question.choices().stream()
                  .filter(code -> random.nextBoolean())
                  .collect(Collectors.toSet()));
      case AMOUNT -> new Amount(amount(question.min(), question.max(), random));
    };
  }

  private static BigDecimal amount(
      Optional<BigDecimal> min, Optional<BigDecimal> max, Random random) {
    int lowest = min.orElseThrow().intValueExact();
    int highest = max.orElseThrow().intValueExact();
    return BigDecimal.valueOf(lowest + random.nextInt(highest - lowest + 1));
  }

  private static <T> T anyOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static ItemType type(AnswerKind kind) {
    return switch (kind) {
      case YES_NO, CHOICE, CHOICES -> ItemType.CHOICE;
      case AMOUNT -> ItemType.INTEGER;
      case DATE -> ItemType.DATE;
    };
  }

  private static List<String> codes(Item item) {
    List<String> codes = new ArrayList<>(item.options().stream().map(Option::code).toList());
    codes.removeAll(SAYING_NOTHING);
    return codes;
  }

  private static List<String> codes(Question question) {
    return question.kind() == AnswerKind.YES_NO ? List.of("YES", "NO") : question.choices();
  }

  private static Set<String> linkIdsOfItems(List<Item> items) {
    return new HashSet<>(items.stream().map(Item::linkId).toList());
  }

  private static <T> java.util.stream.Collector<T, ?, Set<T>> toSet() {
    return Collectors.toSet();
  }
}
