package org.pacegate.service.shared.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltMigrationsTest {

  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  @Test
  void R2_2_the_newest_migration_that_the_build_names_is_the_newest_in_the_folder()
      throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .map(name -> name.replaceFirst("^V(\\d+)__.*\\.sql$", "$1"))
                  .max(Comparator.comparing(Integer::valueOf)))
          .as("after adding a migration, write its number into BuiltMigrations")
          .contains(BuiltMigrations.NEWEST);
    }
  }
}
