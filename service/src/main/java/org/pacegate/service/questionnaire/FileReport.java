package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * What loading a file would do; nothing has been stored.
 *
 * @param problems everything that keeps it from being loaded
 * @param questionnaire what it asks; empty when there is any problem
 * @param counts how many items of each kind
 * @param untranslated link ids of what cannot be read in Spanish
 * @param comparedWith the version before of the same form; empty for a new form
 * @param changes items that differ from that version, by link id
 */
public record FileReport(
    List<FileProblem> problems,
    Optional<Questionnaire> questionnaire,
    Map<ItemType, Long> counts,
    List<String> untranslated,
    Optional<String> comparedWith,
    List<ItemChange> changes) {

  public boolean isLoadable() {
    return problems.isEmpty();
  }

  static FileReport refused(List<FileProblem> problems) {
    return new FileReport(
        List.copyOf(problems), Optional.empty(), Map.of(), List.of(), Optional.empty(), List.of());
  }
}
