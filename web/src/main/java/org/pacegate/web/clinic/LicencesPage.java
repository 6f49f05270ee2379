package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.Accounts;
import org.pacegate.service.clinic.LicenceLine;
import org.pacegate.service.clinic.Licences;
import org.pacegate.service.clinic.RecordLicence;
import org.pacegate.web.shared.PersonName;
import org.pacegate.web.shared.Refusals;

/** The licences of the clinic's people, and the form for another one. */
@Named
@RequestScoped
public class LicencesPage {

  @Inject private Licences licences;
  @Inject private Accounts accounts;
  @Inject private Refusals refusals;

  private List<LicenceLine> lines;
  private Map<String, Long> people;
  private Long practitioner;
  private Profession profession;
  private String number;
  private String authority;
  private LocalDate validFrom;
  private LocalDate validTo;
  private String jurisdiction;
  private String scope;

  public void record() {
    if (practitioner == null) {
      refusals.problem("clinic", "licence.person.missing");
      return;
    }
    try {
      licences.record(
          new RecordLicence(
              practitioner,
              profession,
              number,
              authority,
              validFrom,
              validTo,
              jurisdiction,
              scope));
      refusals.newsThere(
          "clinic", "licence.saved", Faces.getRequestContextPath() + "/clinic/licences.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
  }

  public List<LicenceLine> getLines() {
    if (lines == null) {
      lines = licences.all();
    }
    return lines;
  }

  /** The people who may hold a licence, by the name that they are listed under. */
  public Map<String, Long> getPeople() {
    if (people == null) {
      people = new LinkedHashMap<>();
      accounts
          .all()
          .forEach(
              each ->
                  people.put(
                      PersonName.of(each.familyName(), each.givenName())
                          + " ("
                          + each.login()
                          + ")",
                      each.practitionerId()));
    }
    return people;
  }

  public Profession[] getProfessions() {
    return Profession.values();
  }

  public Long getPractitioner() {
    return practitioner;
  }

  public void setPractitioner(Long practitioner) {
    this.practitioner = practitioner;
  }

  public Profession getProfession() {
    return profession;
  }

  public void setProfession(Profession profession) {
    this.profession = profession;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getAuthority() {
    return authority;
  }

  public void setAuthority(String authority) {
    this.authority = authority;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }

  public String getJurisdiction() {
    return jurisdiction;
  }

  public void setJurisdiction(String jurisdiction) {
    this.jurisdiction = jurisdiction;
  }

  public String getScope() {
    return scope;
  }

  public void setScope(String scope) {
    this.scope = scope;
  }
}
