package org.pacegate.service.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/** How a runner answers the red-flag questions: what is said here, no to all the rest. */
enum Replies {
  HARMLESS(Map.of()),
  /** Cannot say whether the pain is constant, after an infection: a rule stays open. */
  UNCLEAR(Map.of("INF-2", "YES", "INF-4", "UNSURE")),
  /** Comes on earlier in each run, hopping hurts, more distance lately; in a leg, one sore spot. */
  BONE(Map.of("BSI-1", "YES", "BSI-2", "YES", "BSI-3", "YES", "LBS-1", "YES")),
  /** A kick at the heel, and nobody behind. */
  SNAP(Map.of("ACH-1", "YES")),
  FALL(Map.of("FX-1", "YES")),
  FEVER(Map.of("INF-1", "YES")),
  WEAK_LEG(Map.of("CES-6", "YES", "CES-6-SIDE", "ONE_LEG")),
  BLADDER(Map.of("CES-2", "YES")),
  NUMB(Map.of("CES-1", "YES", "CES-2", "UNSURE")),
  /** The desk stops asking at once. */
  STOPPED(Map.of("CES-1", "NO", "CES-2", "NO", "CES-3", "NO", "CES-5", "YES"));

  /** Text of an answered question with several choices of which none holds. */
  static final String NONE_OF_THEM = ",";

  private static final int DAYS_SINCE = 2;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.copyOf
  private final Map<String, String> said;

  Replies(Map<String, String> said) {
    this.said = Map.copyOf(said);
  }

  /** Answers every question that applies, on a day, as typed texts by link id. */
  Map<String, String> to(
      RuleSet rules,
      Answers facts,
      Map<String, String> besides,
      LocalDate day,
      RandomGenerator random) {
    Map<String, String> typed = new HashMap<>();
    Map<String, String> asides = asides(random);
    asides.putAll(besides);
    Answers answers = facts;
    List<Question> open = open(rules, answers);
    while (!open.isEmpty()) {
      for (Question question : open) {
        String text = text(question, asides, day);
        typed.put(question.linkId(), text);
        answers = answers.with(question.linkId(), question.kind().read(text).orElseThrow());
      }
      open = open(rules, answers);
    }
    return typed;
  }

  private List<Question> open(RuleSet rules, Answers answers) {
    return rules.openQuestions(answers).stream()
        .filter(question -> this != STOPPED || said.containsKey(question.linkId()))
        .toList();
  }

  /** Honest yeses that mean little by themselves. */
  private static Map<String, String> asides(RandomGenerator random) {
    Map<String, String> asides = new HashMap<>();
    if (random.nextInt(4) == 0) {
      asides.put("BSI-3", "YES");
    }
    if (random.nextInt(9) == 0) {
      asides.put("REDS-2", "UNUSUAL_TIREDNESS");
    }
    if (random.nextInt(12) == 0) {
      asides.put("AAA-3-RISK", "HIGH_BLOOD_PRESSURE");
    }
    return asides;
  }

  private String text(Question question, Map<String, String> asides, LocalDate day) {
    return Optional.ofNullable(said.get(question.linkId()))
        .or(() -> Optional.ofNullable(asides.get(question.linkId())))
        .orElseGet(
            () ->
                switch (question.kind()) {
                  case YES_NO -> Answer.YesNo.NO.name();
                  case AMOUNT -> question.min().orElseThrow().toPlainString();
                  case DATE -> day.minusDays(DAYS_SINCE).toString();
                  case CHOICE -> harmless(Set.copyOf(question.choices()), question);
                  case CHOICES -> NONE_OF_THEM;
                });
  }

  private static String harmless(Set<String> choices, Question question) {
    return choices.contains("NOT_TESTED") ? "NOT_TESTED" : question.choices().get(0);
  }

  /** The typed texts as answers. */
  static Answers read(RuleSet rules, Map<String, String> typed) {
    Map<String, Answer> answers = new HashMap<>();
    typed.forEach(
        (linkId, text) ->
            rules
                .question(linkId)
                .flatMap(question -> question.kind().read(text))
                .ifPresent(answer -> answers.put(linkId, answer)));
    return Answers.of(answers);
  }
}
