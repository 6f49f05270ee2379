package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Named;
import java.beans.Introspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a page asks of a bean")
class BeanUseTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern VARIABLE = Pattern.compile("\\bvar=\"(\\w+)\"");
  private static final Map<String, Class<?>> BEANS = beans();

  private static Map<String, Class<?>> beans() {
    return Sources.under(CLASSES, ".class").stream()
        .map(BeanUseTest::type)
        .filter(type -> type.isAnnotationPresent(Named.class))
        .collect(Collectors.toMap(BeanUseTest::name, type -> type));
  }

  private static Class<?> type(Path file) {
    String name = CLASSES.relativize(file).toString().replace('/', '.');
    try {
      return Class.forName(
          name.substring(0, name.length() - ".class".length()),
          false,
          BeanUseTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String name(Class<?> bean) {
    String given = bean.getAnnotation(Named.class).value();
    return given.isEmpty() ? Introspector.decapitalize(bean.getSimpleName()) : given;
  }

  static Stream<Path> pages() {
    return Sources.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isThere(Path page) {
    assertThat(
            BeanUse.in(Sources.text(page), BEANS.keySet()).stream()
                .flatMap(use -> use.deadEnd(BEANS.get(use.bean())).stream())
                .toList())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("is not hidden by a variable of the same name")
  void isNotHidden(Path page) {
    assertThat(VARIABLE.matcher(Sources.text(page)).results().map(found -> found.group(1)))
        .doesNotContainAnyElementsOf(BEANS.keySet());
  }

  @Test
  void isFoundByThisWalk() {
    var uses =
        pages().flatMap(page -> BeanUse.in(Sources.text(page), BEANS.keySet()).stream()).toList();
    assertThat(uses).hasSizeGreaterThan(200);
    assertThat(new BeanUse("typed", List.of("page", "nothing")).deadEnd(Example.class))
        .hasValueSatisfying(end -> assertThat(end).contains("no nothing"));
  }

  /** A bean with one property. */
  public static final class Example {
    public String getPage() {
      return "";
    }
  }
}
