package org.pacegate.service.diagnosis;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A code with everything that a list says of it. What it does not say is null or empty. */
record CompleteCode(
    String code,
    String title,
    String titleEs,
    boolean billable,
    boolean boneStress,
    String bodySite,
    String synonyms) {

  /**
   * A line of a file.
   *
   * @param old the code as the list in force has it, or null
   */
  static CompleteCode of(CodeLine line, CompleteCode old) {
    String site = old == null ? null : old.bodySite();
    String synonyms = old == null ? "" : old.synonyms();
    return new CompleteCode(
        old == null ? line.code() : old.code(),
        line.title(),
        line.titleEs() == null && old != null && old.title().equals(line.title())
            ? old.titleEs()
            : line.titleEs(),
        line.billable(),
        line.boneStress() == null ? old != null && old.boneStress() : line.boneStress(),
        line.bodySite() == null ? site : line.bodySite().name(),
        line.synonyms() == null ? synonyms : line.synonyms());
  }

  /** For the database, by column. */
  JsonObject json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("code", code)
            .add("title", title)
            .add("billable", billable)
            .add("bone_stress", boneStress)
            .add("synonyms", synonyms);
    if (titleEs != null) {
      json.add("title_es", titleEs);
    }
    if (bodySite != null) {
      json.add("body_site", bodySite);
    }
    return json.build();
  }
}
