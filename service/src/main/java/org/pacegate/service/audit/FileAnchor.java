package org.pacegate.service.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that only grows, one line a link; best on a volume that the database's administrators
 * cannot write. A line cut short by a crash is left as it is and its link written again.
 */
class FileAnchor implements AuditAnchor {

  private final Path file;

  FileAnchor(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public Optional<Long> head() throws IOException {
    return Optional.of(remembered().stream().mapToLong(Seal::no).max().orElse(0));
  }

  @Override
  public Optional<List<Seal>> seals() throws IOException {
    return Optional.of(remembered());
  }

  private List<Seal> remembered() throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file, ISO_8859_1).stream()
            .flatMap(line -> Seal.of(line).stream())
            .toList()
        : List.of();
  }

  @Override
  public void append(List<Seal> seals) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      StringBuilder text = new StringBuilder(endsInLine(channel) ? "" : "\n");
      seals.forEach(seal -> text.append(seal.line()).append('\n'));
      ByteBuffer bytes = ISO_8859_1.encode(text.toString());
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static boolean endsInLine(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return true;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == '\n';
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
