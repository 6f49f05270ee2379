package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * Two records turned out to be one person's (R2.14): one goes on as the survivor, the other stays
 * readable and leads there. Never changed; undoing it is a record of its own.
 */
@Entity
@Table(name = "patient_merge")
public class PatientMerge extends ClinicRecord {

  @Column(name = "survivor_id")
  private long survivorId;

  @Column(name = "merged_id")
  private long mergedId;

  private String choices;
  private String reason;

  @Column(name = "merged_at")
  private Instant mergedAt;

  @Column(name = "merged_by")
  private long mergedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected PatientMerge() {}

  /**
   * Decides that two records are one person's.
   *
   * @param fromMerged fields in which the merged record's value stands; in all others the
   *     survivor's does
   * @throws DomainRefusal {@code merge.samePatient} for one record twice, {@code
   *     merge.alreadyMerged} if one of the two has been merged before
   */
  public PatientMerge(
      Patient survivor,
      Patient merged,
      Set<MergeField> fromMerged,
      String reason,
      UUID submissionKey,
      Attribution decided) {
    if (survivor.id().equals(merged.id())) {
      throw new DomainRefusal("merge.samePatient", "patient " + survivor.id());
    }
    survivor.expectStanding();
    merged.expectStanding();
    this.survivorId = survivor.id();
    this.mergedId = merged.id();
    this.choices =
        Arrays.stream(MergeField.values())
            .map(field -> field + "=" + (fromMerged.contains(field) ? "MERGED" : "SURVIVOR"))
            .collect(Collectors.joining(","));
    this.reason = Words.required("mergeReason", reason, 4_000);
    this.mergedAt = decided.at();
    this.mergedBy = decided.by();
    this.submissionKey = submissionKey;
  }

  /** Who the person is, by the values chosen. */
  public Person chosenFrom(Person survivor, Person merged) {
    Set<MergeField> taken = fromMerged();
    return new Person(
        (taken.contains(MergeField.NAME) ? merged : survivor).familyName(),
        (taken.contains(MergeField.NAME) ? merged : survivor).givenName(),
        (taken.contains(MergeField.BIRTH_DATE) ? merged : survivor).birthDate(),
        (taken.contains(MergeField.SEX) ? merged : survivor).sex(),
        (taken.contains(MergeField.PHONE) ? merged : survivor).phone(),
        (taken.contains(MergeField.EMAIL) ? merged : survivor).email(),
        (taken.contains(MergeField.LANGUAGE) ? merged : survivor).language());
  }

  /** Fields in which the merged record's value stands. */
  public Set<MergeField> fromMerged() {
    Set<String> made = Set.of(choices.split(",", -1));
    Set<MergeField> taken = EnumSet.allOf(MergeField.class);
    taken.removeIf(field -> !made.contains(field + "=MERGED"));
    return taken;
  }

  public long survivorId() {
    return survivorId;
  }

  public long mergedId() {
    return mergedId;
  }

  public String reason() {
    return reason;
  }

  public Instant mergedAt() {
    return mergedAt;
  }

  public long mergedBy() {
    return mergedBy;
  }

  public UUID submissionKey() {
    return submissionKey;
  }
}
