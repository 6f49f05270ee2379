package org.pacegate.service.intake;

import java.time.Instant;
import java.util.List;
import org.pacegate.domain.patient.Language;

/**
 * A submitted intake as it was kept, and what was corrected since.
 *
 * @param kept null for an intake from before responses were kept
 * @param forms what it was asked from
 * @param answers every answer that may be corrected, in the order asked; none without a response
 * @param amendments every correction, the newest first
 */
public record SubmittedIntake(
    long intakeId,
    long patientId,
    long episodeId,
    Instant submittedAt,
    Kept kept,
    AskedForms forms,
    List<Line> answers,
    List<Amendment> amendments) {

  public SubmittedIntake {
    answers = List.copyOf(answers);
    amendments = List.copyOf(amendments);
  }

  /**
   * The response: hashes are SHA-256, hexadecimal.
   *
   * @param damaged whether the content is not what was kept; then no answer is given out
   */
  public record Kept(
      Language language, Instant at, String contentHash, String pdfHash, boolean damaged) {}

  /**
   * One question with its answer.
   *
   * @param text the question as it was shown
   * @param kept the answer in the response, empty for none
   * @param now the answer as it was last corrected, or {@code kept}
   * @param options codes of which one is the answer; empty for any text
   * @param several whether it may be several codes, with commas between
   * @param date whether it is a date, in ISO 8601
   */
  public record Line(
      String field,
      String text,
      String kept,
      String now,
      List<String> options,
      boolean several,
      boolean date) {

    public Line {
      options = List.copyOf(options);
    }
  }

  /** One correction; values as they are kept, empty for no answer. */
  public record Amendment(
      String field, String was, String is, String reason, Instant at, String by) {}
}
