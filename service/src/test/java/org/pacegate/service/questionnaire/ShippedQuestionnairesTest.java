package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.service.intake.ConsentTexts;

class ShippedQuestionnairesTest {
  private static final Path FILES = Path.of("src/main/resources/questionnaires");

  /**
   * Names and phrases that belong to instruments of others (clinical.md 3.1), in either language. A
   * file that holds one is not ours to ship.
   */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          String.join(
              "|",
              "roland.?morris|\\brmdq\\b|oswestry|\\bodi\\b|start.?back|keele|\\buwri\\b|\\bostrc\\b",
              "promis\\b|eq-?5d|euroqol|foot posture index|\\bfpi\\b|\\bnprs\\b|\\bpsfs\\b|örebro",
              "i stay at home most of the time|i change position frequently|handrail to get upstairs",
              "me quedo en casa la mayor parte|cambio de postura con frecuencia",
              "pain has spread down my leg|worrying thoughts have been going through my mind",
              "my pain is the worst imaginable|i can lift heavy weights without|pain intensity section",
              "difficulties participating in normal training|reduced your training volume",
              "i have no problems in walking about|no tengo problemas para caminar",
              "i am extremely anxious or depressed|how much did pain interfere with your",
              "my ability to run pain free|talar head palpation|navicular prominence"));

  static List<String> files() {
    return ShippedQuestionnaires.FILES;
  }

  /**
   * Clinical.md 1.3 and 1.4: what somebody had or has in the family; nothing about how they are.
   */
  @Test
  void r4172_only_what_cannot_unhappen_lasts() {
    assertThat(
            files().stream()
                .map(ShippedQuestionnaires::read)
                .flatMap(form -> form.all().stream())
                .flatMap(
                    item ->
                        item.options().stream()
                            .filter(Option::lasting)
                            .map(option -> item.linkId() + " " + option.code()))
                .distinct())
        .containsExactlyInAnyOrder(
            "MAL-1 YES",
            "FX-3 YES",
            "BSI-4 YES",
            "SPA-5 YES",
            "SPA-6 YES",
            "SPA-7 YES",
            "SPA-8 YES",
            "SPA-B27 POSITIVE");
  }

  @Test
  void everyFileIsNamedAndEveryNameIsAFile() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .map(name -> name.replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(ShippedQuestionnaires.FILES);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void r475EverythingCanBeReadInBothLanguages(String file) {
    Questionnaire questionnaire = ShippedQuestionnaires.read(file);

    assertThat(questionnaire.title().isTranslated()).isTrue();
    for (Item item : questionnaire.all()) {
      assertThat(item.text().isTranslated()).as(item.linkId()).isTrue();
      for (Option option : item.options()) {
        assertThat(option.text().isTranslated()).as(item.linkId() + option.code()).isTrue();
      }
      boolean alike = item.type().isQuestion() && item.text().equals(same(item.text()));
      assertThat(alike).as("translated, not copied: " + item.linkId()).isFalse();
    }
  }

  private static Text same(Text text) {
    return Text.of(text.english(), text.english());
  }

  @ParameterizedTest
  @MethodSource("files")
  void r475NoWordingOfAnotherOwnerShips(String file) {
    assertThat(OF_OTHERS.matcher(text(file).toLowerCase(Locale.ROOT)).results().map(m -> m.group()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void r475WhatShipsAsksInWaysThatEveryDoorKnows(String file) {
    assertThat(ShippedQuestionnaires.read(file).questions())
        .as("the consent has a page of its own")
        .filteredOn(item -> !item.linkId().equals("consent.given"))
        .extracting(Item::type)
        .doesNotContain(ItemType.BOOLEAN, ItemType.OPEN_CHOICE);
  }

  @Test
  void r475TheWordListFindsWhatItIsFor() {
    for (String phrase :
        List.of("Roland-Morris", "the ODI", "STarT Back", "OSTRC", "EQ-5D", "PROMIS", "FPI-6")) {
      assertThat(OF_OTHERS.matcher(phrase.toLowerCase(Locale.ROOT)).find()).as(phrase).isTrue();
    }
  }

  @Test
  void r470TheBodyPictureShowsEveryRegion() {
    Item picture =
        ShippedQuestionnaires.read("complaint-1").item("complaint.bodySite").orElseThrow();

    assertThat(picture.type()).isEqualTo(ItemType.BODY_PICTURE);
    assertThat(picture.options())
        .extracting(Option::code)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BodySite.values()).map(Enum::name).toList());
  }

  @Test
  void r470TheRunningProfileHasTheUnitsAndRangesOfTheRecord() {
    Questionnaire profile = ShippedQuestionnaires.read("running-profile-1");

    assertRange(profile, "running.kmPerWeek", "km", RunningHabits.MOST_KM);
    assertRange(profile, "running.longestRunKm", "km", RunningHabits.MOST_KM);
    assertRange(profile, "running.ascent", "m", RunningHabits.MOST_METRES);
    assertRange(profile, "running.descent", "m", RunningHabits.MOST_METRES);
    assertRange(profile, "running.shoeKm", "km", RunningHabits.MOST_SHOE_KM);
    assertRange(profile, "running.sessionsPerWeek", null, RunningHabits.MOST_SESSIONS);
    assertRange(profile, "running.crossTraining", null, RunningHabits.MOST_SESSIONS);
    assertThat(profile.all()).noneMatch(Item::isRequired);
  }

  private static void assertRange(Questionnaire profile, String linkId, String unit, int most) {
    Item item = profile.item(linkId).orElseThrow();
    assertThat(item.range().unit().orElse(null)).as(linkId).isEqualTo(unit);
    assertThat(item.range().min().orElseThrow()).isEqualByComparingTo("0");
    assertThat(item.range().max().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(most));
  }

  @Test
  void r470TheConsentShowsTheTextThatTheRecordNames() {
    Item text = ShippedQuestionnaires.read("consent-1").item("consent.text").orElseThrow();

    for (Language language : Language.values()) {
      assertThat(text.text().in(language)).isEqualTo(new ConsentTexts().current(language).text());
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(FILES.resolve(file + ".json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
