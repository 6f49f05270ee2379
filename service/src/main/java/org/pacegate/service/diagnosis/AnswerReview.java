package org.pacegate.service.diagnosis;

import jakarta.validation.constraints.Size;
import org.pacegate.domain.diagnosis.ReviewOutcome;

/**
 * A physician answers a review.
 *
 * @param version the version the review was read at
 * @param password the signer's own, asked again
 */
public record AnswerReview(
    long reviewId,
    long version,
    ReviewOutcome outcome,
    @Size(max = 20_000) String answer,
    @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "AnswerReview[review " + reviewId + "]";
  }
}
