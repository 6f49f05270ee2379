package org.pacegate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What code and tests cite is in the repository, at the place they name. */
class CitationsTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES = List.of("domain", "service", "web", "ear");
  private static final Pattern PAGE = Pattern.compile("\\b(docs/[\\w./-]+\\.md)");
  private static final Pattern SECTION =
      Pattern.compile("docs/clinical-basis\\.md(?: section)?,? (\\d(?:\\.\\d)?)");
  private static final Pattern RULE = Pattern.compile("docs/architecture\\.md, rule (\\d+)");
  private static final Pattern SOURCE = Pattern.compile("[\\[(,:;\" ](S\\d{1,3})(?=[\\]),;:\" ])");

  private static final Pattern REQUIREMENT = Pattern.compile("<(?:li|p)>(R\\d+\\.\\d+) ");
  // Features are numbered to 13; beyond that it is a code of the ICD.
  private static final Pattern CITED_REQUIREMENT =
      Pattern.compile("\\b[rR]((?:\\d|1[0-3])[._]\\d{1,2})(?!\\d|\\.\\d)");

  private static final List<Path> SOURCES =
      MODULES.stream().flatMap(module -> walk(ROOT.resolve(module).resolve("src"))).toList();

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|sql|json|xml|properties)"))
          .filter(file -> !file.endsWith("CitationsTest.java"))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> cited(Pattern pattern) {
    Set<String> cited = new TreeSet<>();
    // A comment may break the line between the page and the section.
    SOURCES.forEach(
        file ->
            pattern
                .matcher(text(file).replaceAll("\\s*\\n\\s*(?:\\*|//|--)?\\s*", " "))
                .results()
                .forEach(found -> cited.add(found.group(1))));
    assertThat(cited).as("citations that this walk finds").isNotEmpty();
    return cited;
  }

  @Test
  void everyCitedPageIsThere() {
    assertThat(cited(PAGE)).allMatch(page -> Files.exists(ROOT.resolve(page)));
  }

  @Test
  void everyCitedSectionIsThere() {
    String basis = text(ROOT.resolve("docs/clinical-basis.md"));
    assertThat(cited(SECTION)).allMatch(section -> basis.contains("\n## " + section + " "));
  }

  @Test
  void everyCitedRuleIsThere() {
    String rules = text(ROOT.resolve("docs/architecture.md"));
    assertThat(cited(RULE)).allMatch(rule -> rules.contains("\n" + rule + ". **"));
  }

  @Test
  void everySourceOfARuleIsListed() {
    String basis = text(ROOT.resolve("docs/clinical-basis.md"));
    assertThat(cited(SOURCE)).allMatch(source -> basis.contains("\n| " + source + " |"));
  }

  @Test
  void everyRequirementHasANumberOfItsOwn() {
    List<String> stated =
        SOURCES.stream()
            .filter(file -> file.endsWith("package-info.java"))
            .flatMap(file -> REQUIREMENT.matcher(text(file)).results())
            .map(found -> found.group(1))
            .toList();

    assertThat(stated).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(cited(CITED_REQUIREMENT).stream().map(each -> each.replace('_', '.')))
        .isSubsetOf(stated.stream().map(each -> each.substring(1)).toList());
  }
}
