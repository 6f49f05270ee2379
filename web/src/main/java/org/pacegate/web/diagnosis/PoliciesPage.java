package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.clinic.WhoDiagnoses;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.clinic.DiagnosisPolicies;
import org.pacegate.service.clinic.DraftPolicy;
import org.pacegate.service.clinic.PolicyLine;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;
import org.pacegate.web.shared.Translations;

/** The policies of who may diagnose: every version, and a form for another one (R6.28). */
@Named
@RequestScoped
public class PoliciesPage {

  @Inject private DiagnosisPolicies policies;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  @Inject private SubmissionKey key;

  /** What is typed, by field. */
  private final Map<String, String> typed = new HashMap<>();

  private List<PolicyLine> lines;
  private WhoDiagnoses who;
  private boolean priorDiagnosis;

  public List<PolicyLine> getLines() {
    if (lines == null) {
      lines = policies.all();
    }
    return lines;
  }

  public String draft() {
    try {
      long id =
          policies.draft(
              new DraftPolicy(
                  typed.get("jurisdiction"),
                  who,
                  number("maxDays"),
                  null,
                  priorDiagnosis,
                  typed.get("neverCodes"),
                  number("provisionalDays"),
                  typed.get("reason"),
                  key.getValue()));
      refusals.news(words.say("diagnosis", "policy.drafted"));
      return "/diagnosis/policy?faces-redirect=true&policy=" + id;
    } catch (DomainRefusal refused) {
      refusals.show("diagnosis", refused);
      return null;
    }
  }

  private Integer number(String field) {
    String text = typed.getOrDefault(field, "");
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!text.strip().matches("\\d{1,4}")) {
      throw new InvalidValue(field, "bounds");
    }
    return Integer.valueOf(text.strip());
  }

  public WhoDiagnoses[] getChoices() {
    return WhoDiagnoses.values();
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public WhoDiagnoses getWho() {
    return who;
  }

  public void setWho(WhoDiagnoses who) {
    this.who = who;
  }

  public boolean isPriorDiagnosis() {
    return priorDiagnosis;
  }

  public void setPriorDiagnosis(boolean priorDiagnosis) {
    this.priorDiagnosis = priorDiagnosis;
  }
}
