package org.pacegate.domain.referral;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How a referral reaches whom it is for; what that one makes of it is a {@link ReferralState}. */
public enum DeliveryState {
  /** The clinic has decided to send it, and nothing has left yet. */
  QUEUED,
  SENT,
  /** It came back. */
  BOUNCED,
  /** It could not be sent. */
  FAILED,
  /** Given on paper. */
  HANDED_OVER,
  OPENED;

  private static final Map<DeliveryState, Set<DeliveryState>> NEXT =
      new EnumMap<>(
          Map.of(
              QUEUED, EnumSet.of(SENT, FAILED, HANDED_OVER),
              SENT, EnumSet.of(BOUNCED, OPENED, HANDED_OVER),
              BOUNCED, EnumSet.of(QUEUED, HANDED_OVER),
              FAILED, EnumSet.of(QUEUED, HANDED_OVER),
              HANDED_OVER, EnumSet.of(OPENED),
              OPENED, EnumSet.noneOf(DeliveryState.class)));

  /** What may follow. */
  public Set<DeliveryState> next() {
    return Set.copyOf(NEXT.get(this));
  }

  /** Whether it says that the recipient does not have it, which needs a reason. */
  public boolean isTrouble() {
    return this == BOUNCED || this == FAILED;
  }
}
