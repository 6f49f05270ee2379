package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * A form of the clinic's own as an intake is pinned to it.
 *
 * @param form the version
 * @param audience of whom it was asked when the intake began
 */
public record OwnForm(Questionnaire form, Audience audience) {

  /** The entry that holds the answer to a question of it; no link id and no form has a slash. */
  public String field(String linkId) {
    return "own." + form.id() + "/" + linkId;
  }

  /** What an entry's name asks; empty where another form does. */
  public Optional<Item> item(String entry) {
    return form.all().stream().filter(item -> field(item.linkId()).equals(entry)).findFirst();
  }

  /** The entries that it may ask for. */
  public List<String> fields() {
    return form.questions().stream().map(Item::linkId).map(this::field).toList();
  }
}
