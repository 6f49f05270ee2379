package org.pacegate.service.demonstration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.ContactWays;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.TargetSet;
import org.pacegate.domain.screening.Target;

/** Somebody outside of a script whom the clinic asks. */
record Outsider(JsonObject json) {

  Recipient recipient() {
    return new Recipient(
        json.getString("name"),
        new TargetSet(Set.copyOf(targets("serves"))),
        new ContactWays(text("phone"), text("email"), text("address")),
        Language.valueOf(json.getString("letterLanguage")),
        text("spokenLanguages"),
        text("note"));
  }

  /** What they are asked first for. */
  List<Target> first() {
    return targets("first");
  }

  private List<Target> targets(String key) {
    return json.getJsonArray(key).getValuesAs(JsonString.class).stream()
        .map(code -> Target.valueOf(code.getString()))
        .toList();
  }

  private String text(String key) {
    return json.getString(key, null);
  }
}
