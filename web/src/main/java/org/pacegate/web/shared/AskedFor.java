package org.pacegate.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a request asked for, as it may be written down: its page and the numbers in its address. */
final class AskedFor {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,20}");
  private static final int LONGEST_PAGE = 200;

  private AskedFor() {}

  /** Method, page and ids; nothing that somebody may have typed as words. */
  static String by(HttpServletRequest request) {
    String page =
        Objects.requireNonNullElse(
            (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
            request.getRequestURI());
    String ids =
        request.getParameterMap().entrySet().stream()
            .filter(each -> NAME.matcher(each.getKey()).matches())
            .flatMap(
                each ->
                    Arrays.stream(each.getValue())
                        .filter(value -> NUMBER.matcher(value).matches())
                        .map(value -> " " + each.getKey() + "=" + value))
            .sorted()
            .limit(10)
            .collect(Collectors.joining());
    return request.getMethod()
        + " "
        + page.substring(0, Math.min(LONGEST_PAGE, page.length()))
        + ids;
  }
}
