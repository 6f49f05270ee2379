package org.pacegate.service.demonstration;

import java.util.HashMap;
import java.util.Map;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.patient.Person;

/** What the desk types into an intake, by field. */
final class Typed {

  private Typed() {}

  static Map<String, String> person(Person person) {
    Map<String, String> typed = new HashMap<>();
    put(typed, "person.familyName", person.familyName());
    put(typed, "person.givenName", person.givenName());
    put(typed, "person.birthDate", person.birthDate());
    put(typed, "person.sex", person.sex());
    put(typed, "person.phone", person.phone());
    put(typed, "person.email", person.email());
    put(typed, "person.language", person.language());
    return typed;
  }

  static Map<String, String> complaint(Injury injury) {
    Map<String, String> typed = new HashMap<>();
    put(typed, "complaint.bodySite", injury.bodySite());
    put(typed, "complaint.side", injury.side());
    put(typed, "complaint.words", injury.complaint());
    put(typed, "complaint.onsetDate", injury.onsetDate());
    put(typed, "complaint.onsetKind", injury.onsetKind());
    return typed;
  }

  static Map<String, String> running(RunningHabits habits) {
    Map<String, String> typed = new HashMap<>();
    put(typed, "running.kmPerWeek", habits.kmPerWeek());
    put(typed, "running.sessionsPerWeek", habits.sessionsPerWeek());
    put(typed, "running.longestRunKm", habits.longestRunKm());
    put(typed, "running.ascent", habits.ascentMetresPerWeek());
    put(typed, "running.descent", habits.descentMetresPerWeek());
    put(typed, "running.surfaces", habits.surfaces());
    put(typed, "running.shoes", habits.shoes());
    put(typed, "running.shoeKm", habits.shoeKm());
    put(typed, "running.crossTraining", habits.crossTrainingPerWeek());
    return typed;
  }

  private static void put(Map<String, String> typed, String field, Object value) {
    if (value != null) {
      typed.put(field, value.toString());
    }
  }
}
