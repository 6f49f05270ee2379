package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.Words;

/** A person who works at the clinic, whatever they may do there. */
@Entity
public class Practitioner extends ClinicRecord {

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  protected Practitioner() {}

  public Practitioner(String familyName, String givenName) {
    this.familyName = Words.required("familyName", familyName, 200);
    this.givenName = Words.required("givenName", givenName, 200);
  }

  public String familyName() {
    return familyName;
  }

  public String givenName() {
    return givenName;
  }
}
