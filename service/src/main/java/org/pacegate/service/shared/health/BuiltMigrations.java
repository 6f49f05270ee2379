package org.pacegate.service.shared.health;

/** The migrations that this build brings. */
final class BuiltMigrations {

  /** The number of the newest one; a test compares it with the folder. */
  static final String NEWEST = "41";

  private BuiltMigrations() {}
}
