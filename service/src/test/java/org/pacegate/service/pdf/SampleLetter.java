package org.pacegate.service.pdf;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** A letter with every fact that one can have. */
final class SampleLetter {

  private SampleLetter() {}

  private static JsonObjectBuilder object(String... namesAndValues) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static JsonObjectBuilder full(String language) {
    return bare(language)
        .add(
            "clinic",
            object(
                "display",
                "Clínica del Río",
                "phone",
                "+34 976 000 111",
                "email",
                "clinic@example.org",
                "address",
                "Calle Mayor 7, 50001 Zaragoza"))
        .add(
            "recipient",
            object(
                "display",
                "Hospital Universitario, Urgencias",
                "phone",
                "+34 976 222 333",
                "address",
                "Paseo del Parque 1\n50009 Zaragoza"))
        .add(
            "sender",
            object("display", "Dr Eva Sanz", "profession", "Physician", "licence", "N-42"))
        .add(
            "referral",
            object(
                "identifier",
                "4711",
                "urgency",
                "U0_EMERGENCY_NOW",
                "due",
                "2026-06-19T11:00:00Z",
                "target",
                "Emergency department with emergency MRI",
                "reason",
                "New bladder trouble: suspected cauda equina syndrome.",
                "question",
                "Emergency MRI of the lumbar spine?"))
        .add("screening", screening(1))
        .add(
            "measured",
            Json.createArrayBuilder()
                .add(
                    object(
                        "text",
                        "Leg length",
                        "value",
                        "12.5",
                        "unit",
                        "mm",
                        "measured",
                        "2026-06-18",
                        "side",
                        "left leg shorter")))
        .add("findings", "Temperature 37.2 °C. Residual urine 420 ml.")
        .add(
            "diagnosis",
            object(
                "code",
                "M54.16",
                "display",
                "Radiculopathy, lumbar",
                "words",
                "L5 left",
                "certainty",
                "provisional"))
        .add(
            "running",
            object(
                "kmPerWeek",
                "42.5",
                "sessionsPerWeek",
                "4",
                "longestRunKm",
                "18",
                "ascent",
                "600",
                "descent",
                "650",
                "surfaces",
                "road, trail",
                "shoes",
                "light trainers",
                "shoeKm",
                "900",
                "crossTraining",
                "1"))
        .add("told", "Do not drive. Go to the hospital at once, with somebody.");
  }

  static JsonObjectBuilder screening(int flags) {
    JsonArrayBuilder positive = Json.createArrayBuilder();
    for (int i = 1; i <= flags; i++) {
      positive.add(
          object(
                  "code",
                  "CES-2",
                  "text",
                  "Sign " + i + ": new or worsening bladder trouble.",
                  "found",
                  "2026-06-19T10:00:00Z",
                  "state",
                  "OPEN")
              .add("assumed", i % 2 == 0)
              .add(
                  "detail",
                  Json.createArrayBuilder()
                      .add(object("text", "When did this start?", "answer", "17 June 2026"))));
    }
    return object("performed", "2026-06-19T10:00:00Z", "performer", "Rosa Mesa")
        .add("positive", positive)
        .add(
            "negative",
            areas(
                Map.of(
                    "CAUDA_EQUINA", List.of("CES-1", "CES-3", "CES-4", "CES-5", "CES-6", "CES-T"))))
        .add(
            "open",
            areas(Map.of("INFECTION", List.of("INF-1", "INF-3"), "GENERAL", List.of("AGE-16"))));
  }

  static JsonObjectBuilder lowBack() {
    return screening(1)
        .add(
            "negative",
            areas(
                Map.of(
                    "CAUDA_EQUINA",
                    List.of("CES-1", "CES-3", "CES-4", "CES-5", "CES-6"),
                    "FRACTURE_AND_BONE_STRESS",
                    List.of(
                        "FX-1", "FX-2", "FX-3", "FX-4", "BSI-2", "BSI-4", "BSI-R", "PARS-1",
                        "REDS-1", "REDS-2"),
                    "INFECTION",
                    List.of("INF-1", "INF-2", "INF-3"),
                    "MALIGNANCY",
                    List.of("MAL-1", "MAL-R"),
                    "SPONDYLOARTHRITIS",
                    List.of("SPA-R"),
                    "ABDOMEN_AND_CHEST",
                    List.of(
                        "AAA-1", "AAA-2", "AAA-3", "VIS-1", "VIS-2", "VIS-3", "VIS-5", "VIS-6"))))
        .add("open", Json.createArrayBuilder());
  }

  private static JsonArrayBuilder areas(Map<String, List<String>> areas) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    areas.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            area ->
                json.add(
                    object("area", area.getKey())
                        .add("signs", Json.createArrayBuilder(area.getValue()))));
    return json;
  }

  /** A letter with nothing that may lack. */
  static JsonObjectBuilder bare(String language) {
    return Json.createObjectBuilder()
        .add("version", 1)
        .add("language", language)
        .add("timeZone", "Europe/Madrid")
        .add("written", "2026-06-19")
        .add("clinic", object("display", "Clínica del Río"))
        .add("sender", object("display", "Rosa Mesa"))
        .add("recipient", object("display", "Rheumatology"))
        .add(
            "subject",
            object(
                "display",
                "Núñez, Ana",
                "birthDate",
                "1995-05-14",
                "recordNumber",
                "PG-12",
                "sex",
                "female",
                "speaks",
                "Spanish"))
        .add(
            "referral",
            object(
                "identifier",
                "4711",
                "urgency",
                "U3_ROUTINE",
                "target",
                "Rheumatology",
                "reason",
                "Stiff in the morning."))
        .add(
            "complaint",
            object("where", "Low back, left", "how", "gradually", "words", "It hurts when I run"))
        .add("measured", Json.createArrayBuilder())
        .add("running", object());
  }
}
