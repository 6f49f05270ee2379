package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.pacegate.domain.shared.InvalidValue;

/** How far an intake is: how many of the things it asks have an answer, and the last door. */
@Embeddable
public class Progress {

  @Enumerated(EnumType.STRING)
  @Column(name = "last_door")
  private Door door;

  private int answered;
  private int asked;

  protected Progress() {}

  /**
   * How far it is.
   *
   * @param door where it was last worked on
   * @param answered of {@code asked}
   * @throws InvalidValue {@code answered range} if more is answered than asked, or less than
   *     nothing
   */
  public Progress(Door door, int answered, int asked) {
    if (answered < 0 || answered > asked) {
      throw new InvalidValue("answered", "range");
    }
    this.door = door;
    this.answered = answered;
    this.asked = asked;
  }

  /** Nothing was answered yet. */
  static Progress none() {
    return new Progress(Door.DESK, 0, 0);
  }

  public Door door() {
    return door;
  }

  public int answered() {
    return answered;
  }

  public int asked() {
    return asked;
  }
}
