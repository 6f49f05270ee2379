package org.pacegate.service.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.VerificationStatus;

/** What a letter needs to know that no other read record holds. What does not exist is null. */
record LetterFacts(
    Reach clinic, Reach patient, List<Right> rights, Known diagnosis, List<Measured> measured) {

  /** How somebody is reached. */
  record Reach(String phone, String email, String address) {}

  /** What the sender may call themselves today. */
  record Right(Profession profession, String number) {}

  /**
   * What the runner has, as far as it is known.
   *
   * @param doubted whether a physician answered that it should be revised
   */
  record Known(
      String code,
      String labelEn,
      String labelEs,
      String words,
      VerificationStatus status,
      boolean doubted) {}

  /** One measurement. */
  record Measured(FindingTest test, FindingSide side, BigDecimal value, LocalDate on) {}
}
