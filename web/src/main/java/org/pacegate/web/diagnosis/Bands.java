package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.diagnosis.ReferenceBand;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.TypedNumber;

/** What the literature says about a number, while it is being typed. Never a sum, never a score. */
@Named
@RequestScoped
public class Bands {

  @Inject private Translations words;

  public List<FindingField> getFields() {
    return List.of(FindingField.values());
  }

  /** The band in words; empty as long as nothing that can be measured is typed. */
  public String of(FindingField field, String typed, PatientHeader patient) {
    return Optional.ofNullable(typed)
        .flatMap(text -> new TypedNumber(text).toNumber())
        .filter(value -> field.test().admits(value))
        .map(value -> band(field, value, patient))
        .orElse("");
  }

  private String band(FindingField field, BigDecimal value, PatientHeader patient) {
    ReferenceBand band = ReferenceBand.of(field.test(), value, patient.sex(), patient.age());
    return words.say("diagnosis", "band." + band);
  }
}
