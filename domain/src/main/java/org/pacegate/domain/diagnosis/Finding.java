package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;

/** A measurement recorded with a diagnosis. Shown with its reference band, never summed. */
@Entity
public class Finding {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "diagnosis_id")
  private Diagnosis diagnosis;

  @Enumerated(EnumType.STRING)
  private FindingTest test;

  @Enumerated(EnumType.STRING)
  private FindingSide side;

  private BigDecimal value;
  private String unit;
  private String method;

  @Column(name = "measured_on")
  private LocalDate measuredOn;

  private long examiner;

  protected Finding() {}

  Finding(Diagnosis diagnosis, Measurement measured, Attribution recorded) {
    this.diagnosis = diagnosis;
    this.test = measured.test();
    this.side = measured.side();
    this.value = measured.value();
    this.unit = measured.test().unit();
    this.method = measured.test().method();
    this.measuredOn = recorded.day();
    this.examiner = recorded.by();
  }

  boolean says(Measurement measured) {
    return test == measured.test()
        && side == measured.side()
        && value.compareTo(measured.value()) == 0;
  }

  public Diagnosis diagnosis() {
    return diagnosis;
  }

  /** Unit in UCUM, as it was when the value was recorded. */
  public String unit() {
    return unit;
  }

  public String method() {
    return method;
  }

  public LocalDate measuredOn() {
    return measuredOn;
  }

  public long examiner() {
    return examiner;
  }

  public Measurement measurement() {
    return new Measurement(test, side, value);
  }
}
