package org.pacegate.service.questionnaire;

import java.time.Instant;
import org.pacegate.domain.questionnaire.OwnState;
import org.pacegate.domain.questionnaire.Text;

/**
 * One version of a questionnaire in the administrator's list.
 *
 * @param questionnaireId null for one that is shipped
 * @param version of the row, for the next change; 0 for one that is shipped
 * @param form which form it is
 * @param formVersion its version
 * @param title what it is called
 * @param questions how many it may ask
 * @param state null for one that is shipped, which is always in use
 * @param licence why the clinic may use it; null for one that is shipped
 * @param since when it came into its state; null for one that is shipped
 */
public record QuestionnaireLine(
    Long questionnaireId,
    long version,
    String form,
    String formVersion,
    Text title,
    int questions,
    OwnState state,
    String licence,
    Instant since) {

  /** Whether it is that version of that form. */
  boolean is(String wantedForm, String wantedVersion) {
    return form.equals(wantedForm) && formVersion.equals(wantedVersion);
  }

  public boolean isShipped() {
    return questionnaireId == null;
  }
}
