package org.pacegate.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditAnchorTest {

  private static final Seal SEAL =
      new Seal(7, Instant.parse("2026-02-01T10:00:00Z"), "a".repeat(64));
  private static final String MESSAGE =
      "<110>1 2026-02-01T10:00:00Z - pacegate - seal - pacegate-seal 7 2026-02-01T10:00:00Z "
          + "a".repeat(64);

  @Test
  void R9_4_the_anchor_is_chosen_by_one_variable() {
    assertThat(AnchorChoice.in(Map.of("PACEGATE_DATA_DIR", "/var/pacegate")))
        .hasToString("/var/pacegate/audit-anchor.log");
    assertThat(AnchorChoice.in(Map.of("PACEGATE_AUDIT_ANCHOR", "/mnt/worm/anchor")))
        .hasToString("/mnt/worm/anchor");
    assertThat(AnchorChoice.in(Map.of("PACEGATE_AUDIT_ANCHOR", "syslog:logs:514")))
        .hasToString("syslog:logs:514");
    assertThat(AnchorChoice.in(Map.of("PACEGATE_AUDIT_ANCHOR", "syslog+tcp:logs:601")))
        .hasToString("syslog+tcp:logs:601");
  }

  @Test
  void R9_4_a_seal_survives_its_line() {
    assertThat(Seal.of(SEAL.line())).contains(SEAL);
    assertThat(Seal.of(SEAL.line().substring(1))).isEmpty();
    assertThat(Seal.of(SEAL.line().replace("-02-", "-13-"))).isEmpty();
  }

  @Test
  void R9_4_syslog_gets_the_seal_by_udp() throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(5_000);
      new SyslogAnchor("127.0.0.1", server.getLocalPort(), false).append(List.of(SEAL));
      DatagramPacket packet = new DatagramPacket(new byte[1_000], 1_000);
      server.receive(packet);
      assertThat(new String(packet.getData(), 0, packet.getLength(), UTF_8)).isEqualTo(MESSAGE);
    }
  }

  @Test
  void R9_4_syslog_gets_the_seal_by_tcp() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(5_000);
      new SyslogAnchor("127.0.0.1", server.getLocalPort(), true).append(List.of(SEAL));
      try (var accepted = server.accept()) {
        assertThat(new String(accepted.getInputStream().readAllBytes(), UTF_8))
            .isEqualTo(MESSAGE.length() + " " + MESSAGE);
      }
    }
  }
}
