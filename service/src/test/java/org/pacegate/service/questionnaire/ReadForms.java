package org.pacegate.service.questionnaire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pacegate.domain.questionnaire.Questionnaire;

/** The shipped forms for the tests of other features, read as at the start; not validated. */
public final class ReadForms {

  private static final Map<String, Questionnaire> SHIPPED =
      new StartCheck(
              ShippedQuestionnaires::file,
              files -> files.stream().map(file -> List.<FileProblem>of()).toList())
          .run(ShippedQuestionnaires.FILES);

  private static final ShippedForms ALL = new ShippedForms();

  static {
    ALL.take(SHIPPED);
  }

  private ReadForms() {}

  /** One for all services of a test run, as in a server. */
  public static ShippedForms all() {
    return ALL;
  }

  /** A build that also ships version 2 of a form: version 1 with this change. */
  public static void shipSecond(String form, UnaryOperator<String> change) {
    String text =
        change.apply(
            ShippedQuestionnaires.file(form + "-1")
                .text()
                .replace("\"version\": \"1\"", "\"version\": \"2\""));
    Map<String, Questionnaire> later = new LinkedHashMap<>(SHIPPED);
    later.put(
        form + "-2",
        ShippedQuestionnaires.read(
            form + "-2", new QuestionnaireFile(text.getBytes(StandardCharsets.UTF_8))));
    ALL.take(later);
  }

  /** What this build ships. */
  public static void shipOwn() {
    ALL.take(SHIPPED);
  }
}
