package org.pacegate.service.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pacegate.domain.injury.BodySite;

/** The values of one line, by column, and what is wrong with them. */
final class CodeCells {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.+*/!-]{0,19}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Map<String, Boolean> ANSWERS =
      Map.of("yes", true, "true", true, "1", true, "no", false, "false", false, "0", false);

  /** The classes that the gate asks about. */
  private static final Map<String, Boolean> CLASSES = Map.of("BONE_STRESS", true, "NONE", false);

  private final int line;
  private final Map<String, String> cells;
  private final List<CodeProblem> problems = new ArrayList<>();

  CodeCells(int line, Map<String, String> cells) {
    this.line = line;
    this.cells = cells;
    look();
  }

  private void look() {
    cells.forEach(
        (column, value) -> {
          if (UNSEEN.matcher(value).find()) {
            problem("cell.control", column);
          }
        });
    if (!CODE.matcher(code()).matches()) {
      problem("code.malformed", cell("code"));
    }
    if (cell("title").isEmpty()) {
      problem("title.missing", code());
    }
    atMost("title", 300);
    atMost("title_es", 300);
    atMost("synonyms", 1_000);
    expect("billable", billable().isPresent());
    expect("classes", cell("classes").isEmpty() || boneStress().isPresent());
    expect("site", cell("site").isEmpty() || site().isPresent());
  }

  List<CodeProblem> problems() {
    return problems;
  }

  /** The line, if it has no problem. */
  CodeLine line() {
    return new CodeLine(
        line,
        code(),
        cell("title"),
        given("title_es"),
        billable().orElseThrow(),
        boneStress().orElse(null),
        site().orElse(null),
        given("synonyms"));
  }

  private String code() {
    return cell("code").toUpperCase(Locale.ROOT);
  }

  private Optional<Boolean> billable() {
    return Optional.ofNullable(ANSWERS.get(cell("billable").toLowerCase(Locale.ROOT)));
  }

  private Optional<Boolean> boneStress() {
    return Optional.ofNullable(CLASSES.get(cell("classes").toUpperCase(Locale.ROOT)));
  }

  private Optional<BodySite> site() {
    return Arrays.stream(BodySite.values())
        .filter(each -> each.name().equals(cell("site").toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  private String given(String column) {
    return cell(column).isEmpty() ? null : cell(column);
  }

  private void atMost(String column, int most) {
    if (cell(column).length() > most) {
      problem("cell.tooLong", column + " " + most);
    }
  }

  private void expect(String column, boolean known) {
    if (!known) {
      problem(column + ".unknown", cell(column));
    }
  }

  private void problem(String code, String detail) {
    problems.add(new CodeProblem(line, code, detail));
  }
}
