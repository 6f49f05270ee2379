package org.pacegate.service.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;

/** Runs every patient of vignettes.txt through the door that {@code ./run --evaluate} uses. */
class VignettesTest {
  private static final int FEWEST = 120;
  private static final EvaluateAnswers EVALUATE = new EvaluateAnswers(LocalDate.of(2026, 6, 15));

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void comesOutAsWritten(Vignette vignette) {
    JsonObject found = evaluated(vignette);

    assertThat(urgency(found)).isEqualTo(vignette.urgency().map(Urgency::name).orElse("-"));
    assertThat(fired(found)).isEqualTo(new TreeSet<>(vignette.fired()));
    assertThat(texts(found, "indeterminate")).isEqualTo(new TreeSet<>(vignette.open()));
    assertThat(found.getJsonArray("problems")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void whatStaysOpenIsNeverCalledNegative(Vignette vignette) {
    JsonObject found = evaluated(vignette);

    if (!texts(found, "missing").isEmpty() || !texts(found, "indeterminate").isEmpty()) {
      assertThat(found.getString("status")).isNotEqualTo("NEGATIVE");
      assertThat(texts(found, "missing")).isNotEmpty();
    }
  }

  @Test
  void thereAreEnoughOfThemAndEveryRuleFiresInOne() {
    List<Vignette> all = all();
    Set<String> fired = new HashSet<>();
    all.forEach(vignette -> fired.addAll(vignette.fired()));
    System.out.println(all.size() + " vignettes");

    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST).doesNotHaveDuplicates();
    assertThat(all.stream().map(v -> v.ruleSet() + " " + v.version()).collect(Collectors.toSet()))
        .isEqualTo(Shipped.all().map(Shipped.Tried::toString).collect(Collectors.toSet()));
    assertThat(fired)
        .containsAll(
            Shipped.all()
                .flatMap(tried -> tried.rules().rules().stream())
                .map(rule -> rule.id())
                .toList());
  }

  /** Version 1 of the low back's rules is no longer written for; version 2 has its patients. */
  @Test
  void inEverySetEachRuleFiresInOneAndJustMissesAnother() {
    List<String> without = new ArrayList<>();
    for (Shipped.Tried tried : Shipped.all().toList()) {
      List<Vignette> own = of(tried.rules());
      for (Rule rule : own.size() < 3 ? List.<Rule>of() : tried.rules().rules()) {
        if (own.stream().noneMatch(each -> each.fired().contains(rule.id()))) {
          without.add(tried + " " + rule.id() + " fires nowhere");
        }
        if (own.stream().noneMatch(each -> justMisses(tried.rules(), rule, each))) {
          without.add(tried + " " + rule.id() + " has no near miss");
        }
      }
    }
    assertThat(without).isEmpty();
  }

  private static List<Vignette> of(RuleSet rules) {
    return all().stream()
        .filter(each -> each.ruleSet().equals(rules.id()) && each.version() == rules.version())
        .toList();
  }

  /** The patient speaks of something that the rule reads, and it stays silent. */
  private static boolean justMisses(RuleSet rules, Rule rule, Vignette patient) {
    Set<String> inputs = rule.criterion().inputs().keySet();
    boolean factsOnly =
        inputs.stream().allMatch(linkId -> rules.question(linkId).orElseThrow().calculated());
    return !patient.fired().contains(rule.id())
        && (factsOnly || inputs.stream().anyMatch(patient::speaksOf));
  }

  static List<Vignette> all() {
    try (InputStream in = VignettesTest.class.getResourceAsStream("/vignettes.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Vignette::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject evaluated(Vignette vignette) {
    String found = EVALUATE.evaluate(new ByteArrayInputStream(vignette.asFile().getBytes(UTF_8)));
    try (JsonReader reader = Json.createReader(new StringReader(found))) {
      return reader.readObject();
    }
  }

  private static String urgency(JsonObject found) {
    return found.get("urgency") == JsonValue.NULL ? "-" : found.getString("urgency");
  }

  private static Set<String> fired(JsonObject found) {
    return found.getJsonArray("fired").getValuesAs(JsonObject.class).stream()
        .map(rule -> rule.getString("rule"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(JsonObject found, String name) {
    return found.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
