package org.pacegate.domain.referral;

/** What moves a referral from one state to another; {@link ReferralRules} says when and by whom. */
public enum ReferralAction {
  /** A clinician asks. */
  DRAFT(By.RULE, true),
  /** A fired rule of a screening asks. */
  DRAFT_BY_RULE(By.RULE, true),
  /** Asks once more, in place of one that came to nothing. */
  DRAFT_AGAIN(By.RULE, true),
  SEND(By.HAND, false),
  RECEIVE(By.HAND, false),
  ACCEPT(By.HAND, false),
  DECLINE(By.HAND, true),
  SCHEDULE(By.HAND, false),
  /** The runner did not come. */
  MISS(By.HAND, false),
  /** The runner was seen. */
  BEGIN(By.HAND, false),
  COMPLETE(By.HAND, true),
  HOLD(By.HAND, true),
  RESUME(By.HAND, false),
  /** Somebody else is asked in its place, or the same more urgently. */
  REDIRECT(By.HAND, true),
  CANCEL(By.HAND, true),
  ENTER_IN_ERROR(By.HAND, true),
  /** The flag behind it was cleared by a professional. */
  CLEAR(By.RULE, true),
  /** Somebody else has taken the runner over. */
  HAND_OVER(By.RULE, true),
  SUPERSEDE(By.RULE, true),
  /** Its time ran out. */
  EXPIRE(By.RULE, true),
  /** What an earlier version kept, without its steps. */
  CARRY_OVER(By.RULE, true);

  private enum By {
    HAND,
    RULE
  }

  private final By by;
  private final boolean needsReason;

  ReferralAction(By by, boolean needsReason) {
    this.by = by;
    this.needsReason = needsReason;
  }

  /** Whether somebody chooses it for one referral; the others follow from something else. */
  public boolean isByHand() {
    return by == By.HAND;
  }

  public boolean needsReason() {
    return needsReason;
  }

  /** Whether nobody would be asked afterwards; not while a flag stands that asks (R5.12). */
  public boolean leavesNobodyAsked() {
    return this == CANCEL || this == ENTER_IN_ERROR || this == HOLD;
  }
}
