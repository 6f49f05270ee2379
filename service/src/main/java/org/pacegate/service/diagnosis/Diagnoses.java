package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.plan.ReferralChanges;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Signing, revising and ending diagnoses. The signer's password is asked again each time. */
@Stateless
@InClinic
@Command
@RolesAllowed({"PHYSICIAN", "THERAPIST"})
public class Diagnoses {

  /** Name of the form whose draft a signature ends. */
  public static final String FORM = "diagnosis";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private ListedCodes codes;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;
  @Inject private FormDrafts drafts;

  /**
   * Signs a diagnosis, the first or a revision; returns its id. A second click with the same key
   * gives the first one's result.
   *
   * @throws InvalidValue for a missing code, words, site or certainty
   * @throws DomainRefusal {@code diagnosis.noAuthority}, what a policy leaves to physicians, {@code
   *     diagnosis.exists}, {@code diagnosis.ended}, {@code diagnosis.codeIsHeader}, {@code
   *     submission.keyUsed} for a key that came with other content
   */
  public long sign(@Valid SignDiagnosis command) {
    CourseOfCare course = courses.forCommand(command.episodeId());
    List<Diagnosis> before = signedBefore(command.key());
    if (!before.isEmpty()) {
      return again(before.get(0), command, draft(command));
    }
    Diagnosis revised = command.revisesId() == null ? null : of(course, command.revisesId());
    DiagnosisDraft draft = draft(command);
    passwords.confirm(command.password());
    Licence own = licence.toDiagnose().orElse(null);
    ReferralChanges referrals = ReferralChanges.of(course);
    Diagnosis signed =
        revised == null
            ? course.diagnose(draft, own, clinic.attribution())
            : course.revise(revised, draft, command.reviseReason(), own, clinic.attribution());
    drafts.forget(FORM, command.episodeId());
    audit.record(
        AuditAction.SIGN,
        "Condition",
        signed.id(),
        course.episode().patientId(),
        signed.code().code() + " " + signed.verificationStatus());
    referrals.record(audit);
    return signed.id();
  }

  /** A key names one form as it was sent: with other content it is another form. */
  private static long again(Diagnosis before, SignDiagnosis command, DiagnosisDraft draft) {
    if (!before.records(command.episodeId(), command.revisesId(), draft)) {
      throw new DomainRefusal("submission.keyUsed", "diagnosis " + before.id());
    }
    return before.id();
  }

  private List<Diagnosis> signedBefore(UUID key) {
    return em.createQuery("select d from Diagnosis d where d.submissionKey = :key", Diagnosis.class)
        .setParameter("key", key)
        .getResultList();
  }

  private DiagnosisDraft draft(SignDiagnosis command) {
    if (command.bodySite() == null) {
      throw new InvalidValue("bodySite", "missing");
    }
    if (command.certainty() == null) {
      throw new InvalidValue("certainty", "missing");
    }
    ListedCode code =
        codes
            .named(command.code(), clinic.today())
            .orElseThrow(() -> new InvalidValue("code", "missing"));
    return new DiagnosisDraft(
        code,
        command.words(),
        command.bodySite(),
        command.certainty(),
        command.measurements(),
        command.key());
  }

  /**
   * Refutes a diagnosis or marks it as entered in error.
   *
   * @throws DomainRefusal {@code diagnosis.ended} if it no longer stands
   */
  public void end(@Valid EndDiagnosis command) {
    CourseOfCare course = courses.forCommand(command.episodeId());
    Diagnosis ended = of(course, command.diagnosisId());
    passwords.confirm(command.password());
    course.endDiagnosis(
        ended,
        command.as(),
        command.reason(),
        licence.toDiagnose().orElse(null),
        clinic.attribution());
    audit.record(
        AuditAction.SIGN,
        "Condition",
        ended.id(),
        course.episode().patientId(),
        command.as().name());
  }

  private static Diagnosis of(CourseOfCare course, long diagnosisId) {
    return course.diagnoses().stream()
        .filter(diagnosis -> diagnosis.id() == diagnosisId)
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Diagnosis", diagnosisId));
  }
}
