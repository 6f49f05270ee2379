package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.Words;

/** Somebody found that a licence no longer stood from a day on. Never changed. */
@Entity
@Table(name = "licence_lapse")
public class LicenceLapse {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "licence_id")
  private Licence licence;

  @Column(name = "lapsed_on")
  private LocalDate lapsedOn;

  private String reason;

  @Column(name = "found_at")
  private Instant foundAt;

  @Column(name = "found_by")
  private long foundBy;

  protected LicenceLapse() {}

  LicenceLapse(Licence licence, LocalDate lapsedOn, String reason, Attribution found) {
    this.licence = licence;
    this.lapsedOn = lapsedOn;
    this.reason = Words.required("lapseReason", reason, 1_000);
    this.foundAt = found.at();
    this.foundBy = found.by();
  }

  public Licence licence() {
    return licence;
  }

  /** First day without validity. */
  public LocalDate lapsedOn() {
    return lapsedOn;
  }

  public String reason() {
    return reason;
  }

  public Instant foundAt() {
    return foundAt;
  }

  public long foundBy() {
    return foundBy;
  }
}
