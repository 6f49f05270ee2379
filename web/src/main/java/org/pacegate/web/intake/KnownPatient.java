package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientRecords;

/** The record that this intake is about, when the person at the desk is known. */
@Named
@RequestScoped
public class KnownPatient {

  @Inject private IntakePage page;
  @Inject private PatientRecords records;
  private PatientHeader header;

  public boolean isKnown() {
    return page.view().patientId() != null;
  }

  public PatientHeader getHeader() {
    if (header == null && isKnown()) {
      header = records.header(page.view().patientId());
    }
    return header;
  }
}
