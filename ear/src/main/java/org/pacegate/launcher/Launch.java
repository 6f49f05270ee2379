package org.pacegate.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts Pacegate and keeps it running until it is told to stop: what {@code ./run} executes. */
public final class Launch {

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  private final Settings settings = new Settings(System.getenv());
  private final Console console = new Console(System.out);
  private final Running running = new Running(console);
  private final List<CompletableFuture<?>> ends = new ArrayList<>();

  private Launch() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(new Launch().run(arguments));
  }

  private int run(String... arguments) throws InterruptedException {
    try {
      var options = Options.of(arguments);
      if (options.help()) {
        console.say(Options.HELP);
        return 0;
      }
      if (options.evaluate().isPresent()) {
        console.say(
            new AnswersFile(options.evaluate().get())
                .evaluated(LocalDate.now(ZoneId.systemDefault())));
        return 0;
      }
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
      return options.migrateOnly() ? migrate() : serve(options);
    } catch (StartRefused e) {
      running.unlessStopping(() -> console.complain(e.getMessage()));
      return 1;
    }
  }

  private int migrate() {
    var data = running.keep(() -> new DataDirectory(settings.dataDirectory()));
    openDatabase(data);
    console.say("The schema is up to date.");
    return 0;
  }

  private int serve(Options options) throws InterruptedException {
    boolean empty = options.empty() || settings.demonstrationDeclined();
    settings.refuseImpossibleLimits();
    var data = running.keep(() -> new DataDirectory(settings.dataDirectory()));
    var clearText = new LibertyServer.Address(settings.clearTextHost(), settings.httpPort());
    var tls =
        settings.httpsPort().map(port -> new LibertyServer.Address(settings.httpHost(), port));
    var files = ServerFiles.assembledIn(Path.of("").toAbsolutePath(), data.path());
    var server = new LibertyServer(files, data);
    server.stopIfLeftBehind();
    clearText.refuseIfTaken("PACEGATE_HTTP_PORT");
    tls.ifPresent(address -> address.refuseIfTaken("PACEGATE_HTTPS_PORT"));
    var database = openDatabase(data);
    var content = FirstContent.of(new Schema(database).content(), empty, settings);

    console.say("Starting the server" + content.announcement());
    var environment = ServerEnvironment.of(database, data, clearText, settings);
    environment.putAll(content.variables());
    tls.ifPresent(
        address -> {
          environment.put("PACEGATE_TLS_CONFIG", "tls.xml");
          environment.put("PACEGATE_HTTP_HOST", address.host());
        });
    running.keep(() -> server);
    var process = running.start(() -> server.start(environment));
    new Readiness(clearText).await(server, READY_WITHIN, console::say);
    console.welcome(
        tls.map(LibertyServer.Address::tlsUrl).orElse(clearText.url()), data.logs(), content);

    ends.add(process.onExit());
    CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).join();
    running.unlessStopping(
        () ->
            console.complain(
                process.isAlive()
                    ? "The database ended by itself."
                    : "The server ended by itself."));
    return 1;
  }

  private Database openDatabase(DataDirectory data) {
    var database = settings.externalDatabase().orElseGet(() -> startDatabase(data));
    database.refuseUnlessReachable();
    if (settings.externalDatabase().isPresent() && !settings.sealerNamed()) {
      console.say("PACEGATE_DB_SEALER_USER is not set: the audit sealer works as the owner.");
    }
    console.say("Checking the schema");
    new Schema(database).bringUpToDate();
    return database;
  }

  private Database startDatabase(DataDirectory data) {
    console.say("Starting PostgreSQL in " + data.postgres());
    var embedded = new EmbeddedDatabase(data);
    running.keep(() -> embedded);
    var database = running.start(embedded::start);
    embedded.process().ifPresent(process -> ends.add(process.onExit()));
    return database;
  }
}
