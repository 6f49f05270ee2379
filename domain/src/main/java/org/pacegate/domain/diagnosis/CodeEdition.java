package org.pacegate.domain.diagnosis;

import java.time.LocalDate;
import java.util.Objects;
import org.pacegate.domain.shared.Words;

/**
 * An edition of a list of codes. It holds from a day on, until another one begins.
 *
 * @param ownId the edition that the clinic has loaded, or null for one that is shipped
 * @param system which list, for example {@code http://hl7.org/fhir/sid/icd-10-cm}
 * @param name for example {@code FY2025}
 * @param validFrom its first day
 * @param validTo its last day, or null while none is known to come after it
 */
public record CodeEdition(
    Long ownId, String system, String name, LocalDate validFrom, LocalDate validTo) {

  public CodeEdition {
    system = Words.required("codeSystem", system, 100);
    name = Words.required("codeEdition", name, 20);
    Objects.requireNonNull(validFrom, "validFrom");
  }

  /** Whether it is in force on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
