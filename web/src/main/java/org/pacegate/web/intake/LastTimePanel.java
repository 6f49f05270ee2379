package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.EarlierAnswer;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.KeepAnswer;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.SubmissionKey;

/** What the patient said last time and may keep, beside its question at the desk (R4.176). */
@Named
@RequestScoped
public class LastTimePanel {

  @Inject private IntakePage page;
  @Inject private Intakes intakes;
  @Inject private SubmissionKey key;

  /** The earlier answer to a question; null where the same is answered now, or none can be kept. */
  public EarlierAnswer of(String field) {
    EarlierAnswer earlier = page.view().lastTime().get(field);
    return earlier == null || earlier.value().equals(page.view().entries().get(field))
        ? null
        : earlier;
  }

  /** It still holds; whatever else was typed on the page is kept too. */
  public void keep(String field, String said) {
    if (!page.keepAll()) {
      return;
    }
    try {
      intakes.keepLast(new KeepAnswer(page.getId(), key.getValue(), field, said));
      new IntakeAddress(page.getId(), IntakeStep.SCREENING).go();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }
}
