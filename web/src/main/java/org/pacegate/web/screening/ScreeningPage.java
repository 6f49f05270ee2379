package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.screening.DecideFlag;
import org.pacegate.service.screening.ScreeningView;
import org.pacegate.service.screening.Screenings;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;

/** The result of one screening: taken over, its flags decided (R1.32, R1.33). */
@Named
@RequestScoped
public class ScreeningPage {

  @Inject private Screenings screenings;
  @Inject private PatientRecords records;
  @Inject private Refusals refusals;
  @Inject private Clock clock;

  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final long id = AddressNumber.id("id");
  private ScreeningView view;
  private PatientHeader patient;

  /** Shows the page, or says that there is no such screening. */
  public void open() {
    try {
      getPatient();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public ScreeningView getView() {
    if (view == null) {
      view = screenings.view(id);
    }
    return view;
  }

  public PatientHeader getPatient() {
    if (patient == null) {
      patient = records.header(getView().patientId());
    }
    return patient;
  }

  public void takeOver() {
    act(() -> screenings.acknowledge(id), "taken");
  }

  public void clear(String ruleId) {
    decide(ruleId, FlagState.CLEARED);
  }

  public void confirm(String ruleId) {
    decide(ruleId, FlagState.CONFIRMED);
  }

  private void decide(String ruleId, FlagState decision) {
    DecideFlag command =
        new DecideFlag(id, ruleId, decision, reasons.get(ruleId), passwords.get(ruleId));
    act(() -> screenings.decideFlag(command), "decided." + decision);
  }

  private void act(Runnable change, String news) {
    try {
      change.run();
      refusals.newsThere(
          "screening", news, Faces.getRequestContextPath() + "/screening/screening.xhtml?id=" + id);
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal refused) {
      refusals.show("screening", refused);
    }
  }

  /** Nobody took it over, and the time to act is past. */
  public boolean isOverdue() {
    return isWaiting() && getView().actBy().isBefore(clock.instant());
  }

  /** Nobody took it over, and a clock runs. */
  public boolean isWaiting() {
    return getView().actBy() != null && getView().acknowledgedAt() == null;
  }

  /** Whether the button is on the page; a press of one that was there is always answered. */
  public boolean isToTakeOver() {
    return !Faces.isRenderResponse() || getView().acknowledgedBy() == null;
  }

  /** Link ids the screening lacks an answer to. */
  public List<String> getMissing() {
    return getView().missing();
  }

  /** The reasons being typed, by rule. */
  public Map<String, String> getReasons() {
    return reasons;
  }

  /** The passwords being typed, by rule. */
  public Map<String, String> getPasswords() {
    return passwords;
  }

  /** The text for the patient that goes with the urgency. */
  public String getSafetyKey() {
    return "safety." + (getView().maxUrgency() == null ? "NONE" : getView().maxUrgency());
  }

  public boolean isInflammatory() {
    return getView().flags().stream().anyMatch(flag -> flag.ruleId().startsWith("SPA-"));
  }
}
