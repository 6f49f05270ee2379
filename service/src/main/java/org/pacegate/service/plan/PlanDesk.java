package org.pacegate.service.plan;

import java.util.List;
import java.util.Set;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;

/**
 * Everything a therapist has in front of them for one episode.
 *
 * @param refusals every condition that keeps the gate shut for a new plan of the caller; empty when
 *     it is open
 * @param resumeRefusals the same for the open plan as it is; empty too when there is none
 * @param dangers red flags of the patient's other episodes that keep this gate shut
 * @param boneStress whether the standing diagnosis forbids impact
 * @param template what a new plan proposes
 * @param draft what the caller typed into a new plan and has not sent, as the form kept it, or null
 * @param plans newest first
 */
public record PlanDesk(
    PatientHeader header,
    EpisodeSummary episode,
    Set<GateRefusal> refusals,
    Set<GateRefusal> resumeRefusals,
    List<DangerElsewhere> dangers,
    boolean boneStress,
    PlanContent template,
    String draft,
    List<PlanView> plans) {}
