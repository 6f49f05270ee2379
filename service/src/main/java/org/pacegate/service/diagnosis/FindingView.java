package org.pacegate.service.diagnosis;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.ReferenceBand;

/** A measurement with the band of the literature it falls in. */
public record FindingView(
    FindingTest test,
    FindingSide side,
    BigDecimal value,
    String unit,
    LocalDate measuredOn,
    ReferenceBand band) {}
