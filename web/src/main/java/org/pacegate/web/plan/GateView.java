package org.pacegate.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.service.plan.PlanDesk;
import org.pacegate.web.shared.SignedInView;
import org.pacegate.web.shared.Translations;

/** Says who can resolve what keeps the gate shut, and where. */
@Named("gate")
@RequestScoped
public class GateView {

  @Inject private Translations words;
  @Inject private SignedInView person;

  /** The roles that can resolve it, in words. */
  public String who(GateRefusal refusal) {
    return refusal.resolvers().stream()
        .sorted()
        .map(Role::name)
        .map(role -> words.say("plan", "role." + role))
        .collect(Collectors.joining(words.say("plan", "or")));
  }

  /** The page where it is resolved; empty where somebody else has to open it. */
  public String where(GateRefusal refusal, PlanDesk desk) {
    String page =
        switch (refusal) {
          case EPISODE_OVER,
              NO_SCREENING,
              SCREENING_INCOMPLETE,
              SCREENING_EXPIRED,
              SCREENING_BEFORE_ONSET ->
              "/patient/patient.xhtml?id=" + desk.header().patientId();
          case DIAGNOSIS_REPLACED,
              DIAGNOSED_AFTER_START,
              IMPACT_FORBIDDEN,
              COMPLETE_REST_ONLY_FOR_BONE_STRESS ->
              "/plan/plan.xhtml?act=NEW&episode=" + desk.episode().episodeId();
          case DANGER_IN_OTHER_EPISODE ->
              desk.dangers().isEmpty() ? "" : where(desk.dangers().get(0));
          case DANGER_IN_INTAKE -> "/worklist/index.xhtml?step=FINISH_INTAKE";
          case AUTHOR_MAY_NOT_TREAT -> "";
          default ->
              person.isPhysician() || person.isTherapist()
                  ? "/diagnosis/diagnosis.xhtml?episode=" + desk.episode().episodeId()
                  : "";
        };
    return page.isEmpty() ? "" : Faces.getRequestContextPath() + page;
  }

  /** Everybody may read the screening; deciding is done at the diagnosis. */
  private String where(DangerElsewhere danger) {
    return person.isPhysician()
        ? "/diagnosis/diagnosis.xhtml?episode=" + danger.episodeId()
        : "/screening/screening.xhtml?id=" + danger.screeningId();
  }

  /** The patient's other complaints a refusal is about. */
  public List<DangerElsewhere> elsewhere(GateRefusal refusal, PlanDesk desk) {
    return refusal == GateRefusal.DANGER_IN_OTHER_EPISODE ? desk.dangers() : List.of();
  }
}
