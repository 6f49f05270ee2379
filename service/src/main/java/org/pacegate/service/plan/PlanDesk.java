package org.pacegate.service.plan;

import java.util.List;
import java.util.Set;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;

/**
 * Everything a therapist has in front of them for one episode.
 *
 * @param refusals every condition that keeps the gate shut for the caller; empty when it is open
 * @param template what a new plan proposes
 * @param plans newest first
 */
public record PlanDesk(
    PatientHeader header,
    EpisodeSummary episode,
    Set<GateRefusal> refusals,
    PlanContent template,
    List<PlanView> plans) {}
