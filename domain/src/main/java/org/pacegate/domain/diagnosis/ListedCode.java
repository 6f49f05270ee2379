package org.pacegate.domain.diagnosis;

import java.time.LocalDate;
import java.util.Objects;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * A code as an edition lists it. Only one that is billable in the edition in force becomes the code
 * of a diagnosis.
 *
 * @param billable false for a header, which is there to say what can be chosen instead
 * @param boneStress whether its class forbids impact until a physician releases it
 */
public record ListedCode(CodeEdition edition, String code, boolean billable, boolean boneStress) {

  public ListedCode {
    Objects.requireNonNull(edition, "edition");
    code = Words.required("code", code, 20);
  }

  /**
   * The code of a diagnosis that is signed on a day.
   *
   * @param day the clinic's calendar day of the signature
   * @throws DomainRefusal {@code diagnosis.codeNotInForce} or {@code diagnosis.codeIsHeader}
   */
  public DiagnosisCode chosenOn(LocalDate day) {
    if (!edition.holdsOn(day)) {
      throw new DomainRefusal("diagnosis.codeNotInForce", code + " of " + edition.name());
    }
    if (!billable) {
      throw new DomainRefusal("diagnosis.codeIsHeader", code + " of " + edition.name());
    }
    return new DiagnosisCode(this);
  }
}
