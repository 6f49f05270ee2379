package org.pacegate.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Everything Pacegate keeps between runs: the database, secrets, the audit anchor, logs. One run at
 * a time may use it; the lock ends with the process that holds it, however that ends.
 */
class DataDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel lockFile;
  private final Secrets secrets;

  DataDirectory(Path path) {
    this.path = path;
    this.lockFile = lock(path);
    this.secrets = new Secrets(path.resolve("secrets.properties"));
  }

  Path path() {
    return path;
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Secrets secrets() {
    return secrets;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  @SuppressWarnings("resource") // the lock lives as long as the channel
  private static FileChannel lock(Path path) {
    try {
      Files.createDirectories(path);
      var channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      throw inUse(path, e);
    } catch (IOException e) {
      throw new StartRefused("The data directory %s cannot be written.".formatted(path), e);
    }
    throw inUse(path, null);
  }

  private static StartRefused inUse(Path path, Exception cause) {
    return new StartRefused(
        "The data directory %s is in use by another run; stop that one, or set PACEGATE_DATA_DIR."
            .formatted(path),
        cause);
  }
}
