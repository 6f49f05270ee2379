package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.service.questionnaire.ItemChange.Kind;

class FileReportTest {
  private static final Questionnaire CONSENT = ShippedQuestionnaires.read("consent-1");

  @Test
  void r477ANewFormIsCountedAndComparedWithNothing() {
    FileReport report = FileReports.of(CONSENT, Optional.empty());

    assertThat(report.isLoadable()).isTrue();
    assertThat(report.counts())
        .containsEntry(ItemType.GROUP, 1L)
        .containsEntry(ItemType.DISPLAY, 2L)
        .containsEntry(ItemType.BOOLEAN, 1L);
    assertThat(report.comparedWith()).isEmpty();
    assertThat(report.changes()).isEmpty();
    assertThat(report.untranslated()).isEmpty();
  }

  @Test
  void r477WhatDiffersFromTheVersionBeforeIsNamed() {
    Questionnaire next =
        read(
            ShippedQuestionnaires.file("consent-1")
                .text()
                .replace("\"version\": \"1\"", "\"version\": \"2\"")
                .replace("\"consent.given.help\"", "\"consent.given.hint\"")
                .replace("\"required\": true,", ""));

    FileReport report = FileReports.of(next, Optional.of(CONSENT));

    assertThat(report.comparedWith()).contains("1");
    assertThat(report.changes())
        .containsExactlyInAnyOrder(
            new ItemChange("consent.given", Kind.CHANGED),
            new ItemChange("consent.given.hint", Kind.NEW),
            new ItemChange("consent.given.help", Kind.GONE));
  }

  @Test
  void r477WhatHasNoSpanishIsNamed() {
    String file = ShippedQuestionnaires.file("consent-1").text();
    String spanish = "\"valueCode\": \"es\"";
    int last = file.lastIndexOf(spanish);

    Questionnaire read =
        read(
            file.substring(0, last)
                + file.substring(last).replace(spanish, "\"valueCode\": \"fr\""));

    assertThat(FileReports.of(read, Optional.empty()).untranslated())
        .containsExactly("consent.given.help");
  }

  private static Questionnaire read(String file) {
    return QuestionnaireReader.read(new QuestionnaireFile(file.getBytes(StandardCharsets.UTF_8)))
        .questionnaire()
        .orElseThrow();
  }
}
