package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.launcher.PacegateServer;

/** Whom the server believes about where a request came from, and what it answers then. */
class BehindProxyIT {

  private static final String DIRECT = "127.0.0.1";
  private static final String WAIT = "The next try counts in";
  private static final Map<String, String> HTTPS =
      Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");

  private final TestClinic clinic = TestClinic.open();

  @BeforeEach
  @AfterEach
  void forgetFailures() {
    TestClinic.forgetFailures();
  }

  @Test
  void a_trusted_proxy_says_for_whom_it_asks_so_that_a_stranger_waits_alone() {
    String name = clinic.person(Role.STAFF).login();
    for (int i = 0; i < 12; i++) {
      signIn(PacegateServer.PROXY, "198.51.100.7", name);
    }
    assertThat(signIn(PacegateServer.PROXY, "198.51.100.7", name)).contains(WAIT);
    assertThat(signIn(PacegateServer.PROXY, "203.0.113.9", name)).doesNotContain(WAIT);
  }

  @Test
  void anybody_else_is_who_they_are_whatever_their_headers_say() {
    String name = clinic.person(Role.STAFF).login();
    for (int i = 0; i < 12; i++) {
      signIn(DIRECT, "198.51.100." + i, name);
    }
    assertThat(signIn(DIRECT, "203.0.113.9", name)).contains(WAIT);
  }

  @Test
  void the_redirect_to_the_sign_in_page_carries_every_header() {
    String answer = ask(PacegateServer.PROXY, "GET /worklist/index.xhtml", HTTPS, "");
    assertThat(answer)
        .startsWith("HTTP/1.1 303")
        .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains")
        .containsPattern("X-Request-Id: [0-9a-f-]{36}")
        .contains("Content-Security-Policy: default-src 'self'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Cache-Control: no-store");
  }

  @Test
  void clear_text_promises_no_tls_whoever_claims_it() {
    assertThat(ask(DIRECT, "GET /signin.xhtml", HTTPS, ""))
        .doesNotContain("Strict-Transport-Security");
    assertThat(ask(DIRECT, "GET /signin.xhtml", Map.of("$WSIS", "true", "$WSSC", "https"), ""))
        .doesNotContain("Strict-Transport-Security");
    assertThat(ask(PacegateServer.PROXY, "GET /signin.xhtml", HTTPS, ""))
        .contains("Strict-Transport-Security");
  }

  /** A wrong password from an address, sent on by another one. */
  private static String signIn(String from, String client, String name) {
    String page = ask(from, "GET /signin.xhtml", Map.of(), "");
    Map<String, String> fields = Wire.fields(new Wire.Answer(200, "", page), "signIn");
    fields.putAll(
        Map.of("signIn:login", name, "signIn:password", "not the sentence", "signIn:go", "go"));
    return ask(
        from,
        "POST /signin.xhtml",
        Map.of("X-Forwarded-For", client, "Content-Type", "application/x-www-form-urlencoded"),
        Wire.encoded(fields));
  }

  /** Java's own clients cannot choose the address that they come from. */
  private static String ask(String from, String request, Map<String, String> headers, String body) {
    int port = PacegateServer.get().httpPort();
    String more =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    String text =
        "%s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(request, port, body.length(), more, body);
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(loopback(from), 0));
      socket.connect(new InetSocketAddress(loopback(DIRECT), port));
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An address of this machine by its last number, without asking for a name. */
  private static InetAddress loopback(String address) throws UnknownHostException {
    byte last = Byte.parseByte(address.substring(address.lastIndexOf('.') + 1));
    return InetAddress.getByAddress(new byte[] {127, 0, 0, last});
  }
}
