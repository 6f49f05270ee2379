package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords made on the first start and kept in a file that only its owner can read. */
class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties kept = new Properties();

  Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      read();
    }
  }

  /** The password kept under this name, made when asked for the first time. */
  String of(String name) {
    String secret = kept.getProperty(name);
    if (secret == null) {
      secret = random(24);
      kept.setProperty(name, secret);
      write();
    }
    return secret;
  }

  /** URL-safe text carrying this many random bytes. */
  static String random(int bytes) {
    var secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private void read() {
    try (var in = Files.newInputStream(file)) {
      kept.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    try {
      var complete = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(complete);
      Files.createFile(
          complete,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var out = Files.newOutputStream(complete)) {
        kept.store(out, "Made by Pacegate. Losing this file locks the database in this folder.");
      }
      Files.move(complete, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
