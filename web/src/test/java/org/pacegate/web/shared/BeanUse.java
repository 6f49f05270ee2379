package org.pacegate.web.shared;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place where a page walks from a bean: {@code planPage.desk.header.language} or {@code
 * planPage.again('news')}.
 *
 * @param bean name of the bean
 * @param steps names of the properties and methods, in order, a method with its bracket
 */
record BeanUse(String bean, List<String> steps) {

  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'");
  private static final Pattern WALK =
      Pattern.compile("(?<![\\w.])([a-z]\\w*)((?:\\s*\\.\\s*\\w+\\s*\\(?)+)");
  private static final Pattern STEP = Pattern.compile("\\.\\s*(\\w+)\\s*(\\(?)");

  /** Every walk of a page that begins at one of the beans. */
  static List<BeanUse> in(String page, Set<String> beans) {
    return EXPRESSION
        .matcher(page)
        .results()
        .map(found -> LITERAL.matcher(found.group(1)).replaceAll("''"))
        .flatMap(expression -> WALK.matcher(expression).results())
        .filter(walk -> beans.contains(walk.group(1)))
        .map(
            walk ->
                new BeanUse(
                    walk.group(1),
                    STEP.matcher(walk.group(2))
                        .results()
                        .map(step -> step.group(1) + step.group(2))
                        .toList()))
        .distinct()
        .toList();
  }

  /** The first step that leads nowhere; a map or an unknown type may hold anything. */
  Optional<String> deadEnd(Class<?> beanType) {
    Class<?> here = beanType;
    for (String step : steps) {
      if (Map.class.isAssignableFrom(here) || here == Object.class) {
        return Optional.empty();
      }
      Optional<Method> way = way(here, step);
      if (way.isEmpty()) {
        return Optional.of(String.join(".", steps) + ": no " + step + " in " + here.getName());
      }
      here = way.get().getReturnType();
    }
    return Optional.empty();
  }

  private static Optional<Method> way(Class<?> type, String step) {
    return Arrays.stream(type.getMethods()).filter(method -> leads(type, method, step)).findFirst();
  }

  private static boolean leads(Class<?> type, Method method, String step) {
    String name = method.getName();
    if (step.endsWith("(")) {
      return name.equals(step.substring(0, step.length() - 1));
    }
    if (type.isRecord() && name.equals(step)) {
      return true;
    }
    boolean getter =
        (name.startsWith("get") && Introspector.decapitalize(name.substring(3)).equals(step))
            || (name.startsWith("is") && Introspector.decapitalize(name.substring(2)).equals(step));
    // A method without a bracket is what a button does.
    return (getter && method.getParameterCount() == 0) || name.equals(step);
  }
}
