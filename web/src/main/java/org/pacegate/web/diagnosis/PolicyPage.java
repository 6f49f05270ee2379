package org.pacegate.web.diagnosis;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.DiagnosisPolicies;
import org.pacegate.service.clinic.PolicyLine.Standing;
import org.pacegate.service.clinic.PolicyView;
import org.pacegate.service.clinic.SignPolicy;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** One version of a policy: all that it says, and its signature (R6.28). */
@Named
@RequestScoped
public class PolicyPage {

  @Inject private DiagnosisPolicies policies;
  @Inject private Refusals refusals;
  @Inject private Translations words;

  private long policy;
  private PolicyView view;
  private LocalDate effectiveFrom;
  private String password;

  /** The record travels with every request, so that the page is built before it is asked. */
  @PostConstruct
  void readRecord() {
    policy = AddressNumber.id("policy");
  }

  /** Reads the record before anything is drawn. */
  public void load() {
    getView();
  }

  public String sign() {
    try {
      policies.sign(new SignPolicy(policy, effectiveFrom, password));
      refusals.news(words.say("diagnosis", "policy.signed"));
      return "/diagnosis/policy?faces-redirect=true&policy=" + policy;
    } catch (DomainRefusal refused) {
      refusals.show("diagnosis", refused);
      view = null;
      return null;
    } finally {
      password = null;
    }
  }

  /** Whether the form is on the page; a press of a button that was there is always answered. */
  public boolean isToSign() {
    return !Faces.isRenderResponse()
        || (getView().maySign() && getView().line().standing() == Standing.DRAFT);
  }

  public PolicyView getView() {
    if (view == null) {
      view = policies.one(policy);
    }
    return view;
  }

  public long getPolicy() {
    return policy;
  }

  public void setPolicy(long policy) {
    this.policy = policy;
  }

  public LocalDate getEffectiveFrom() {
    return effectiveFrom;
  }

  public void setEffectiveFrom(LocalDate effectiveFrom) {
    this.effectiveFrom = effectiveFrom;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
