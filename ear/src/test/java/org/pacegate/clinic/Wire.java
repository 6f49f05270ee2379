package org.pacegate.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.launcher.PacegateServer;

/**
 * Speaks HTTP to the server as a browser would, but does as it is told: keeps cookies, follows no
 * redirect, and can forge what a browser would not.
 */
public final class Wire {

  private static final Pattern INPUT = Pattern.compile("<input[^>]*type=\"(?:hidden|text)\"[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<String> cookieHeaders = new ArrayList<>();

  /** To the server that the tests share. */
  public Wire() {
    this(PacegateServer.get().url());
  }

  /** To another server. */
  public Wire(String base) {
    this.base = base;
  }

  /** What came back. */
  public record Answer(int status, String location, String body) {

    /** Whether the server wants a sign-in first. */
    public boolean isSignIn() {
      return status == 303 && location.contains("/signin.xhtml");
    }
  }

  /** Signs in with the password of all; fails if the server refuses. */
  public Answer signIn(TestClinic.Person person) {
    Answer answer = signIn(person.login(), TestClinic.PASSWORD, "/signin.xhtml");
    if (answer.status() != 302) {
      throw new AssertionError("not signed in: " + answer);
    }
    return answer;
  }

  public Answer signIn(String login, String password, String page) {
    return post(
        get(page),
        "signIn",
        Map.of("signIn:login", login, "signIn:password", password, "signIn:go", "go"));
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** Sends a form of a page as it stands, with some values. */
  public Answer post(Answer page, String form, Map<String, String> values) {
    return post(page, form, values, Map.of());
  }

  public Answer post(
      Answer page, String form, Map<String, String> values, Map<String, String> headers) {
    Map<String, String> all = fields(page, form);
    all.putAll(values);
    return send("POST", address(page, form), encoded(all), headers);
  }

  public Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("set-cookie").forEach(this::keep);
      return new Answer(
          answer.statusCode(), answer.headers().firstValue("location").orElse(""), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    cookieHeaders.add(header);
    String[] pair = header.split(";", 2)[0].split("=", 2);
    if (header.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  /** Every Set-Cookie header so far. */
  public List<String> cookieHeaders() {
    return List.copyOf(cookieHeaders);
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  /** The hidden and text fields of a form. */
  public static Map<String, String> fields(Answer page, String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(source(page, form));
    while (inputs.find()) {
      Map<String, String> attributes = new LinkedHashMap<>();
      Matcher each = ATTRIBUTE.matcher(inputs.group());
      while (each.find()) {
        attributes.put(each.group(1), each.group(2).replace("&amp;", "&"));
      }
      fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
    }
    return fields;
  }

  private static String address(Answer page, String form) {
    Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(source(page, form));
    action.find();
    return action.group(1);
  }

  private static String source(Answer page, String form) {
    Matcher source =
        Pattern.compile("<form id=\"" + form + "\".*?</form>", Pattern.DOTALL).matcher(page.body());
    if (!source.find()) {
      throw new AssertionError("no form " + form + " in " + page);
    }
    return source.group();
  }

  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
