package org.pacegate.service.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pacegate.domain.questionnaire.OwnQuestionnaire;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * Own files that were read already, by their SHA-256: what has the same hash asks the same, in
 * whatever clinic, and every page of an intake needs it. They hold no patient data.
 */
@ApplicationScoped
public class ReadOwnFiles {

  /** A file holds up to 1,000 items; more forms than these are not asked in one place. */
  private static final int MOST = 100;

  private final Map<String, Questionnaire> read = new ConcurrentHashMap<>();

  Questionnaire read(String hash, Supplier<OwnQuestionnaire> own) {
    Questionnaire known = read.get(hash);
    if (known == null) {
      known = OwnFiles.read(own.get());
      if (read.size() >= MOST) {
        read.clear();
      }
      read.put(hash, known);
    }
    return known;
  }
}
