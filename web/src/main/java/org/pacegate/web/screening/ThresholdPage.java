package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.ThresholdTrial;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.screening.SignThresholds;
import org.pacegate.service.screening.ThresholdLine.Standing;
import org.pacegate.service.screening.ThresholdView;
import org.pacegate.service.screening.Thresholds;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** One version of the clinic's thresholds: what it moves, and its signature (R1.74, R1.75). */
@Named
@RequestScoped
public class ThresholdPage {

  @Inject private Thresholds thresholds;
  @Inject private Refusals refusals;
  @Inject private Translations words;

  private final Long id = idInRequest();
  private ThresholdView view;
  private LocalDate effectiveFrom;
  private boolean seen;
  private String password;

  private static Long idInRequest() {
    String id = Faces.getRequestParameter("version");
    return id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
  }

  /** Shows the page, or says that there is no such version. */
  public void open() {
    try {
      getView();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public ThresholdView getView() {
    if (view == null) {
      if (id == null) {
        throw new NoSuchRecord("ThresholdVersion", 0);
      }
      view = thresholds.one(id);
    }
    return view;
  }

  public String sign() {
    if (!seen && isChanging()) {
      refusals.at("seen", words.say("screening", "threshold.seen.missing"));
      return null;
    }
    try {
      thresholds.sign(new SignThresholds(id, effectiveFrom, password));
      refusals.news(words.say("screening", "threshold.signed"));
      return "/screening/threshold?faces-redirect=true&version=" + id;
    } catch (DomainRefusal refused) {
      refusals.show("screening", refused);
      return null;
    } finally {
      password = null;
    }
  }

  /** Whether the form is on the page; a press of a button that was there is always answered. */
  public boolean isToSign() {
    return !Faces.isRenderResponse()
        || (getView().mayDiagnose() && getView().line().standing() == Standing.DRAFT);
  }

  /** Whether examples were tried: none is about what no rule reads. */
  public boolean isTried() {
    ThresholdTrial trial = getView().trial();
    return trial.passed() > 0 || !trial.changed().isEmpty() || !trial.failures().isEmpty();
  }

  public boolean isChanging() {
    return !getView().trial().changed().isEmpty();
  }

  public LocalDate getEffectiveFrom() {
    return effectiveFrom;
  }

  public void setEffectiveFrom(LocalDate effectiveFrom) {
    this.effectiveFrom = effectiveFrom;
  }

  public boolean isSeen() {
    return seen;
  }

  public void setSeen(boolean seen) {
    this.seen = seen;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
