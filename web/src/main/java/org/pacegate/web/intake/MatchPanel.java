package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.patient.PossibleMatch;
import org.pacegate.web.shared.AddressNumber;

/** Records that may be the person at the desk (R4.11). A rejected one is not offered again. */
@Named
@RequestScoped
public class MatchPanel {

  private static final String REJECTED = "person.notSame-";

  @Inject private IntakePage page;
  @Inject private Intakes intakes;
  @Inject private PatientSearch search;
  private List<PossibleMatch> matches;

  /** What to offer beside the form as it stands; asked when it is shown, not while it is read. */
  public List<PossibleMatch> getMatches() {
    if (!Faces.isRenderResponse()) {
      return List.of();
    }
    if (matches == null) {
      matches = isAsked() ? found() : List.of();
    }
    return matches;
  }

  private boolean isAsked() {
    return page.getStep() == IntakeStep.PERSON && page.view().patientId() == null;
  }

  private List<PossibleMatch> found() {
    TypedEntries typed = page.getEntries();
    MatchQuestion question =
        new MatchQuestion(
            typed.of("person.familyName"),
            typed.of("person.givenName"),
            date(typed.of("person.birthDate")),
            typed.of("person.phone"),
            typed.of("person.email"));
    return search.possibleMatches(question).stream()
        .filter(match -> typed.of(REJECTED + match.patientId()).isEmpty())
        .toList();
  }

  private static LocalDate date(String kept) {
    try {
      return kept.isEmpty() ? null : LocalDate.parse(kept);
    } catch (DateTimeException notYet) {
      return null;
    }
  }

  /** The person is this record: {@code usePatient} of the request. */
  public void use() {
    change(
        () -> intakes.usePatient(page.getId(), AddressNumber.id("usePatient")),
        IntakeStep.COMPLAINT);
  }

  /** The person is not this record: {@code notSame} of the request. */
  public void reject() {
    page.getEntries().getTexts().put(REJECTED + AddressNumber.id("notSame"), "YES");
    page.goTo(IntakeStep.PERSON);
  }

  /** The person is somebody new after all. */
  public void useSomebodyNew() {
    change(() -> intakes.useSomebodyNew(page.getId()), IntakeStep.PERSON);
  }

  private void change(Runnable change, IntakeStep next) {
    page.save();
    if (Faces.getContext().getResponseComplete()) {
      return;
    }
    try {
      change.run();
      new IntakeAddress(page.getId(), next).go();
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }
}
