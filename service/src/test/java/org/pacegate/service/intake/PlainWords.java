package org.pacegate.service.intake;

import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;

/** Words that are recognised wherever they are kept. */
public enum PlainWords implements ShownWords {
  EN,
  ES;

  @Override
  public Language language() {
    return this == EN ? Language.en : Language.es;
  }

  @Override
  public String part(IntakeStep step) {
    return (this == EN ? "Part " : "Parte ") + step;
  }

  @Override
  public String question(String field) {
    return (this == EN ? "Asked " : "¿Pregunta ") + field + "?";
  }

  @Override
  public String answer(String field, String kept) {
    return switch (kept) {
      case "YES" -> this == EN ? "Yes" : "Sí";
      case "NO" -> "No";
      default -> kept;
    };
  }
}
