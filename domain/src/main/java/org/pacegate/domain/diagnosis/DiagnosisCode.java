package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a diagnosis was signed with: a code of the edition that was in force. It stays as it was,
 * whatever later editions say. Immutable.
 */
@Embeddable
public class DiagnosisCode {

  @Column(name = "code_system")
  private String system;

  private String code;

  @Column(name = "code_edition")
  private String edition;

  @Column(name = "own_edition_id")
  private Long ownEditionId;

  @Column(name = "bone_stress")
  private boolean boneStress;

  protected DiagnosisCode() {}

  DiagnosisCode(ListedCode chosen) {
    this.system = chosen.edition().system();
    this.code = chosen.code();
    this.edition = chosen.edition().name();
    this.ownEditionId = chosen.edition().ownId();
    this.boneStress = chosen.boneStress();
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

  /** The edition that the clinic had loaded, or null for one that is shipped. */
  public Long ownEditionId() {
    return ownEditionId;
  }

  public boolean boneStress() {
    return boneStress;
  }
}
