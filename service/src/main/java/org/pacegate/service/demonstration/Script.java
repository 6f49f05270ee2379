package org.pacegate.service.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;

/**
 * What one clinic's file says. The files ship with the product, so a mistake in one is a defect.
 */
record Script(JsonObject json) {

  /**
   * What a runner complains of, and what it turns out to be.
   *
   * @param answers what the words already answer, by link id
   */
  record Complaint(
      BodySite site,
      Side side,
      OnsetKind onset,
      String words,
      String code,
      String diagnosis,
      Map<String, String> answers) {

    Complaint {
      answers = Map.copyOf(answers);
    }
  }

  static Script named(String clinic) {
    try (InputStream in = resource(clinic + ".json");
        JsonReader reader = Json.createReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Script(reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password that all accounts of the demonstration share. */
  static String password() {
    Properties accounts = new Properties();
    try (InputStream in = resource("accounts.properties")) {
      accounts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return accounts.getProperty("password");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String file) {
    InputStream in = Script.class.getResourceAsStream("/demonstration/" + file);
    if (in == null) {
      throw new IllegalStateException("not shipped: " + file);
    }
    return in;
  }

  String text(String name) {
    return json.getString(name);
  }

  ZoneId zone() {
    return ZoneId.of(text("timeZone"));
  }

  Language language() {
    return Language.valueOf(text("language"));
  }

  List<Outsider> outsiders() {
    return objects("recipients", Outsider::new);
  }

  List<Colleague> colleagues() {
    return objects("people", Colleague::new);
  }

  List<String> texts(String name) {
    return texts(json, name);
  }

  /** Sentences of one kind, such as why a plan is put on hold. */
  List<String> phrases(String kind) {
    return texts(json.getJsonObject("phrases"), kind);
  }

  String phrase(String kind) {
    return json.getJsonObject("phrases").getString(kind);
  }

  /** Complaints that a story can be about. */
  List<Complaint> complaints(Story.Subject subject) {
    return switch (subject) {
      case ANY -> objects("complaints", Script::complaint);
      case BACK ->
          complaints(Story.Subject.ANY).stream()
              .filter(complaint -> complaint.site() == BodySite.LOW_BACK)
              .toList();
      case BONE -> objects("boneComplaints", Script::complaint);
      case DANGER -> objects("dangerComplaints", Script::complaint);
      case TENDON -> objects("tendonComplaints", Script::complaint);
    };
  }

  /** The words of a plan's parts. */
  Map<BlockKind, String> instructions(boolean bone) {
    JsonObject words = json.getJsonObject(bone ? "boneInstructions" : "instructions");
    Map<BlockKind, String> instructions = new EnumMap<>(BlockKind.class);
    words.forEach(
        (kind, text) -> instructions.put(BlockKind.valueOf(kind), ((JsonString) text).getString()));
    return instructions;
  }

  /** One story for each runner, in the order of the stories. */
  List<Story> stories() {
    JsonObject counts = json.getJsonObject("stories");
    List<Story> stories = new ArrayList<>();
    for (Story story : Story.values()) {
      for (int i = 0; i < counts.getInt(story.name(), 0); i++) {
        stories.add(story);
      }
    }
    return stories;
  }

  List<JsonObject> drafts() {
    return objects("drafts", Function.identity());
  }

  /** Runners who were given a link and sent their answers. */
  List<JsonObject> received() {
    return objects("received", Function.identity());
  }

  private <T> List<T> objects(String name, Function<JsonObject, T> reader) {
    JsonArray array = json.getJsonArray(name);
    return array.getValuesAs(JsonObject.class).stream().map(reader).toList();
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  private static Map<String, String> words(JsonObject json, String name) {
    Map<String, String> words = new HashMap<>();
    json.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .forEach((key, text) -> words.put(key, ((JsonString) text).getString()));
    return words;
  }

  private static Complaint complaint(JsonObject json) {
    return new Complaint(
        BodySite.valueOf(json.getString("site")),
        Side.valueOf(json.getString("side")),
        OnsetKind.valueOf(json.getString("onset")),
        json.getString("words"),
        json.getString("code"),
        json.getString("diagnosis"),
        words(json, "answers"));
  }
}
