package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.pacegate.domain.shared.Words;

/** A code of the curated list (docs/clinical-basis.md 6.1). Immutable. */
@Embeddable
public class DiagnosisCode {

  @Column(name = "code_system")
  private String system;

  private String code;

  @Column(name = "code_edition")
  private String edition;

  @Column(name = "bone_stress")
  private boolean boneStress;

  protected DiagnosisCode() {}

  /**
   * @param edition edition of the system, for example {@code FY2022}
   * @param boneStress whether the class forbids impact until a physician releases it
   */
  public DiagnosisCode(String system, String code, String edition, boolean boneStress) {
    this.system = Words.required("codeSystem", system, 100);
    this.code = Words.required("code", code, 20);
    this.edition = Words.required("codeEdition", edition, 20);
    this.boneStress = boneStress;
  }

  public String system() {
    return system;
  }

  public String code() {
    return code;
  }

  public String edition() {
    return edition;
  }

  public boolean boneStress() {
    return boneStress;
  }
}
