package org.pacegate.service.demonstration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.clinic.OpenAccount;

/** A person of a script who works at the clinic. Days of a licence count from today. */
record Colleague(JsonObject json) {

  OpenAccount account() {
    return new OpenAccount(
        json.getString("familyName"),
        json.getString("givenName"),
        json.getString("login"),
        Language.valueOf(json.getString("language")),
        json.getJsonArray("roles").getValuesAs(JsonString.class).stream()
            .map(role -> Role.valueOf(role.getString()))
            .collect(Collectors.toSet()));
  }

  Optional<Licence> licence(long practitioner, LocalDate today) {
    return Optional.ofNullable(json.getJsonObject("licence"))
        .map(
            licence ->
                new Licence(
                    practitioner,
                    Profession.valueOf(licence.getString("profession")),
                    licence.getString("number"),
                    licence.getString("authority"),
                    today.plusDays(licence.getInt("validFrom")),
                    today.plusDays(licence.getInt("validTo"))));
  }

  /** First day from today on which the licence was not valid, as is found later; if any. */
  Optional<Integer> lapsedOn() {
    return Optional.ofNullable(json.getJsonObject("licence"))
        .filter(licence -> licence.containsKey("lapsedOn"))
        .map(licence -> licence.getInt("lapsedOn"));
  }

  /** How many days ago that was found. */
  int lapseFoundDaysAgo() {
    return -json.getJsonObject("licence").getInt("lapseFound");
  }

  /** Somebody finds the lapse. */
  void lapse(Licence licence, LocalDate today, Attribution found) {
    licence.lapse(
        today.plusDays(lapsedOn().orElseThrow()),
        json.getJsonObject("licence").getString("lapseReason"),
        found);
  }
}
