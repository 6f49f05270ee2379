package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.patient.PatientIdentities;
import org.pacegate.service.patient.ReachPatient;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** Another phone or e-mail of a patient (R2.54). */
@Named("contact")
@RequestScoped
public class ContactView {

  @Inject private PatientView page;
  @Inject private PatientIdentities identities;
  @Inject private Refusals refusals;
  @Inject private Translations words;

  private Long version;
  private String phone;
  private String email;

  /** Records it. */
  public String save() {
    try {
      identities.reach(new ReachPatient(page.getId(), getVersion(), phone, email));
      refusals.news(words.say("patient", "contact.done"));
      return "/patient/patient?faces-redirect=true&id=" + page.getId();
    } catch (DomainRefusal refused) {
      refusals.show("patient", refused);
      // The next click is held against the record as it stands now.
      version = null;
      page.load();
      return null;
    }
  }

  public Long getVersion() {
    return version == null ? (Long) page.getRecord().identity().version() : version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public String getPhone() {
    return phone == null ? page.getRecord().identity().contact().phone() : phone;
  }

  public void setPhone(String phone) {
    this.phone = phone == null ? "" : phone;
  }

  public String getEmail() {
    return email == null ? page.getRecord().identity().contact().email() : email;
  }

  public void setEmail(String email) {
    this.email = email == null ? "" : email;
  }
}
