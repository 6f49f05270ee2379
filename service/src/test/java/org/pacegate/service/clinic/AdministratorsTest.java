package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

@DisplayName("R11.13 The administrators of a clinic")
class AdministratorsTest {

  private final TestClinics clinics = new TestClinics(Instant.parse("2026-03-02T09:00:00Z"));

  @BeforeEach
  void anaAndBenAdminister() {
    clinics.work(
        services -> {
          services
              .get(ClinicRegistration.class)
              .open(
                  new RegisterClinic("Clinic", ZoneId.of("UTC"), "", Language.en, false),
                  person("ana", Role.ADMIN),
                  "handed over");
          return services.get(Accounts.class).open(person("ben", Role.ADMIN, Role.STAFF));
        });
  }

  @AfterEach
  void close() {
    clinics.close();
  }

  private static OpenAccount person(String login, Role... roles) {
    return new OpenAccount(login, login, login, Language.en, Set.of(roles));
  }

  @Test
  void takeTheAdministrationFromEachOtherWhileOneIsLeft() {
    clinics.as("ana", services -> disable(services, "ben"));
    assertThat(asAnaSees("ben").disabled()).isTrue();
  }

  @Test
  void cannotDisableEachOtherAtTheSameMoment() throws Exception {
    CompletableFuture<Object> bensTurn = new CompletableFuture<>();
    clinics.as(
        "ana",
        services -> {
          disable(services, "ben");
          services.get(EntityManager.class).flush();
          bensTurn.completeAsync(() -> clinics.as("ben", own -> disable(own, "ana")));
          expectWaiting(bensTurn);
          return null;
        });
    assertThatThrownBy(() -> bensTurn.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("account.lastAdministrator"));
    assertThat(asAnaSees("ana").disabled()).isFalse();
  }

  @Test
  void cannotDemoteEachOtherAtTheSameMoment() throws Exception {
    CompletableFuture<Object> bensTurn = new CompletableFuture<>();
    clinics.as(
        "ana",
        services -> {
          demote(services, "ben");
          services.get(EntityManager.class).flush();
          bensTurn.completeAsync(() -> clinics.as("ben", own -> demote(own, "ana")));
          expectWaiting(bensTurn);
          return null;
        });
    assertThatThrownBy(() -> bensTurn.get(10, TimeUnit.SECONDS))
        .cause()
        .hasMessageContaining("account.lastAdministrator");
    assertThat(asAnaSees("ana").roles()).contains(Role.ADMIN);
  }

  @Test
  @DisplayName("are kept by the database when a service forgets")
  void areKeptByTheDatabase() {
    clinics.as("ana", services -> disable(services, "ben"));
    for (String statement :
        new String[] {
          "update account set disabled_at = now() where login = 'ana'",
          "delete from account_role where role = 'ADMIN'"
        }) {
      assertThatThrownBy(
              () ->
                  clinics.as(
                      "ana",
                      services ->
                          services
                              .get(EntityManager.class)
                              .createNativeQuery(statement)
                              .executeUpdate()))
          .isInstanceOf(PersistenceException.class)
          .hasStackTraceContaining("a clinic keeps an administrator");
    }
  }

  private static void expectWaiting(CompletableFuture<?> turn) {
    assertThatThrownBy(() -> turn.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  private AccountLine asAnaSees(String login) {
    return clinics.as("ana", services -> line(services, login));
  }

  private static Object disable(Services services, String login) {
    services.get(Accounts.class).disable(seen(services, login));
    return null;
  }

  private static Object demote(Services services, String login) {
    services.get(Accounts.class).grant(seen(services, login), Set.of(Role.STAFF));
    return null;
  }

  private static AccountVersion seen(Services services, String login) {
    AccountLine line = line(services, login);
    return new AccountVersion(line.accountId(), line.version());
  }

  private static AccountLine line(Services services, String login) {
    return services.get(Accounts.class).all().stream()
        .filter(line -> line.login().equals(login))
        .findAny()
        .orElseThrow();
  }
}
