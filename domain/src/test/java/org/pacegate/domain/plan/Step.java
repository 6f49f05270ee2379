package org.pacegate.domain.plan;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * One step at a clinic where anything may happen.
 *
 * @param dice decides on everything about the step; the same dice do the same again
 */
record Step(Verb verb, int dice) {

  /** Whether the clinic took the step; any exception but a refusal is passed on. */
  boolean take(AnyClinic clinic) {
    SplittableRandom random = new SplittableRandom(dice);
    // Now and then two steps fall on the same instant.
    clinic.clock.pass(Duration.ofMinutes(random.nextInt(4)));
    return clinic.attempt(() -> verb.take(clinic, random));
  }
}
