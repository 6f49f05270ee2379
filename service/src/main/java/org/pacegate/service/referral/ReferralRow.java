package org.pacegate.service.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.Urgency;

/**
 * An open referral in the list.
 *
 * @param since of its present state
 * @param problem what has to be seen to, or null
 */
public record ReferralRow(
    long referralId,
    long patientId,
    String familyName,
    String givenName,
    LocalDate birthDate,
    String recordNumber,
    BodySite bodySite,
    Side side,
    Urgency urgency,
    String target,
    ReferralState state,
    Instant since,
    Instant dueAt,
    ReferralProblem problem) {}
