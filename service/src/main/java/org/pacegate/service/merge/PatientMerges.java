package org.pacegate.service.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Collections;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.PatientMerge;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.plan.PatientFile;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;

/**
 * Makes two records of one person one, and takes it back. The database moves what points at the
 * merged patient when the merge is recorded (decision 0015).
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "PHYSICIAN"})
public class PatientMerges {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private MergeReading reading;
  @Inject private MergeLocks locks;
  @Inject private MergeUndoing undoing;
  @Inject private CoursesOfCare courses;

  /**
   * Two records side by side, with what would have to be decided.
   *
   * @throws org.pacegate.service.shared.NoSuchRecord if the clinic lacks one of them
   * @throws DomainRefusal {@code merge.samePatient} for one record twice
   */
  public MergeDesk open(long patientId, long otherPatientId) {
    MergeSide one = reading.side(patientId);
    MergeSide other = reading.side(otherPatientId);
    if (patientId == otherPatientId) {
      throw new DomainRefusal("merge.samePatient", "patient " + patientId);
    }
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "beside " + otherPatientId);
    audit.record(
        AuditAction.READ, "Patient", otherPatientId, otherPatientId, "beside " + patientId);
    return new MergeDesk(
        one,
        other,
        MergeReading.shared(one, other).episodes(),
        MergeReading.suspended(one, other),
        mayClose(),
        reading.seen(patientId, otherPatientId));
  }

  /**
   * One record, for whoever looks for the person's other one.
   *
   * @throws org.pacegate.service.shared.NoSuchRecord if the clinic has no such patient
   */
  public MergeSide side(long patientId) {
    MergeSide side = reading.side(patientId);
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "for a merge");
    return side;
  }

  private boolean mayClose() {
    return !Collections.disjoint(clinic.acting().roles(), List.of(Role.THERAPIST, Role.PHYSICIAN));
  }

  /**
   * Merges the other record into the patient's. A second click with the same key changes nothing.
   *
   * @return the id of the merge
   * @throws DomainRefusal {@code merge.alreadyMerged}, {@code merge.undecided} and its kin, {@code
   *     merge.closingNotYours} for closing a course of care without a therapist's or physician's
   *     role
   * @throws LostUpdate if one of the records changed since the page was drawn
   */
  @Command
  public long merge(@Valid MergePatients command) {
    locks.lock(command.patientId(), command.otherPatientId());
    Patient survivor = locks.locked(command.patientId());
    Patient other = locks.locked(command.otherPatientId());
    List<PatientMerge> before = withKey(command);
    if (!before.isEmpty()) {
      return before.get(0).id();
    }
    Attribution by = clinic.attribution();
    PatientMerge merge =
        new PatientMerge(survivor, other, command.fromOther(), command.reason(), command.key(), by);
    expectDecided(command);
    Person own = survivor.person();
    Person others = other.person();
    em.persist(merge);
    em.flush(); // the database moves the rows now
    reconcile(command, by);
    survivor.absorb(others, merge.chosenFrom(own, others), by);
    em.flush();
    undoing.remember(merge);
    audit.record(
        AuditAction.CHANGE, "Patient", survivor.id(), survivor.id(), "merged in " + other.id());
    audit.record(
        AuditAction.CHANGE, "Patient", other.id(), other.id(), "merged into " + survivor.id());
    return merge.id();
  }

  private List<PatientMerge> withKey(MergePatients command) {
    List<PatientMerge> before =
        em.createQuery(
                "select m from PatientMerge m where m.submissionKey = :key", PatientMerge.class)
            .setParameter("key", command.key())
            .getResultList();
    for (PatientMerge merge : before) {
      if (merge.survivorId() != command.patientId()
          || merge.mergedId() != command.otherPatientId()) {
        throw new DomainRefusal("submission.keyUsed", "merge " + merge.id());
      }
    }
    return before;
  }

  /** Everything that has to be decided is, by somebody who may, about what is on record now. */
  private void expectDecided(MergePatients command) {
    if (!reading.seen(command.patientId(), command.otherPatientId()).equals(command.seen())) {
      throw new LostUpdate("Patient", command.patientId());
    }
    MergeReading.shared(reading.side(command.patientId()), reading.side(command.otherPatientId()))
        .expectDecided(command.keeping(), command.closing());
    if (!command.closing().isEmpty()) {
      Words.required("closingReason", command.closingReason(), 4_000);
      if (!mayClose()) {
        throw new DomainRefusal(
            "merge.closingNotYours", "practitioner " + clinic.acting().practitionerId());
      }
    }
  }

  /** Dangers count in all courses of care of the one person; those that were two become one. */
  private void reconcile(MergePatients command, Attribution by) {
    PatientFile file = courses.ofPatient(command.patientId());
    command.closing().stream()
        .sorted()
        .forEach(
            episode -> {
              file.course(episode).treatment().endAsSame(command.closingReason(), by);
              audit.record(
                  AuditAction.CHANGE,
                  "EpisodeOfCare",
                  episode,
                  command.patientId(),
                  "closed by a merge");
            });
    file.joined(by);
  }

  /**
   * Takes a merge back: everything is as it was, as long as nothing was recorded since.
   *
   * @throws DomainRefusal {@code merge.notMerged}, {@code merge.survivorMerged}
   * @throws MergeKept if something was recorded since
   */
  @Command
  public UndoneMerge undo(@Valid UndoMerge command) {
    return undoing.undo(command);
  }
}
