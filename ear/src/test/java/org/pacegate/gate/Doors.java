package org.pacegate.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pacegate.domain.clinic.Role;
import org.pacegate.launcher.PacegateServer;

/** A clinic of its own and the calls that its people make to the services. */
public final class Doors {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String tag;
  private final Map<String, String> ids;

  private Doors(String tag, Map<String, String> ids) {
    this.tag = tag;
    this.ids = ids;
  }

  /** Opens a clinic whose physician has a licence for a year. */
  public static Doors ofAClinic() {
    return ofAClinic(365);
  }

  /**
   * Opens a clinic.
   *
   * @param licensedDays days that the physician's licence still counts; negative if it ended
   */
  public static Doors ofAClinic(int licensedDays) {
    String tag = Long.toString(System.nanoTime(), 36);
    Map<String, String> ids = new HashMap<>(properties(get(null, "door", "open", "tag", tag)));
    ids.put("licence", get(null, "door", "license", "tag", tag, "to", licensedDays));
    return new Doors(tag, ids);
  }

  /** The same clinic with another runner, who is in the situation. */
  public Doors with(Situation situation) {
    Map<String, String> more = new HashMap<>(ids);
    demonstrates(true);
    String arranged =
        get(
            null,
            "door",
            "arrange",
            "tag",
            tag,
            "situation",
            situation,
            "licence",
            ids.get("licence"));
    demonstrates(false);
    more.putAll(properties(arranged));
    more.put("situation", situation.name());
    Doors doors = new Doors(tag, more);
    if (situation == Situation.LICENCE_LAPSED) {
      doors.as(Role.ADMIN, "lapse", "licence", id("licence"));
    }
    return doors;
  }

  /**
   * Only a demonstration writes history; whatever is tried later is tried at a clinic that works.
   */
  private void demonstrates(boolean demonstration) {
    try (Connection database = PacegateServer.get().superuser()) {
      Rows.run(
          database,
          "update pacegate.clinic set demonstration = ? where id = ?",
          demonstration,
          id("clinic"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String login(Role role) {
    return Courses.login(role, tag);
  }

  /** Id of the clinic, the patient, the episode …, or of the person with a role. */
  public long id(String record) {
    return Long.parseLong(ids.get(record));
  }

  /** The same, but for one record that is somebody else's. */
  Doors using(String record, Doors others) {
    Map<String, String> mixed = new HashMap<>(ids);
    mixed.put(record, others.ids.get(record));
    return new Doors(tag, mixed);
  }

  /** Asks for a plan. */
  public String start(Role role) {
    return start(role, UUID.randomUUID());
  }

  String start(Role role, UUID key) {
    return as(
        role, "start", "episode", id("episode"), "situation", ids.get("situation"), "key", key);
  }

  /** Calls a service as the clinic's person with the role. */
  public String as(Role role, String door, Object... parameters) {
    Object[] all = new Object[parameters.length + 2];
    all[0] = "door";
    all[1] = door;
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return get(login(role), all);
  }

  /** The id that the calls of this login have in the audit. */
  public static String requestOf(String login, String door) {
    return "test-" + login + "-" + door;
  }

  private static String get(String login, Object... parameters) {
    StringBuilder address = new StringBuilder(PacegateServer.get().url() + "/in-server/door?");
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1].toString(), StandardCharsets.UTF_8))
          .append('&');
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toString()))
            .header("X-Test-Request", requestOf(login, parameters[1].toString()));
    if (login != null) {
      request.header("X-Login", login);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> properties(String lines) {
    Map<String, String> ids = new HashMap<>();
    for (String line : lines.split("\n", -1)) {
      String[] entry = line.split("=", 2);
      if (entry.length != 2) {
        throw new IllegalStateException(lines);
      }
      ids.put(entry[0], entry[1]);
    }
    return ids;
  }
}
