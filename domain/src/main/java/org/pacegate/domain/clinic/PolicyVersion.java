package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * Who may diagnose under the licences of a jurisdiction, as somebody proposes it. An administrator
 * drafts it with a reason, a physician signs it, and it never changes: who wants another policy
 * drafts the next one.
 */
@Entity
@Table(name = "diagnosis_policy")
public class PolicyVersion extends ClinicRecord {

  private static final int MOST_REASON = 4_000;

  private String jurisdiction;

  /** Place among the clinic's versions for the jurisdiction, from 1. */
  private int number;

  @Embedded private PolicyTerms terms;

  private String reason;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "drafted_by")
  private long draftedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected PolicyVersion() {}

  /**
   * A draft.
   *
   * @throws InvalidValue for {@code jurisdiction} or {@code reason}
   */
  public PolicyVersion(
      String jurisdiction,
      int number,
      PolicyTerms terms,
      String reason,
      UUID submissionKey,
      Attribution drafted) {
    this.jurisdiction = Jurisdiction.code(jurisdiction);
    this.number = number;
    this.terms = terms;
    this.reason = Words.required("reason", reason, MOST_REASON);
    this.draftedAt = drafted.at();
    this.draftedBy = drafted.by();
    this.submissionKey = submissionKey;
  }

  /** Whether a form asks for just this draft: its key came with the same content before. */
  public boolean records(String where, PolicyTerms wanted, String why) {
    return jurisdiction.equals(Jurisdiction.code(where))
        && terms.equals(wanted)
        && reason.equals(Words.required("reason", why, MOST_REASON));
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public int number() {
    return number;
  }

  public PolicyTerms terms() {
    return terms;
  }

  public String reason() {
    return reason;
  }

  public Instant draftedAt() {
    return draftedAt;
  }

  public long draftedBy() {
    return draftedBy;
  }
}
