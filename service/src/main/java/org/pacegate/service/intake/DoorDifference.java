package org.pacegate.service.intake;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.intake.Door;

/**
 * Doors at which a field was answered differently, side by side (R4.190).
 *
 * @param said the last answer of each door, the earliest first
 * @param standing which answer stands, by whom and since when
 */
public record DoorDifference(String field, List<EntrySource> said, EntrySource standing) {

  public DoorDifference {
    said = List.copyOf(said);
  }

  /** What was said last at a door; empty if nothing was, or it was taken back there. */
  Optional<String> at(Door door) {
    return said.stream()
        .filter(each -> each.door() == door)
        .map(EntrySource::value)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Whether this is the answer that stands. */
  public boolean stands(EntrySource answer) {
    return answer.value().equals(standing.value());
  }
}
