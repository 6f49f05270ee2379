package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * An edition that a clinic has loaded. It begins as a draft, is given a first day, which lies
 * ahead, and can be taken back until then. From that day it is in force until another one begins;
 * its codes never change.
 */
@Entity
@Table(name = "own_edition")
public class OwnEdition extends ClinicRecord {

  private String system;
  private String edition;
  private int codes;

  @Column(name = "file_hash")
  private String fileHash;

  @Enumerated(EnumType.STRING)
  private EditionState state;

  @Column(name = "loaded_at")
  private Instant loadedAt;

  @Column(name = "loaded_by")
  private long loadedBy;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "activated_at")
  private Instant activatedAt;

  @Column(name = "activated_by")
  private Long activatedBy;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private Long withdrawnBy;

  protected OwnEdition() {}

  /**
   * Loads an edition as a draft.
   *
   * @param system which list, for example {@code CIE-10-ES}
   * @param edition for example {@code 2026}
   * @param codes how many it lists, headers among them
   * @param fileHash SHA-256 of the file, 64 hexadecimal digits
   */
  public OwnEdition(String system, String edition, int codes, String fileHash, Attribution loaded) {
    this.system = Words.required("system", system, 100);
    this.edition = Words.required("edition", edition, 20);
    this.codes = codes;
    this.fileHash = fileHash;
    this.state = EditionState.DRAFT;
    this.loadedAt = loaded.at();
    this.loadedBy = loaded.by();
  }

  /**
   * Says from which day it is in force. What was signed until then was signed under another one, so
   * no day that has begun can be named.
   *
   * @param from its first day at the clinic
   * @throws DomainRefusal {@code edition.notDraft}
   * @throws InvalidValue {@code validFrom.missing} or {@code validFrom.notAhead}
   */
  public void activate(LocalDate from, Attribution activated) {
    if (state != EditionState.DRAFT) {
      throw new DomainRefusal("edition.notDraft", "edition " + id() + " " + state);
    }
    if (from == null) {
      throw new InvalidValue("validFrom", "missing");
    }
    if (!from.isAfter(activated.day())) {
      throw new InvalidValue("validFrom", "notAhead");
    }
    state = EditionState.ACTIVE;
    validFrom = from;
    activatedAt = activated.at();
    activatedBy = activated.by();
  }

  /**
   * Takes it back before its first day.
   *
   * @throws DomainRefusal {@code edition.begun}, {@code edition.withdrawn}
   */
  public void withdraw(Attribution withdrawn) {
    if (state == EditionState.WITHDRAWN) {
      throw new DomainRefusal("edition.withdrawn", "edition " + id());
    }
    if (state == EditionState.ACTIVE && !validFrom.isAfter(withdrawn.day())) {
      throw new DomainRefusal("edition.begun", "edition " + id());
    }
    state = EditionState.WITHDRAWN;
    withdrawnAt = withdrawn.at();
    withdrawnBy = withdrawn.by();
  }

  /** Whether it is a draft of this very file. */
  public boolean isDraftOf(String file) {
    return state == EditionState.DRAFT && fileHash.equals(file);
  }

  public String system() {
    return system;
  }

  public String edition() {
    return edition;
  }

  public int codes() {
    return codes;
  }

  public String fileHash() {
    return fileHash;
  }

  public EditionState state() {
    return state;
  }

  /** Its first day, or null for a draft. */
  public LocalDate validFrom() {
    return validFrom;
  }
}
