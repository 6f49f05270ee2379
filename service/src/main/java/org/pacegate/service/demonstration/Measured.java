package org.pacegate.service.demonstration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.Measurement;

/** What is measured at a consultation. */
final class Measured {

  private Measured() {}

  static List<Measurement> by(RandomGenerator random) {
    List<Measurement> measured = new ArrayList<>();
    measured.add(of(FindingTest.PLANK, FindingSide.NONE, random.nextInt(38, 150)));
    int knee = random.nextInt(12, 36);
    measured.add(of(FindingTest.ACTIVE_KNEE_EXTENSION, FindingSide.LEFT, knee));
    measured.add(
        of(FindingTest.ACTIVE_KNEE_EXTENSION, FindingSide.RIGHT, knee + random.nextInt(6)));
    if (random.nextInt(3) > 0) {
      int foot = random.nextInt(-3, 10);
      measured.add(of(FindingTest.FPI6, FindingSide.LEFT, foot));
      measured.add(of(FindingTest.FPI6, FindingSide.RIGHT, foot + random.nextInt(2)));
    }
    if (random.nextInt(3) == 0) {
      int shorter = 5 * random.nextInt(0, 5);
      measured.add(of(FindingTest.LEG_LENGTH_DIFFERENCE, FindingSide.RIGHT, shorter));
    }
    return measured;
  }

  private static Measurement of(FindingTest test, FindingSide side, int value) {
    return new Measurement(test, side, BigDecimal.valueOf(value));
  }
}
