package org.pacegate.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that the server is started with: what the operator set, and what was decided. */
final class ServerEnvironment {

  private ServerEnvironment() {}

  static Map<String, String> of(
      Database database, DataDirectory data, LibertyServer.Address address, Settings settings) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("PACEGATE_HTTP_HOST", address.host());
    variables.put("PACEGATE_HTTP_PORT", Integer.toString(address.port()));
    variables.put("PACEGATE_DATA_DIR", data.path().toString());
    variables.put("PACEGATE_DB_HOST", database.host());
    variables.put("PACEGATE_DB_PORT", Integer.toString(database.port()));
    variables.put("PACEGATE_DB_NAME", database.name());
    variables.put("PACEGATE_DB_USER", database.application().user());
    variables.put("PACEGATE_DB_PASSWORD", database.application().password());
    variables.put("PACEGATE_DB_SEALER_USER", database.sealer().user());
    variables.put("PACEGATE_DB_SEALER_PASSWORD", database.sealer().password());
    // The server never needs the owner.
    variables.put("PACEGATE_DB_OWNER_USER", "");
    variables.put("PACEGATE_DB_OWNER_PASSWORD", "");
    variables.put("PACEGATE_DB_POOL", Integer.toString(settings.databasePool()));
    variables.put("PACEGATE_IDLE_MINUTES", Integer.toString(settings.idleMinutes()));
    variables.put(
        "PACEGATE_LTPA_PASSWORD",
        settings.text("PACEGATE_LTPA_PASSWORD").orElseGet(() -> data.secrets().of("ltpa")));
    variables.put(
        "PACEGATE_DOOR_KEY",
        settings.text("PACEGATE_DOOR_KEY").orElseGet(() -> data.secrets().of("door")));
    return variables;
  }
}
