package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the assembled server's configuration for one test run, with what Arquillian needs added
 * beside it. The product's own configuration stays as it is.
 */
final class TestServerFiles {

  private static final String ADDED =
      """
      <server>
        <featureManager>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <config updateTrigger="polled" monitorInterval="500ms" />
        <applicationMonitor updateTrigger="polled" pollingRate="500ms" dropinsEnabled="true" />
      </server>
      """;

  private TestServerFiles() {}

  /** Named after the port, so that the adapter finds this server among others on the machine. */
  static ServerFiles prepare(Path checkout, Path folder, int port) {
    var assembled = ServerFiles.assembledIn(checkout, folder);
    var files =
        new ServerFiles(
            assembled.home(), folder.resolve("usr"), folder.resolve("out"), "pacegateIt" + port);
    var configuration = files.configuration();
    try {
      Files.createDirectories(configuration);
      Folders.copy(assembled.configuration(), configuration);
      var overrides = Files.createDirectories(configuration.resolve("configDropins/overrides"));
      Files.writeString(overrides.resolve("tests.xml"), ADDED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
