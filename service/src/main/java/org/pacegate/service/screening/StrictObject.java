package org.pacegate.service.screening;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A JSON object of which every property must be read and nothing may be left over. */
final class StrictObject {
  private final String path;
  private final JsonObject json;
  private final Set<String> unread;

  private StrictObject(String path, JsonObject json) {
    this.path = path;
    this.json = json;
    this.unread = new TreeSet<>(json.keySet());
  }

  static StrictObject of(String path, JsonValue value) {
    return new StrictObject(path, expect(path, value, JsonObject.class));
  }

  String path() {
    return path;
  }

  Set<String> names() {
    return json.keySet();
  }

  boolean has(String name) {
    return json.containsKey(name);
  }

  /** True for a property that is an object; it still has to be read. */
  boolean isObject(String name) {
    return json.get(name) instanceof JsonObject;
  }

  /** A property of any kind. */
  JsonValue value(String name) {
    return read(name, JsonValue.class);
  }

  String text(String name) {
    return read(name, JsonString.class).getString();
  }

  int whole(String name) {
    JsonNumber number = read(name, JsonNumber.class);
    return at(name, number::intValueExact);
  }

  Optional<BigDecimal> optionalAmount(String name) {
    return has(name) ? Optional.of(amount(name)) : Optional.empty();
  }

  BigDecimal amount(String name) {
    return read(name, JsonNumber.class).bigDecimalValue();
  }

  boolean flag(String name) {
    JsonValue value = read(name, JsonValue.class);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new InvalidRuleSet(below(name), "not true or false");
    }
    return value == JsonValue.TRUE;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> kind) {
    String code = text(name);
    return at(name, () -> Enum.valueOf(kind, code));
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    JsonArray array = read(name, JsonArray.class);
    for (int i = 0; i < array.size(); i++) {
      String item = expect(below(name) + "[" + i + "]", array.get(i), JsonString.class).getString();
      if (all.contains(item)) {
        throw new InvalidRuleSet(below(name) + "[" + i + "]", "twice: " + item);
      }
      all.add(item);
    }
    return all;
  }

  List<StrictObject> objects(String name) {
    List<StrictObject> all = new ArrayList<>();
    JsonArray array = read(name, JsonArray.class);
    for (int i = 0; i < array.size(); i++) {
      all.add(of(below(name) + "[" + i + "]", array.get(i)));
    }
    return all;
  }

  StrictObject object(String name) {
    return of(below(name), read(name, JsonObject.class));
  }

  /** Runs with a property's path in front of whatever goes wrong. */
  <T> T at(String name, Supplier<T> reading) {
    return located(below(name), reading);
  }

  /** Builds the object out of its properties; refuses any that was not asked for. */
  <T> T build(Supplier<T> reading) {
    T built = located(path, reading);
    if (!unread.isEmpty()) {
      throw new InvalidRuleSet(below(unread.iterator().next()), "unknown property");
    }
    return built;
  }

  private static <T> T located(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ArithmeticException malformed) {
      throw new InvalidRuleSet(path, malformed);
    }
  }

  private <V extends JsonValue> V read(String name, Class<V> kind) {
    unread.remove(name);
    JsonValue value = json.get(name);
    if (value == null) {
      throw new InvalidRuleSet(below(name), "missing");
    }
    return expect(below(name), value, kind);
  }

  private static <V extends JsonValue> V expect(String path, JsonValue value, Class<V> kind) {
    if (!kind.isInstance(value)) {
      throw new InvalidRuleSet(path, "unexpected " + value.getValueType());
    }
    return kind.cast(value);
  }

  private String below(String name) {
    return path + "." + name;
  }
}
