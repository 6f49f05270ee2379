package org.pacegate.service.intake;

import java.util.List;
import java.util.Set;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.ResponseProblem;
import org.pacegate.service.questionnaire.OwnForm;

/**
 * A form of the clinic's own that applies to an intake.
 *
 * @param given what was answered to it, as far as it can be read
 */
public record AskedOwn(OwnForm own, Response given) {

  /** The questions to ask now, answered or not, in order. */
  public List<Item> asked() {
    return own.form().asked(given);
  }

  /** The entries for them. */
  public List<String> fields() {
    return asked().stream().map(Item::linkId).map(own::field).toList();
  }

  /** The entries that have to be there. */
  public List<String> required() {
    return asked().stream().filter(Item::isRequired).map(Item::linkId).map(own::field).toList();
  }

  /** Everything that is missing, cannot be read or cannot be. */
  public List<ResponseProblem> problems() {
    return own.form().problems(own.form().kept(given));
  }

  /** Link ids of everything that applies, groups and words to read included. */
  public Set<String> enabled() {
    return own.form().enabled(given);
  }
}
