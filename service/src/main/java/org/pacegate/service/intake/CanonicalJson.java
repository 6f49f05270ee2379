package org.pacegate.service.intake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.TreeMap;

/**
 * One text for one content: members in the order of their names, no space between, and strings
 * escaped only where JSON asks for it (RFC 8785, for the objects, lists and strings used here).
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String text(JsonStructure content) {
    return sorted(content).toString();
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(value.asJsonObject()).forEach((name, each) -> object.add(name, sorted(each)));
        yield object.build();
      }
      case ARRAY -> {
        JsonArrayBuilder array = Json.createArrayBuilder();
        value.asJsonArray().forEach(each -> array.add(sorted(each)));
        yield array.build();
      }
      default -> value;
    };
  }
}
