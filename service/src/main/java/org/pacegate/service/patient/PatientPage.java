package org.pacegate.service.patient;

import java.util.List;

/**
 * A page of patients.
 *
 * @param total how many match in all
 */
public record PatientPage(List<PatientRow> rows, long total) {

  public PatientPage {
    rows = List.copyOf(rows);
  }
}
