package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StartCheckTest {
  private static final List<String> FILES = List.of("consent-1", "complaint-1");

  private final List<String> validated = new ArrayList<>();

  private List<List<FileProblem>> sound(List<QuestionnaireFile> files) {
    files.forEach(file -> validated.add(file.hash()));
    return files.stream().map(file -> List.<FileProblem>of()).toList();
  }

  @Test
  void r476EveryFileIsReadAndValidated() {
    assertThat(new StartCheck(ShippedQuestionnaires::file, this::sound).run(FILES))
        .containsOnlyKeys(FILES);
    assertThat(validated)
        .containsExactlyElementsOf(
            FILES.stream().map(name -> ShippedQuestionnaires.file(name).hash()).toList());
  }

  @Test
  void r476AFileThatCannotBeReadStopsTheStartBeforeAnyIsValidated() {
    Function<String, QuestionnaireFile> broken =
        name -> changed(name, "\"linkId\": \"consent.given\"", "\"linkId\": \"consent.text\"");

    assertThatThrownBy(() -> new StartCheck(broken, this::sound).run(FILES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("consent-1")
        .hasMessageContaining("LINK_ID_TWICE");
    assertThat(validated).isEmpty();
  }

  @Test
  void r476AFileThatTheValidatorRefusesStopsTheStart() {
    Function<List<QuestionnaireFile>, List<List<FileProblem>>> second =
        files -> List.of(List.of(), List.of(new FileProblem("here", "fhir.invalid", "why")));

    assertThatThrownBy(() -> new StartCheck(ShippedQuestionnaires::file, second).run(FILES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("complaint-1")
        .hasMessageContaining("why");
  }

  @Test
  void r476AFileUnderAnotherNameStopsTheStart() {
    Function<String, QuestionnaireFile> same = name -> ShippedQuestionnaires.file("consent-1");

    assertThatThrownBy(() -> new StartCheck(same, this::sound).run(FILES))
        .hasMessageContaining("complaint-1 holds consent 1");
  }

  private static QuestionnaireFile changed(String name, String sound, String wrong) {
    String text = ShippedQuestionnaires.file(name).text();
    return new QuestionnaireFile(text.replace(sound, wrong).getBytes(StandardCharsets.UTF_8));
  }
}
