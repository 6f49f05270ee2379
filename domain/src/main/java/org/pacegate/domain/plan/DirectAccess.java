package org.pacegate.domain.plan;

import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/** What is a physician's in a course of care, whatever a policy admits. */
final class DirectAccess {

  private final CaseFile file;
  private final PatientFile patient;
  private final DiagnosisPolicy policy;

  DirectAccess(CaseFile file, PatientFile patient, DiagnosisPolicy policy) {
    this.file = file;
    this.patient = patient;
    this.policy = policy;
  }

  /**
   * Refuses what somebody without a physician's licence may not diagnose here. Whoever may not
   * diagnose at all is refused by the diagnosis itself.
   *
   * @param revised the diagnosis that it would replace, or null
   * @throws DomainRefusal {@code diagnosis.isPhysicians} for a physician's diagnosis, {@code
   *     diagnosis.flagIsPhysicians} while a red flag stands, {@code diagnosis.priorMissing} where
   *     the policy asks for an earlier diagnosis of a physician
   */
  void expectCovers(Diagnosis revised, DiagnosisDraft draft, Licence licence, Attribution by) {
    if (!policy.authorises(licence, by.by(), by.day()) || licence.isPhysicians()) {
      return;
    }
    if (revised != null) {
      expectOwnKind(revised, licence);
    }
    if (file.hasStandingFlag() || patient.isInDangerOutside(file.episode())) {
      throw refusal("diagnosis.flagIsPhysicians");
    }
    if (policy.terms(licence, by.day()).priorDiagnosis()
        && !patient.wasDiagnosedByPhysician(draft.bodySite())) {
      throw refusal("diagnosis.priorMissing");
    }
  }

  /**
   * Refuses to touch a physician's diagnosis without a physician's licence.
   *
   * @throws DomainRefusal {@code diagnosis.isPhysicians}
   */
  void expectOwnKind(Diagnosis touched, Licence licence) {
    if (!touched.isDirectAccess() && !licence.isPhysicians()) {
      throw refusal("diagnosis.isPhysicians");
    }
  }

  private DomainRefusal refusal(String why) {
    return new DomainRefusal(why, "episode " + file.episode().id());
  }
}
