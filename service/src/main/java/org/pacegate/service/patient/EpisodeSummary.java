package org.pacegate.service.patient;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.plan.PlanState;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;

/**
 * One episode as it stands: complaint, newest screening, standing diagnosis, open plan. What does
 * not exist is null.
 *
 * @param maxUrgency the worst of its flags that nobody has cleared, also of earlier screenings;
 *     else what the newest screening said
 * @param onsetKind how it began
 * @param kmPerWeek distance before the injury in km, as told last
 * @param carriesUntil last day on which the diagnosis carries treatment, or null without a limit
 * @param version of the episode, for the command that follows
 */
public record EpisodeSummary(
    long episodeId,
    EpisodeState state,
    Instant stateSince,
    BodySite bodySite,
    Side side,
    String complaint,
    LocalDate onsetDate,
    Long screeningId,
    ScreeningStatus screeningStatus,
    Urgency maxUrgency,
    LocalDate screeningValidUntil,
    Long diagnosisId,
    String diagnosisCode,
    String diagnosisWords,
    VerificationStatus verificationStatus,
    LocalDate carriesUntil,
    Long planId,
    PlanState planState,
    OnsetKind onsetKind,
    BigDecimal kmPerWeek,
    long version) {}
