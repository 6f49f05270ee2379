package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisReview;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Who treats the runner asks whether a diagnosis is right, and a physician answers (R6.53). */
@Stateless
@InClinic
@RolesAllowed({"PHYSICIAN", "THERAPIST"})
public class DiagnosisReviews {

  private static final String ENTITY = "DiagnosisReview";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private PatientReading patients;
  @Inject private ReviewReading reading;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;

  /** Every review of an episode's diagnoses. */
  public ReviewBook ofEpisode(long episodeId) {
    PatientHeader header = patients.headerOfEpisode(episodeId);
    audit.record(AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "reviews");
    return reading.ofEpisode(episodeId, header);
  }

  /**
   * Asks a physician; returns the review's id. A second click with the same key gives the first
   * one's.
   *
   * @throws DomainRefusal {@code diagnosis.ended}, {@code review.open} while another one of the
   *     kind is, {@code submission.keyUsed} for a key that came with other content
   * @throws InvalidValue {@code owner.missing} for somebody who is no physician here, or as {@link
   *     DiagnosisReview}
   */
  @Command
  public long ask(@Valid AskReview command) {
    Diagnosis diagnosis = diagnosis(command.diagnosisId());
    em.lock(diagnosis, LockModeType.PESSIMISTIC_WRITE);
    List<DiagnosisReview> before = askedBefore(command);
    if (!before.isEmpty()) {
      return again(before.get(0), command);
    }
    expectPhysician(command.practitionerId());
    if (reading.isOpen(command.diagnosisId(), command.kind())) {
      throw new DomainRefusal("review.open", "diagnosis " + command.diagnosisId());
    }
    DiagnosisReview review =
        new DiagnosisReview(
            diagnosis,
            command.kind(),
            command.reason(),
            command.practitionerId(),
            command.dueOn(),
            command.key(),
            clinic.attribution());
    em.persist(review);
    record(
        AuditAction.CREATE,
        review,
        diagnosis,
        review.kind() + " asked of " + review.ownerId() + ", due " + review.dueOn());
    return review.id();
  }

  private void expectPhysician(long practitionerId) {
    if (practitionerId != 0 && em.find(Practitioner.class, practitionerId) == null) {
      throw new NoSuchRecord("Practitioner", practitionerId);
    }
    if (reading.physicians().stream().noneMatch(each -> each.practitionerId() == practitionerId)) {
      throw new InvalidValue("owner", "missing");
    }
  }

  private List<DiagnosisReview> askedBefore(AskReview command) {
    return em.createQuery(
            "select r from DiagnosisReview r where r.submissionKey = :key", DiagnosisReview.class)
        .setParameter("key", command.key())
        .getResultList();
  }

  private static long again(DiagnosisReview before, AskReview command) {
    if (!before.asks(
        command.diagnosisId(), command.kind(), command.practitionerId(), command.dueOn())) {
      throw new DomainRefusal("submission.keyUsed", "review " + before.id());
    }
    return before.id();
  }

  /**
   * Answers; the diagnosis itself is changed by a signature only.
   *
   * @throws DomainRefusal {@code review.closed}, {@code diagnosis.ended}, {@code
   *     diagnosis.noAuthority}, {@code review.own}
   * @throws InvalidValue {@code outcome.missing}, {@code answer.missing}
   * @throws LostUpdate if somebody changed it since it was shown
   */
  @Command
  @RolesAllowed("PHYSICIAN")
  public void answer(@Valid AnswerReview command) {
    DiagnosisReview review = read(command.reviewId(), command.version());
    Diagnosis diagnosis = diagnosis(review.diagnosisId());
    em.lock(diagnosis, LockModeType.PESSIMISTIC_WRITE);
    passwords.confirm(command.password());
    review.answer(
        diagnosis,
        command.outcome(),
        command.answer(),
        licence.today().orElse(null),
        clinic.policy(),
        clinic.attribution());
    record(AuditAction.SIGN, review, diagnosis, review.kind() + " " + review.outcome());
  }

  /**
   * Takes back what the caller asked.
   *
   * @throws DomainRefusal {@code review.closed}, {@code review.notYours}
   * @throws LostUpdate if somebody changed it since it was shown
   */
  @Command
  public void withdraw(@Valid WithdrawReview command) {
    DiagnosisReview review = read(command.reviewId(), command.version());
    review.withdraw(clinic.attribution());
    record(
        AuditAction.CHANGE, review, diagnosis(review.diagnosisId()), review.kind() + " withdrawn");
  }

  private DiagnosisReview read(long reviewId, long version) {
    DiagnosisReview review = em.find(DiagnosisReview.class, reviewId);
    if (review == null) {
      throw new NoSuchRecord(ENTITY, reviewId);
    }
    review.expectVersion(version);
    return review;
  }

  private Diagnosis diagnosis(long diagnosisId) {
    Diagnosis diagnosis = em.find(Diagnosis.class, diagnosisId);
    if (diagnosis == null) {
      throw new NoSuchRecord("Diagnosis", diagnosisId);
    }
    return diagnosis;
  }

  private void record(
      AuditAction action, DiagnosisReview review, Diagnosis diagnosis, String detail) {
    audit.record(
        action,
        ENTITY,
        review.id(),
        em.find(Episode.class, diagnosis.episodeId()).patientId(),
        detail);
  }
}
