package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;

/** The steps of an intake, and which of them hold everything they need. */
@Named("steps")
@RequestScoped
public class StepsPanel {

  @Inject private IntakePage page;
  @Inject private ConsentPanel consent;

  public List<IntakeStep> getAll() {
    return page.view().steps();
  }

  public boolean isDone(IntakeStep step) {
    return switch (step) {
      case PERSON ->
          page.view().patientId() != null
              || has("person", "familyName", "givenName", "birthDate", "sex", "language");
      case COMPLAINT -> has("complaint", "bodySite", "side", "words", "onsetDate", "onsetKind");
      case SCREENING -> page.view().open().isEmpty();
      case RUNNING -> has("running", "kmPerWeek");
      case MORE -> page.view().more().stream().allMatch(form -> form.problems().isEmpty());
      case CONSENT -> consent.isGiven();
    };
  }

  private boolean has(String part, String... fields) {
    return Stream.of(fields).noneMatch(field -> page.getEntries().of(part + "." + field).isEmpty());
  }
}
