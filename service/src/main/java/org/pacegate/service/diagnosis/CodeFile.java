package org.pacegate.service.diagnosis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pacegate.domain.shared.Sha256;

/**
 * A file that says it lists codes: plain text in UTF-8, a line of column names, then a line for
 * each code, parted by tabs, semicolons or commas as in its first line
 * (docs/administrator-guide.md). What is wrong with it is said, by line.
 */
final class CodeFile {

  /** Room for a whole country's list; bytes. */
  static final int MOST_BYTES = 5_242_880;

  /** What the search stays fast with. */
  static final int MOST_CODES = 10_000;

  /** Who reads so many of them has seen what is wrong; a hostile file would fill the memory. */
  static final int MOST_PROBLEMS = 1_000;

  private static final Set<String> NEEDED = Set.of("code", "title", "billable");
  private static final Set<String> KNOWN =
      Set.of("code", "title", "billable", "title_es", "site", "synonyms", "classes");

  private final byte[] bytes;
  private final List<CodeProblem> problems = new ArrayList<>();
  private final List<CodeLine> lines = new ArrayList<>();
  private final Map<String, Integer> lineOfCode = new HashMap<>();

  private CodeFile(byte[] bytes) {
    this.bytes = bytes;
  }

  static CodeFile read(byte[] bytes) {
    CodeFile file = new CodeFile(bytes);
    file.readWhole();
    return file;
  }

  List<CodeProblem> problems() {
    return List.copyOf(problems);
  }

  /** The codes it lists; those of lines with a problem are missing. */
  List<CodeLine> lines() {
    return List.copyOf(lines);
  }

  /** SHA-256 of the file as it is, in hexadecimal digits. */
  String hash() {
    return Sha256.of(bytes);
  }

  private void readWhole() {
    if (bytes.length > MOST_BYTES) {
      problem(0, "file.tooLarge", Integer.toString(MOST_BYTES / 1_048_576));
      return;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      problem(0, "file.noText", "");
      return;
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || rows.get(0).isBlank()) {
      problem(0, "file.empty", "");
      return;
    }
    if (rows.stream().skip(1).filter(row -> !row.isBlank()).count() > MOST_CODES) {
      problem(0, "file.tooMany", Integer.toString(MOST_CODES));
      return;
    }
    char separator = separator(rows.get(0));
    List<String> columns = columns(rows.get(0), separator);
    if (!problems.isEmpty()) {
      return;
    }
    for (int at = 1; at < rows.size(); at++) {
      readLine(at + 1, rows.get(at), separator, columns);
    }
    if (lines.isEmpty() && problems.isEmpty()) {
      problem(0, "file.empty", "");
    }
  }

  private static char separator(String first) {
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    return first.indexOf(';') >= 0 ? ';' : ',';
  }

  private List<String> columns(String first, char separator) {
    List<String> columns =
        SeparatedLine.parts(first, separator).orElse(List.of()).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!KNOWN.contains(column)) {
        problem(1, "column.unknown", column);
      } else if (!seen.add(column)) {
        problem(1, "column.twice", column);
      }
    }
    NEEDED.stream()
        .filter(needed -> !columns.contains(needed))
        .sorted()
        .forEach(needed -> problem(1, "column.missing", needed));
    return columns;
  }

  private void readLine(int number, String row, char separator, List<String> columns) {
    if (row.isBlank()) {
      return;
    }
    List<String> parts = SeparatedLine.parts(row, separator).orElse(null);
    if (parts == null) {
      problem(number, "line.quote", "");
      return;
    }
    if (parts.size() != columns.size()) {
      problem(number, "line.columns", parts.size() + " / " + columns.size());
      return;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      cells.put(columns.get(i), parts.get(i).strip());
    }
    CodeCells read = new CodeCells(number, cells);
    read.problems().forEach(this::problem);
    if (!read.problems().isEmpty()) {
      return;
    }
    CodeLine line = read.line();
    Integer before = lineOfCode.putIfAbsent(line.plain(), number);
    if (before != null) {
      problem(number, "code.twice", line.code() + ", " + before);
      return;
    }
    lines.add(line);
  }

  private void problem(int line, String code, String detail) {
    problem(new CodeProblem(line, code, detail));
  }

  private void problem(CodeProblem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
