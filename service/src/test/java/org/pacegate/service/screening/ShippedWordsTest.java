package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Deadlines;
import org.pacegate.domain.screening.Effect;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Section;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.questionnaire.ReadForms;

/** Everything a rule set can say has words, in a form or here, and none is left over. */
class ShippedWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"words.properties", "words_es.properties"})
  void everyQuestionRuleCodeAndParameterHasItsWords(String file) {
    Properties words = words(file);

    assertThat(words.stringPropertyNames()).containsAll(keys());
    assertThat(words.values()).noneMatch(text -> text.toString().isBlank());
    assertThat(words.keySet()).isEqualTo(words("words.properties").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"words.properties", "words_es.properties"})
  void noWordsAreLeftOverFromARuleSetThatIsGone(String file) {
    Set<String> known = keys();

    assertThat(words(file).stringPropertyNames())
        .filteredOn(key -> key.matches("(question|choice|rule|parameter)\\..*"))
        .allMatch(known::contains);
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(Set.of("safety.net"));
    Shipped.all().map(Shipped.Tried::rules).forEach(rules -> names(keys, rules));
    ThresholdSets.OF_SCREENING.all().forEach(each -> keys.add("parameter." + each.name()));
    Deadlines.SHIPPED.all().forEach(each -> keys.add("parameter." + each.name()));
    names(keys, "target.", Target.values());
    names(keys, "effect.", Effect.values());
    names(keys, "section.", Section.values());
    names(keys, "urgency.", Urgency.values());
    names(keys, "safety.", Urgency.values());
    names(keys, "status.", ScreeningStatus.values());
    names(keys, "outcome.", Outcome.values());
    names(keys, "answer.", YesNo.values());
    names(keys, "problem.", AnswerProblem.Reason.values());
    return keys;
  }

  private static void names(Set<String> keys, RuleSet rules) {
    rules
        .questions()
        .forEach(
            question -> {
              // What a form asks is said in its own words (R4.96).
              if (ReadForms.all().item(question.linkId()).isPresent()) {
                return;
              }
              keys.add("question." + question.linkId());
              question
                  .choices()
                  .forEach(code -> keys.add("choice." + question.linkId() + "." + code));
            });
    rules.rules().forEach(rule -> keys.add("rule." + rule.id()));
    rules.parameters().all().forEach(parameter -> keys.add("parameter." + parameter.name()));
  }

  private static void names(Set<String> keys, String prefix, Enum<?>[] values) {
    Arrays.stream(values).map(value -> prefix + value.name()).forEach(keys::add);
  }

  private static Properties words(String file) {
    Path path = Path.of("../web/src/main/resources/org/pacegate/web/screening", file);
    Properties words = new Properties();
    try (var reader = Files.newBufferedReader(path)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
