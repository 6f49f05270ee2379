package org.pacegate.service.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.pacegate.service.schema.SchemaTestDatabase;
import org.pacegate.service.schema.Sql;
import org.pacegate.service.shared.ClinicContext;

/** A database of its own with the services on it; each piece of work is one transaction. */
public final class TestClinics implements AutoCloseable {

  private final StatementCount statements = new StatementCount();
  private final SchemaTestDatabase schema;
  private final HikariDataSource pool;
  private final EntityManagerFactory factory;
  private volatile Clock clock;

  private static SchemaTestDatabase schema() {
    try {
      return SchemaTestDatabase.fresh();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestClinics(Instant now) {
    this(schema(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private TestClinics(SchemaTestDatabase schema, Clock clock) {
    this.schema = schema;
    this.clock = clock;
    this.pool = pool(schema.application());
    this.factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(new DomainUnit(statements.over(pool)), Map.of());
  }

  /** As on the server: a connection that has just begun prepares every trigger anew. */
  private static HikariDataSource pool(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMinimumIdle(0);
    // Most tests leave theirs open.
    config.setIdleTimeout(10_000);
    return new HikariDataSource(config);
  }

  /** Another server on the same database, at the same time: what one forgets the other knows. */
  public TestClinics anotherServer() {
    return new TestClinics(schema, clock);
  }

  /** Somebody with every right changes the database past the product. */
  public void tamper(String... statements) {
    try (Connection superuser = schema.asSuperuserWithoutTriggers()) {
      for (String statement : statements) {
        Sql.run(superuser, statement);
      }
      superuser.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It is this time now. */
  public void turnTo(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  /** Time passes for the work that follows. */
  public void pass(Duration time) {
    clock = Clock.offset(clock, time);
  }

  /** The instant of every piece of work. */
  public Instant now() {
    return clock.instant();
  }

  /** Works outside any clinic, as the server does at its start. */
  public <T> T work(Function<Services, T> work) {
    EntityManager em = factory.createEntityManager();
    try {
      em.getTransaction().begin();
      T result = work.apply(new Services(em, clock, pool));
      em.getTransaction().commit();
      return result;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  /** Works as somebody who has signed in. */
  public <T> T as(String login, Function<Services, T> work) {
    return work(
        services -> {
          services.get(ClinicContext.class).enter(login);
          return work.apply(services);
        });
  }

  /** How many statements somebody's work took, without entering the clinic. */
  public int statementsOf(String login, Consumer<Services> work) {
    return as(
        login,
        services -> {
          int before = statements.soFar();
          work.accept(services);
          return statements.soFar() - before;
        });
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}
