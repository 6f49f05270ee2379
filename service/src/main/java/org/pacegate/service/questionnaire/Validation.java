package org.pacegate.service.questionnaire;

import ca.uhn.fhir.util.VersionUtil;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Holds files against the validator, but for those that this version of it has found valid: when
 * the build was tested, or since, which the database remembers (R4.76).
 */
@ApplicationScoped
public class Validation {
  /** Changes with HAPI, or when the definitions that are picked out of it change. */
  static final String VALIDATOR = "hapi-fhir " + VersionUtil.getVersion() + " questionnaire 1";

  private static final ValidatedFiles TESTED = ValidatedFiles.load();

  /** For each file, on a machine that is busy with other things. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final String VALID =
      "select 1 from questionnaire_validation where file_hash = ? and validator = ?";
  private static final String REMEMBER =
      "insert into questionnaire_validation (file_hash, validator) values (?, ?)"
          + " on conflict do nothing";

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  /** The folder with the validator's jars. */
  @Resource(lookup = "pacegate/validator")
  private String folder;

  private IsolatedValidator validator;

  private synchronized IsolatedValidator validator() {
    if (validator == null) {
      try (Stream<Path> jars = Files.list(Path.of(folder))) {
        validator = new IsolatedValidator(jars.map(Validation::url).toList(), LIMIT);
      } catch (IOException missing) {
        throw new ValidatorFailed("is not in " + folder, missing);
      }
    }
    return validator;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no address of a file: " + jar, e);
    }
  }

  /**
   * Every error of each file, in the files' order; none for a file that was found valid before.
   *
   * @throws ValidatorFailed if the validator gives no answer, or it is still looking at others
   */
  List<List<FileProblem>> errors(List<QuestionnaireFile> files) {
    List<QuestionnaireFile> unknown = files.stream().filter(file -> !isKnown(file)).toList();
    List<List<FileProblem>> found = unknown.isEmpty() ? List.of() : validated(unknown);
    List<List<FileProblem>> all = new ArrayList<>();
    for (QuestionnaireFile file : files) {
      int place = unknown.indexOf(file);
      all.add(place < 0 ? List.of() : found.get(place));
    }
    return all;
  }

  private List<List<FileProblem>> validated(List<QuestionnaireFile> files) {
    List<List<FileProblem>> found = validator().errors(files);
    for (int i = 0; i < files.size(); i++) {
      if (found.get(i).isEmpty()) {
        remember(files.get(i));
      }
    }
    return found;
  }

  private boolean isKnown(QuestionnaireFile file) {
    return TESTED.contains(file, VALIDATOR) || wasFoundValid(file);
  }

  private boolean wasFoundValid(QuestionnaireFile file) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(VALID)) {
      statement.setString(1, file.hash());
      statement.setString(2, VALIDATOR);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new ValidatorFailed("cannot ask the database", e);
    }
  }

  private void remember(QuestionnaireFile file) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(REMEMBER)) {
      statement.setString(1, file.hash());
      statement.setString(2, VALIDATOR);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new ValidatorFailed("cannot tell the database", e);
    }
  }
}
