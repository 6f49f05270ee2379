package org.pacegate.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.AcceptFor;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IncompleteIntake;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.RejectIntake;
import org.pacegate.service.intake.ShownWords;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.patient.PossibleMatch;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.SubmissionKey;

/** One intake that a runner sent: read, then taken into a record or rejected (R4.112). */
@Named
@RequestScoped
public class ReceivedPage {

  @Inject private IntakeInbox inbox;
  @Inject private Intakes intakes;
  @Inject private PatientSearch search;
  @Inject private ReceivedWords words;
  @Inject private SubmissionKey key;

  private long id;
  private IntakeView view;
  private List<PossibleMatch> matches;
  private List<FiredRule> takenBack;
  private String reason;

  @PostConstruct
  void readAddress() {
    id = AddressNumber.id("id");
  }

  /** Shows the page, or says that there is no such intake. */
  public void open() {
    try {
      getView();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public IntakeView getView() {
    if (view == null) {
      view = intakes.open(id);
      words.pin(view);
    }
    return view;
  }

  public boolean isWaiting() {
    return getView().state() == IntakeState.RECEIVED;
  }

  /** Dangers that the runner took back; a professional decides on them all the same. */
  public List<FiredRule> getTakenBack() {
    if (takenBack == null) {
      takenBack = isWaiting() ? inbox.takenBack(id) : List.of();
    }
    return takenBack;
  }

  /** Every answer, by the part that asks for it. */
  public Map<IntakeStep, List<SourcedLine>> getLines() {
    return getView().sources().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("person.notSame"))
        .filter(entry -> !entry.getKey().equals("consent.signed"))
        .filter(entry -> !isNoLongerAsked(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .collect(
            Collectors.groupingBy(
                entry -> IntakeStep.of(entry.getKey()),
                TreeMap::new,
                Collectors.mapping(
                    entry ->
                        words.line(
                            entry.getKey(),
                            entry.getValue(),
                            getView().lastTime().get(entry.getKey())),
                    Collectors.toList())));
  }

  /** Another answer made its question pass away; a danger in it stands among those taken back. */
  private boolean isNoLongerAsked(String field) {
    return getView().noLongerAsked().stream()
        .anyMatch(linkId -> field.equals(linkId) || field.equals("answer." + linkId));
  }

  /** Records that may be the same person. */
  public List<PossibleMatch> getMatches() {
    if (matches == null) {
      matches =
          isWaiting() && getView().patientId() == null
              ? search.possibleMatches(
                  new MatchQuestion(
                      of("person.familyName"),
                      of("person.givenName"),
                      born(),
                      of("person.phone"),
                      of("person.email")))
              : List.of();
    }
    return matches;
  }

  private LocalDate born() {
    try {
      return LocalDate.parse(of("person.birthDate"));
    } catch (DateTimeException none) {
      return null;
    }
  }

  private String of(String field) {
    return getView().entries().getOrDefault(field, "");
  }

  public void acceptFor(long patient) {
    accept(() -> inbox.acceptFor(new AcceptFor(id, patient, key.getValue(), spoken())));
  }

  public void acceptNew() {
    accept(() -> inbox.acceptNew(new AcceptNew(id, key.getValue(), spoken())));
  }

  private ShownWords spoken() {
    return words.readBy(getView());
  }

  private void accept(Supplier<Submitted> accepting) {
    try {
      Faces.redirect(
          Faces.getRequestContextPath()
              + "/screening/screening.xhtml?id="
              + accepting.get().screeningId());
    } catch (IncompleteIntake incomplete) {
      incomplete.problems().stream().map(FieldProblem::field).distinct().forEach(words::lacks);
    } catch (DomainRefusal refused) {
      words.refused(refused);
    }
  }

  public void reject() {
    try {
      inbox.reject(new RejectIntake(id, reason == null ? "" : reason));
      words.rejected();
    } catch (DomainRefusal refused) {
      words.refused(refused);
    }
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
