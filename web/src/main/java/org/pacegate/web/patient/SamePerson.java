package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.service.merge.MergeSide;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.patient.PossibleMatch;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** Finds the other record of a person: by likeness, or by its number (R2.52). */
@Named
@RequestScoped
public class SamePerson {

  private static final int MOST = 200;

  @Inject private MergePage page;
  @Inject private PatientSearch patients;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  private List<PossibleMatch> matches;
  private String number;

  /** Records that may be the same person; itself is not among them. */
  public List<PossibleMatch> getMatches() {
    if (matches == null) {
      matches =
          patients.possibleMatches(question(page.getOwn())).stream()
              .filter(match -> match.patientId() != page.getA())
              .toList();
    }
    return matches;
  }

  private static MatchQuestion question(MergeSide own) {
    return new MatchQuestion(
        own.header().familyName(),
        own.header().givenName(),
        own.header().birthDate(),
        own.phone(),
        own.email());
  }

  /** Goes on with the record of this number; a number stays out of the address. */
  public String choose() {
    String asked = number == null ? "" : number.strip();
    List<Long> found =
        asked.isEmpty() || asked.length() > MOST
            ? List.of()
            : patients.find(asked, 0).rows().stream()
                .filter(row -> row.recordNumber().equalsIgnoreCase(asked))
                .map(row -> row.patientId())
                .filter(id -> id != page.getA())
                .toList();
    if (found.isEmpty()) {
      refusals.at("number", words.say("patient", "refusal.merge.noSuchNumber"));
      Faces.validationFailed();
      return null;
    }
    return "/patient/merge?faces-redirect=true&a=" + page.getA() + "&b=" + found.get(0);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
