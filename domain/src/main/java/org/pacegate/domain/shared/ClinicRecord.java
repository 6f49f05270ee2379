package org.pacegate.domain.shared;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** A row of one clinic: identity and version (R0.1). */
@MappedSuperclass
public abstract class ClinicRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  @SequenceGenerator(name = "record", sequenceName = "record_seq", allocationSize = 50)
  private Long id;

  @Version private long version;

  protected ClinicRecord() {}

  /** The id, or null until the record is persisted. */
  public Long id() {
    return id;
  }

  /** The version this record was read at; a form carries it and gives it back. */
  public long version() {
    return version;
  }

  /**
   * Refuses to go on from a version that is no longer current.
   *
   * @throws LostUpdate if somebody changed the record since {@code readAt}
   */
  public void expectVersion(long readAt) {
    if (readAt != version) {
      throw new LostUpdate(getClass().getSimpleName(), id);
    }
  }
}
