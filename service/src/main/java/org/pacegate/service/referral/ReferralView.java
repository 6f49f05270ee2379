package org.pacegate.service.referral;

import java.time.Instant;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.LetterText;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.Urgency;

/**
 * A referral as it is shown. What has not happened is null.
 *
 * @param version for the command that follows
 * @param reason key of the web's words, or a person's own
 * @param supersededBy id of the one in its place
 * @param supersedes id of one that it stands in for
 * @param recipientId whom of the directory it went to
 * @param underFlag whether a flag asks for it that nobody has cleared
 * @param hasLetter whether it was sent with a letter
 * @param letterText what its sender wrote; for a draft what was written to whom it stands in for
 */
public record ReferralView(
    long referralId,
    long version,
    long episodeId,
    Urgency urgency,
    String target,
    String reason,
    ReferralState state,
    DeliveryState delivery,
    Instant dueAt,
    Instant expiresAt,
    Instant appointmentAt,
    ReferralResult result,
    String outcome,
    Long supersededBy,
    Long supersedes,
    ReferralProblem problem,
    boolean underFlag,
    Long recipientId,
    boolean hasLetter,
    LetterText letterText) {}
