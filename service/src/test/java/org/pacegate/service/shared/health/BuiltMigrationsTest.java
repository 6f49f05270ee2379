package org.pacegate.service.shared.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltMigrationsTest {

  @Test
  void the_newest_migration_is_found_by_its_number() {
    assertThat(BuiltMigrations.newest()).matches("\\d+(\\.\\d+)?");
    assertThat(Integer.parseInt(BuiltMigrations.newest())).isGreaterThanOrEqualTo(2);
  }
}
