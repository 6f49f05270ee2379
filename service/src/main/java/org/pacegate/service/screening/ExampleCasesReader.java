package org.pacegate.service.screening;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;

/**
 * Reads the example cases of a rule set. A case gives what differs from the patient in {@code
 * baseline}; the link ids in {@code without} have no answer at all, and {@code pins} names the
 * parameters whose shipped values its result depends on.
 */
final class ExampleCasesReader {
  private final RuleSet ruleSet;

  ExampleCasesReader(RuleSet ruleSet) {
    this.ruleSet = ruleSet;
  }

  ExampleCases read(InputStream in) {
    StrictObject root = RuleSetReader.root(in);
    return root.build(
        () -> {
          Answers baseline = answers(root.object("baseline"));
          return new ExampleCases(
              root.text("ruleSet"),
              root.whole("version"),
              root.objects("cases").stream().map(json -> example(json, baseline)).toList());
        });
  }

  private ExampleCase example(StrictObject json, Answers baseline) {
    return json.build(
        () ->
            new ExampleCase(
                json.text("rule"),
                json.oneOf("kind", ExampleCase.Kind.class),
                baseline.withAll(answers(json.object("given"))).without(without(json)),
                json.oneOf("outcome", Outcome.class),
                json.has("urgency")
                    ? Optional.of(json.oneOf("urgency", Urgency.class))
                    : Optional.empty(),
                json.has("pins") ? new HashSet<>(json.texts("pins")) : Set.of()));
  }

  private static Set<String> without(StrictObject json) {
    return json.has("without") ? new HashSet<>(json.texts("without")) : Set.of();
  }

  private Answers answers(StrictObject json) {
    Map<String, Answer> answers = new HashMap<>();
    return json.build(
        () -> {
          json.names().forEach(linkId -> answers.put(linkId, answer(json, linkId)));
          return Answers.of(answers);
        });
  }

  private Answer answer(StrictObject json, String linkId) {
    String text = json.text(linkId);
    return ruleSet
        .question(linkId)
        .map(Question::kind)
        .flatMap(kind -> kind.read(text))
        .orElseThrow(() -> new InvalidRuleSet(json.path() + "." + linkId, "no answer: " + text));
  }
}
