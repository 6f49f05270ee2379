package org.pacegate.domain.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.InvalidValue;

/** Whom the clinic asks first for something (R5.52): one at a time, or nobody. */
@Entity
@Table(name = "preferred_recipient")
public class PreferredRecipient extends ClinicRecord {

  @Enumerated(EnumType.STRING)
  private Target target;

  @Column(name = "recipient_id")
  private Long recipientId;

  protected PreferredRecipient() {}

  /** For what; nobody is preferred yet. */
  public PreferredRecipient(Target target) {
    if (target == null) {
      throw new InvalidValue("target", "missing");
    }
    this.target = target;
  }

  /**
   * From now on they are asked first.
   *
   * @throws org.pacegate.domain.shared.DomainRefusal {@code recipient.retired}, {@code
   *     recipient.notFor}
   */
  public void prefer(Recipient recipient) {
    recipient.expectServing(target.name());
    recipientId = recipient.id();
  }

  /** They are no longer asked first, if they were. */
  public void drop(Recipient recipient) {
    if (Objects.equals(recipientId, recipient.id())) {
      recipientId = null;
    }
  }

  public Target target() {
    return target;
  }

  /** Id of who is asked first, or null. */
  public Long recipientId() {
    return recipientId;
  }
}
