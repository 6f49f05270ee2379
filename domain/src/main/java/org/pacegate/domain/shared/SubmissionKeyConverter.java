package org.pacegate.domain.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Submission keys as text: the provider and the driver disagree about the database's uuid type. */
@Converter(autoApply = true)
public class SubmissionKeyConverter implements AttributeConverter<UUID, String> {

  @Override
  public String convertToDatabaseColumn(UUID key) {
    return key == null ? null : key.toString();
  }

  @Override
  public UUID convertToEntityAttribute(String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
