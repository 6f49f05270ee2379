package org.pacegate.service.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.screening.Urgency;

/**
 * Who waits for what. Somebody in an unfinished intake may have no record yet: then there is no
 * episode, no patient and no birth date, and the names are as typed so far.
 *
 * @param intakeId the intake in question, or null
 * @param screeningId the screening in question, or null
 * @param actBy until when {@code owner} must have acted: taken the danger over, then decided on it;
 *     of a danger that was confirmed, until when the runner must have been seen; null when no
 *     danger stands
 * @param urgency the most urgent flag that stands, or null
 * @param owner the role that has to act on the danger now, or null when none waits to be dealt with
 * @param ownerBefore the role that let its deadline pass, or null
 * @param overdueSince the first deadline that was escalated, or null
 * @param takenBackAt when the dangerous answer of an unfinished intake was taken back, or null
 */
public record WorklistRow(
    Long intakeId,
    Long episodeId,
    Long patientId,
    String familyName,
    String givenName,
    LocalDate birthDate,
    String recordNumber,
    EpisodeState state,
    BodySite bodySite,
    Side side,
    Waiting waitsFor,
    Instant since,
    Long screeningId,
    Instant actBy,
    Urgency urgency,
    Role owner,
    Role ownerBefore,
    Instant overdueSince,
    Instant takenBackAt) {}
