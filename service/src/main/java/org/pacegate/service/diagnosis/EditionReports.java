package org.pacegate.service.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pacegate.service.diagnosis.EditionReport.Change;
import org.pacegate.service.diagnosis.EditionReport.InUse;
import org.pacegate.service.diagnosis.EditionReport.Kind;

/** Compares a file of codes with the list in force, and completes it from there. */
final class EditionReports {

  private static final int MOST_SHOWN = 30;

  private final CodeFile file;
  private final Set<String> forbidding;
  private final Map<String, CompleteCode> before = new HashMap<>();
  private final List<CompleteCode> complete = new ArrayList<>();
  private final List<CodeProblem> problems = new ArrayList<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<Change> changes = new ArrayList<>();

  /**
   * Compares.
   *
   * @param forbidding codes that forbid impact, as {@link CodeLine#plain} has them
   */
  EditionReports(CodeFile file, List<CompleteCode> inForce, Set<String> forbidding) {
    this.file = file;
    this.forbidding = forbidding;
    problems.addAll(file.problems());
    inForce.forEach(each -> before.put(CodeLine.plain(each.code()), each));
    file.lines().forEach(this::complete);
    compare();
  }

  /** What the file lists, with what it leaves out as the list in force has it. */
  List<CompleteCode> complete() {
    return complete;
  }

  private void complete(CodeLine line) {
    CompleteCode old = before.get(line.plain());
    if (line.boneStress() == null && old == null && line.billable()) {
      problems.add(new CodeProblem(line.line(), "classes.missing", line.code()));
      return;
    }
    CompleteCode now = CompleteCode.of(line, old);
    if (!now.boneStress() && forbidding.contains(line.plain())) {
      problems.add(new CodeProblem(line.line(), "classes.lowered", line.code()));
      return;
    }
    complete.add(now);
  }

  private void compare() {
    Set<String> listed = new HashSet<>();
    for (CompleteCode now : complete) {
      listed.add(CodeLine.plain(now.code()));
      CompleteCode old = before.get(CodeLine.plain(now.code()));
      if (old == null) {
        change(now, Kind.ADDED);
      } else {
        changed(old, now);
      }
    }
    before.values().stream()
        .filter(old -> !listed.contains(CodeLine.plain(old.code())))
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .forEach(old -> change(old, Kind.ENDED));
  }

  private void changed(CompleteCode old, CompleteCode now) {
    if (!old.boneStress() && now.boneStress()) {
      change(now, Kind.IMPACT_FORBIDDEN);
    }
    if (old.billable() && !now.billable()) {
      change(now, Kind.HEADER);
    } else if (old.billable() != now.billable()
        || !old.title().equals(now.title())
        || !Objects.equals(old.bodySite(), now.bodySite())) {
      change(now, Kind.CHANGED);
    }
  }

  private void change(CompleteCode code, Kind kind) {
    if (counts.merge(kind, 1, Integer::sum) <= MOST_SHOWN) {
      changes.add(new Change(code.code(), code.title(), kind));
    }
  }

  /**
   * The report.
   *
   * @param standing codes of standing diagnoses
   */
  EditionReport report(List<InUse> standing) {
    Set<String> choosable = new HashSet<>();
    complete.stream()
        .filter(CompleteCode::billable)
        .forEach(each -> choosable.add(CodeLine.plain(each.code())));
    return new EditionReport(
        problems.stream().limit(MOST_SHOWN).toList(),
        problems.size(),
        file.lines().size(),
        new EnumMap<>(counts),
        changes.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList(),
        standing.stream()
            .filter(each -> !choosable.contains(CodeLine.plain(each.code())))
            .toList());
  }
}
