package org.pacegate.domain.screening;

/** What a fired rule forbids or recommends besides its referral, until a professional decides. */
public enum Effect {
  /** No running, jumping or other impact. */
  STOP_IMPACT,
  /** Crutches: no weight on the leg. */
  NO_WEIGHT_BEARING,
  /** No exercise that bends the back backwards. */
  STOP_EXTENSION,
  /** No stage of the return-to-run programme. */
  BLOCK_RETURN_TO_RUN,
  /** Never left to self-management. */
  BLOCK_SELF_MANAGEMENT,
  /** A professional assesses for relative energy deficiency in sport. */
  SCREEN_FOR_REDS,
  /** An HLA-B27 blood test is recommended. */
  TEST_HLA_B27,
  /**
   * Advice to report an inflamed eye, bowel inflammation or psoriasis, and a check when they do.
   */
  SAFETY_NET_SPA,
  /** A professional asks for inflammatory back pain and joint disease. */
  SCREEN_FOR_SPA,
  /** The nerves of the leg are examined at the diagnosis. */
  EXAMINE_NERVES,
  /** A professional squeezes the calf to see whether the Achilles tendon holds. */
  TEST_CALF_SQUEEZE
}
