package org.pacegate.service.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.plan.CarePlan;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.PlanTemplate;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.patient.PatientEpisode;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.service.shared.InClinic;

/** Reads one episode as a therapist needs it: the gate, the proposal, the plans. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class PlanDesks {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private PatientReading patients;
  @Inject private FormDrafts drafts;

  /**
   * Everything about the treatment of an episode.
   *
   * @param words what a new plan's parts say
   */
  public PlanDesk open(long episodeId, RunnersWords words) {
    CourseOfCare course = courses.of(episodeId);
    PatientEpisode known = patients.episodeWithHeader(episodeId);
    PatientHeader header = known.header();
    boolean boneStress =
        course.standing().map(Diagnosis::code).map(code -> code.boneStress()).orElse(false);
    PlanContent template =
        PlanTemplate.propose(boneStress, clinic.today(), words.in(header.language(), boneStress));
    audit.record(AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "plan desk");
    return new PlanDesk(
        header,
        known.episode(),
        refusals(course, template),
        course.openPlan().map(plan -> refusals(course, plan.content())).orElse(Set.of()),
        course.dangersElsewhere(),
        boneStress,
        template,
        drafts.find(CarePlans.FORM, episodeId).orElse(null),
        plans(course));
  }

  private Set<GateRefusal> refusals(CourseOfCare course, PlanContent content) {
    return course
        .treatment()
        .previewGate(content.intent(), clinic.acting().roles(), clinic.attribution())
        .refusals();
  }

  private List<PlanView> plans(CourseOfCare course) {
    Function<CarePlan, PlanView> view =
        plan ->
            new PlanView(
                plan.id(),
                plan.diagnosisId(),
                plan.state(),
                plan.stateSince(),
                plan.stateReason(),
                author(plan),
                plan.createdAt(),
                plan.content());
    return course.plans().stream()
        .sorted(Comparator.comparing(CarePlan::createdAt).reversed())
        .map(view)
        .toList();
  }

  private String author(CarePlan plan) {
    Practitioner author = em.find(Practitioner.class, plan.authorId());
    return author.givenName() + " " + author.familyName();
  }
}
