package org.pacegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one Pacegate that the integration tests of a process share: a throw-away PostgreSQL and the
 * built EAR on Open Liberty, both on free ports, started by the launcher's own classes. It holds
 * the demonstration clinic; a test that needs data of its own opens a clinic of its own.
 */
public final class PacegateServer {

  private static final Path CHECKOUT = checkout();

  /** Which of the processes that run tests side by side this is; the build says so. */
  private static final String FORK = System.getProperty("pacegate.fork", "alone");

  private static final Path FOLDER = CHECKOUT.resolve("ear/target/it").resolve(FORK);
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  /** Where a test's reverse proxy sits: the only address that may say for whom it asks. */
  public static final String PROXY = "127.0.0.2";

  private static final String PROXY_PATTERN = "127\\.0\\.0\\.2";

  private static PacegateServer started;

  private final DataDirectory data;
  private final EmbeddedDatabase embedded;
  private final Database database;
  private final LibertyServer server;
  private final LibertyServer.Address address;
  private final ServerFiles files;
  private final Figures figures =
      Figures.afresh(CHECKOUT.resolve("ear/target/figures-%s.txt".formatted(FORK)));
  private final int mailPort = freePort();
  private Process process;
  private Exception failure;

  private PacegateServer() {
    Folders.remove(
        FOLDER.resolve("data/postgres"),
        FOLDER.resolve("data/audit-anchor.log"),
        FOLDER.resolve("usr"),
        FOLDER.resolve("out"));
    data = new DataDirectory(FOLDER.resolve("data"));
    embedded = new EmbeddedDatabase(data);
    database = embedded.start();
    address = new LibertyServer.Address("127.0.0.1", freePort());
    files = TestServerFiles.prepare(CHECKOUT, FOLDER, address.port());
    server = new LibertyServer(files, data);
  }

  /**
   * The running server, started when first asked for; one that did not start is not tried again.
   */
  public static synchronized PacegateServer get() {
    if (started == null) {
      started = new PacegateServer();
      started.startServer();
    }
    if (started.failure != null) {
      throw new IllegalStateException("The server under test did not start", started.failure);
    }
    return started;
  }

  private void startServer() {
    try {
      new Schema(database).bringUpToDate();
      server.stopIfLeftBehind();
      var environment = ServerEnvironment.of(database, data, address, new Settings(Map.of()));
      environment.putAll(
          Map.of(
              "PACEGATE_DEMONSTRATION", "true",
              "PACEGATE_TRUSTED_PROXIES", PROXY_PATTERN,
              "PACEGATE_SMTP_HOST", "127.0.0.1",
              "PACEGATE_SMTP_PORT", Integer.toString(mailPort),
              "PACEGATE_SMTP_ENCRYPTION", "none",
              "PACEGATE_SMTP_FROM", "desk@clinic.example"));
      var begun = Instant.now();
      process = server.start(environment);
      new Readiness(address).await(server, READY_WITHIN, System.out::println);
      figures.ready(Duration.between(begun, Instant.now()), process.toHandle());
    } catch (StartRefused e) {
      failure = e;
    } catch (InterruptedException e) {
      failure = e;
      Thread.currentThread().interrupt();
    }
  }

  static synchronized void stop() {
    if (started != null) {
      if (started.failure == null) {
        started.figures.resident(started.process.toHandle());
      }
      started.server.close();
      started.embedded.close();
      started = null;
    }
  }

  /** The address of the start page, without a slash at its end. */
  public String url() {
    return address.url();
  }

  public int httpPort() {
    return address.port();
  }

  /** Where the server hands its mail over; a test that wants to read it listens there. */
  public int mailPort() {
    return mailPort;
  }

  /** What the tests measured. */
  public Figures figures() {
    return figures;
  }

  /** The folder for what tests leave to be looked at: {@code ear/target/screenshots}. */
  public static Path screenshots() {
    return CHECKOUT.resolve("ear/target/screenshots");
  }

  /** The EAR that is running. */
  public static Path ear() {
    return CHECKOUT.resolve("ear/target/pacegate.ear");
  }

  public Path dataDirectory() {
    return data.path();
  }

  /** Connects as the role the application works as. */
  public Connection application() throws SQLException {
    return database.connect(database.application());
  }

  /** Connects as the role that owns the schema, and is under its row-level security. */
  public Connection owner() throws SQLException {
    return database.connect(database.owner().orElseThrow());
  }

  public Connection sealer() throws SQLException {
    return database.connect(database.sealer());
  }

  /** Connects as the role nothing can stop, for tests that play the intruder in the database. */
  public Connection superuser() throws SQLException {
    return superuser(database.name());
  }

  Connection superuser(String name) throws SQLException {
    var there =
        new Database(
            database.host(),
            database.port(),
            name,
            database.application(),
            database.sealer(),
            database.owner());
    return there.connect(embedded.superuser());
  }

  Database database() {
    return database;
  }

  /** The settings that Arquillian's container adapter needs to deploy beside the EAR. */
  Map<String, String> arquillian() {
    return Map.of(
        "wlpHome", files.home().toString(),
        "usrDir", files.user().toString(),
        "serverName", files.name(),
        "httpPort", Integer.toString(address.port()));
  }

  /**
   * A port that nobody listens on, from below those that the system gives to outgoing connections:
   * it stays free until a server that is started, or killed and started again, takes it.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (BindException taken) {
        // The next one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Tests start in the module's folder under Maven and often in the checkout elsewhere. */
  static Path checkout() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("ear/pom.xml")) ? here : here.getParent();
  }
}
