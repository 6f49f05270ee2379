package org.pacegate.web.shared;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.Serializable;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * What somebody typed into a form, field by field and exactly as typed: what is no number yet is
 * kept all the same. Encoded as JSON for the draft. A password is never one of its fields.
 */
public final class TypedForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> fields = new LinkedHashMap<>();

  /** The fields by name, for the page to read and write. */
  public Map<String, String> fields() {
    return fields;
  }

  /**
   * The key to send a refused form with: one that was corrected after it had been recorded is
   * another form.
   */
  public static UUID keyAfter(DomainRefusal refused, UUID key) {
    return refused.code().equals("submission.keyUsed") ? UUID.randomUUID() : key;
  }

  /** What stands in a field; empty when nothing does. */
  public String text(String field) {
    String typed = fields.get(field);
    return typed == null ? "" : typed.strip();
  }

  public boolean isBlank(String field) {
    return text(field).isEmpty();
  }

  /** Fills a field as if somebody had typed it. */
  public void fill(String field, Object value) {
    if (value != null) {
      fields.put(field, value.toString());
    }
  }

  /** The constant that a field names, or null. */
  public <E extends Enum<E>> E constant(String field, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(text(field))) {
        return each;
      }
    }
    return null;
  }

  public String encode() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    // The database's text has no place for the character with the number 0.
    fields.forEach((name, typed) -> json.add(name, typed == null ? "" : typed.replace("\0", "")));
    return json.build().toString();
  }

  /** The form that {@link #encode} made the text of. */
  public static TypedForm decode(String encoded) {
    TypedForm form = new TypedForm();
    try (JsonReader reader = Json.createReader(new StringReader(encoded))) {
      reader
          .readObject()
          .forEach((name, typed) -> form.fields.put(name, ((JsonString) typed).getString()));
    }
    return form;
  }
}
