package org.pacegate.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Creates Pacegate's roles and its database; can be repeated. */
record DatabaseRoles(Connection superuser) {

  void prepare(Database database) throws SQLException {
    var owner = database.owner().orElseThrow();
    for (Credentials role : List.of(owner, database.application(), database.sealer())) {
      if (!exists("select 1 from pg_roles where rolname = ?", role.user())) {
        execute(
            "create role %I login nosuperuser nocreatedb nocreaterole nobypassrls", role.user());
      }
      execute("alter role %I password %L", role.user(), role.password());
    }
    if (!exists("select 1 from pg_database where datname = ?", database.name())) {
      execute("create database %I owner %I", database.name(), owner.user());
    }
    execute("revoke all on database %I from public", database.name());
    execute(
        "grant connect on database %I to %I, %I",
        database.name(), database.application().user(), database.sealer().user());
  }

  private boolean exists(String query, String name) throws SQLException {
    try (var statement = superuser.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Names and passwords cannot be bound in these statements, so PostgreSQL quotes them itself. */
  private void execute(String template, String... values) throws SQLException {
    String statement;
    try (var format = superuser.prepareStatement("select format(?, variadic ?)")) {
      format.setString(1, template);
      format.setArray(2, superuser.createArrayOf("text", values));
      try (var rows = format.executeQuery()) {
        rows.next();
        statement = rows.getString(1);
      }
    }
    try (var command = superuser.createStatement()) {
      command.execute(statement);
    }
  }
}
