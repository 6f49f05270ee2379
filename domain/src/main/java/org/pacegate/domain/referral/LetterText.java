package org.pacegate.domain.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.pacegate.domain.shared.Words;

/**
 * What whoever sends a referral writes into its letter, each part in their own words and each of
 * them optional. Never changes.
 */
@Embeddable
public class LetterText {

  /** Characters of each part. */
  private static final int LONGEST = 1_000;

  @Column(name = "letter_question")
  private String question;

  @Column(name = "letter_findings")
  private String findings;

  @Column(name = "letter_told")
  private String told;

  protected LetterText() {}

  /**
   * @param question what the recipient is asked, or null
   * @param findings what was found, with its units, or null
   * @param told what the runner was told, or null
   * @throws org.pacegate.domain.shared.InvalidValue for {@code question}, {@code findings} or
   *     {@code told} that is too long
   */
  public LetterText(String question, String findings, String told) {
    this.question = Words.optional("question", question, LONGEST);
    this.findings = Words.optional("findings", findings, LONGEST);
    this.told = Words.optional("told", told, LONGEST);
  }

  /** Nothing beside what is on record. */
  public static LetterText none() {
    return new LetterText(null, null, null);
  }

  /** May be null. */
  public String question() {
    return question;
  }

  /** May be null. */
  public String findings() {
    return findings;
  }

  /** May be null. */
  public String told() {
    return told;
  }

  /** Whether both say the same. */
  public boolean isSameAs(LetterText other) {
    return Objects.equals(question, other.question)
        && Objects.equals(findings, other.findings)
        && Objects.equals(told, other.told);
  }
}
