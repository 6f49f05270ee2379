package org.pacegate.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A syslog server on another machine (RFC 5424), by UDP or TCP. It cannot be read back from here:
 * after a start the chain's last link is sent again, and the log is compared by whoever keeps it.
 */
class SyslogAnchor implements AuditAnchor {

  /** Facility 13 (log audit), severity 6 (informational). */
  private static final int PRIORITY = 13 * 8 + 6;

  private static final int WAIT_MILLISECONDS = 5_000;

  private final String host;
  private final int port;
  private final boolean tcp;

  SyslogAnchor(String host, int port, boolean tcp) {
    this.host = host;
    this.port = port;
    this.tcp = tcp;
  }

  @Override
  public Optional<Long> head() {
    return Optional.empty();
  }

  @Override
  public Optional<List<Seal>> seals() {
    return Optional.empty();
  }

  @Override
  public void append(List<Seal> seals) throws IOException {
    // Resolved each time: the server may have moved.
    SocketAddress server = new InetSocketAddress(InetAddress.getByName(host), port);
    if (tcp) {
      sendByTcp(server, seals);
    } else {
      sendByUdp(server, seals);
    }
  }

  private void sendByTcp(SocketAddress server, List<Seal> seals) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server, WAIT_MILLISECONDS);
      for (Seal seal : seals) {
        byte[] message = message(seal);
        // Octet counting (RFC 6587).
        socket.getOutputStream().write((message.length + " ").getBytes(UTF_8));
        socket.getOutputStream().write(message);
      }
      socket.getOutputStream().flush();
    }
  }

  private void sendByUdp(SocketAddress server, List<Seal> seals) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (Seal seal : seals) {
        byte[] message = message(seal);
        socket.send(new DatagramPacket(message, message.length, server));
      }
    }
  }

  private static byte[] message(Seal seal) {
    return "<%d>1 %s - pacegate - seal - %s"
        .formatted(PRIORITY, seal.at(), seal.line())
        .getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return (tcp ? "syslog+tcp:" : "syslog:") + host + ":" + port;
  }
}
