package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.referral.DeliveryState;

/**
 * How a referral gets to the recipient.
 *
 * @param version the version the referral was read at
 */
public record RecordDelivery(
    long referralId,
    long version,
    DeliveryState to,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "RecordDelivery[referral " + referralId + " " + to + "]";
  }
}
