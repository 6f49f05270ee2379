package org.pacegate.service.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.service.testing.Services;

/** A form of a clinic's own with every kind of question, loaded and put to use. */
public record OwnFormInUse(
    Function<Function<Services, Long>, Long> admin, Consumer<String> superuser) {

  public static final String FORM = "load-diary";

  /** The entry that holds the answer to a question of it. */
  public static String field(String linkId) {
    return "own." + FORM + "/" + linkId;
  }

  private static byte[] file(String version) {
    try (InputStream in = OwnFormInUse.class.getResourceAsStream("/own/load-diary.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("VERSION", version)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Loads a version and puts it to use; the validator found it valid before. */
  public long put(String version, Audience audience) {
    byte[] file = file(version);
    superuser.accept(
        "insert into pacegate.questionnaire_validation (file_hash, validator) values ('%s', '%s')"
            .formatted(new QuestionnaireFile(file).hash(), Validation.VALIDATOR));
    long id =
        admin.apply(services -> services.get(Questionnaires.class).load(file, "Our own words."));
    return change(
        version,
        (services, row) ->
            services.get(Questionnaires.class).activate(new AskQuestionnaire(id, row, audience)));
  }

  public long askOf(String version, Audience audience) {
    return change(
        version,
        (services, row) -> {
          long id =
              services.get(QuestionnaireLibrary.class).open(FORM, version).line().questionnaireId();
          services.get(Questionnaires.class).askOf(new AskQuestionnaire(id, row, audience));
        });
  }

  public long retire(String version) {
    return change(
        version,
        (services, row) -> {
          long id =
              services.get(QuestionnaireLibrary.class).open(FORM, version).line().questionnaireId();
          services.get(Questionnaires.class).retire(new ChangeQuestionnaire(id, row));
        });
  }

  private interface Change {
    void by(Services services, long row);
  }

  private long change(String version, Change change) {
    return admin.apply(
        services -> {
          long row = services.get(QuestionnaireLibrary.class).open(FORM, version).line().version();
          change.by(services, row);
          return row;
        });
  }
}
