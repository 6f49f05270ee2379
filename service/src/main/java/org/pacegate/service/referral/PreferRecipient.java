package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import org.pacegate.domain.screening.Target;

/** They are asked first for this, in place of whoever was. */
public record PreferRecipient(long recipientId, @NotNull Target target) {}
