package org.pacegate.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes the character with the number 0 out of everything that is typed. No keyboard has it, the
 * database's text has no place for it, and a page that asks the database for it would fail.
 */
public class StorableText extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(hasNul(request) ? new WithoutNul(request) : request, response);
  }

  private static boolean hasNul(HttpServletRequest request) {
    return request.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(value -> value.indexOf('\0') >= 0);
  }

  private static final class WithoutNul extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    WithoutNul(HttpServletRequest request) {
      super(request);
      request.getParameterMap().forEach((name, values) -> parameters.put(name, without(values)));
    }

    private static String[] without(String... values) {
      return Arrays.stream(values).map(value -> value.replace("\0", "")).toArray(String[]::new);
    }

    @Override
    public String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }
}
