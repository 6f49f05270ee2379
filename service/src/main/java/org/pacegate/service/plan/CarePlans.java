package org.pacegate.service.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.PlanIntent;
import org.pacegate.domain.plan.CarePlan;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.PlanAnswer.Active;
import org.pacegate.service.plan.PlanAnswer.Refused;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.service.shared.InClinic;

/** Starting, pausing and ending treatment. Every door to an active plan asks the gate. */
@Stateless
@InClinic
@Command
@RolesAllowed({"THERAPIST", "PHYSICIAN"})
public class CarePlans {

  /** Name of the form whose draft a started plan ends. */
  public static final String FORM = "plan";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private FormDrafts drafts;

  /**
   * Starts a plan if the gate is open; the question and its answer stay on record either way. A
   * second click with the same key gives the first one's result.
   *
   * @throws DomainRefusal {@code plan.exists} while one is active or on hold, {@code
   *     invalid.startsOn.tooLate} for a plan that nobody can mean
   */
  public PlanAnswer start(@Valid StartPlan command) {
    CourseOfCare course = courses.forCommand(command.episodeId());
    List<CarePlan> before =
        em.createQuery("select p from CarePlan p where p.submissionKey = :key", CarePlan.class)
            .setParameter("key", command.key())
            .getResultList();
    if (!before.isEmpty()) {
      return again(before.get(0), command);
    }
    command.content().expectSoonAfter(clinic.today());
    GateDecision decision = ask(course, command.content().intent());
    if (!decision.isAllowed()) {
      return new Refused(decision.refusals());
    }
    CarePlan plan =
        course
            .treatment()
            .startPlan(decision, command.content(), command.key(), clinic.attribution());
    drafts.forget(FORM, command.episodeId());
    audit.record(
        AuditAction.CREATE,
        "CarePlan",
        plan.id(),
        course.episode().patientId(),
        "gate decision " + decision.id());
    return new Active(plan.id());
  }

  /** A key names one form as it was sent: with other content it is another form. */
  private static PlanAnswer again(CarePlan before, StartPlan command) {
    if (!before.records(command.episodeId(), command.content())) {
      throw new DomainRefusal("submission.keyUsed", "plan " + before.id());
    }
    return new Active(before.id());
  }

  /**
   * Lets a paused or suspended plan go on if the gate is open for what it contains.
   *
   * @throws org.pacegate.domain.shared.LostUpdate if the episode changed since it was read
   */
  public PlanAnswer resume(@Valid ResumePlan command) {
    CourseOfCare course = read(command.episodeId(), command.version());
    CarePlan plan =
        course
            .openPlan()
            .orElseThrow(() -> new DomainRefusal("plan.none", "episode " + command.episodeId()));
    GateDecision decision = ask(course, plan.content().intent());
    if (!decision.isAllowed()) {
      return new Refused(decision.refusals());
    }
    course.treatment().resume(decision, clinic.attribution());
    changed(course, "plan resumed, gate decision " + decision.id());
    return new Active(plan.id());
  }

  private GateDecision ask(CourseOfCare course, PlanIntent intent) {
    GateDecision decision =
        course.treatment().askGate(intent, clinic.acting().roles(), clinic.attribution());
    if (!decision.isAllowed()) {
      audit.record(
          AuditAction.REFUSE,
          "CarePlan",
          null,
          course.episode().patientId(),
          "gate decision " + decision.id() + " " + decision.refusals());
    }
    return decision;
  }

  /** Pauses the plan. */
  public void hold(@Valid CareStep command) {
    CourseOfCare course = read(command.episodeId(), command.version());
    course.treatment().hold(command.reason(), clinic.attribution());
    changed(course, "plan on hold");
  }

  /** The course of care ends well. */
  public void discharge(@Valid CareStep command) {
    CourseOfCare course = read(command.episodeId(), command.version());
    course.treatment().discharge(command.reason(), clinic.attribution());
    changed(course, "discharged");
  }

  /** Somebody else takes over. */
  public void transfer(@Valid TransferCare command) {
    CourseOfCare course = read(command.episodeId(), command.version());
    ReferralChanges referrals = ReferralChanges.of(course);
    course.treatment().transfer(command.reason(), command.handOver(), clinic.attribution());
    changed(course, "transferred");
    referrals.record(audit);
  }

  /** The runner did not come back. */
  public void closeLost(@Valid CareStep command) {
    CourseOfCare course = read(command.episodeId(), command.version());
    course.treatment().closeLost(command.reason(), clinic.attribution());
    changed(course, "closed, lost contact");
  }

  /** The course of care, as the caller has it on the page. */
  private CourseOfCare read(long episodeId, long version) {
    CourseOfCare course = courses.forCommand(episodeId);
    course.episode().expectVersion(version);
    return course;
  }

  private void changed(CourseOfCare course, String what) {
    audit.record(
        AuditAction.CHANGE,
        "EpisodeOfCare",
        course.episode().id(),
        course.episode().patientId(),
        what);
  }
}
