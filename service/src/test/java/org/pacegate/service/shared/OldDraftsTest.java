package org.pacegate.service.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.clinic.ClinicRegistration;
import org.pacegate.service.clinic.OpenAccount;
import org.pacegate.service.clinic.RegisterClinic;
import org.pacegate.service.testing.TestClinics;

@DisplayName("R0.12 A draft of a form")
class OldDraftsTest {

  private final TestClinics clinics = new TestClinics(Instant.parse("2026-03-02T09:00:00Z"));

  @BeforeEach
  void twoClinics() {
    for (String login : Set.of("ana", "ben")) {
      clinics.work(
          services -> {
            services
                .get(ClinicRegistration.class)
                .open(
                    new RegisterClinic(login, ZoneId.of("UTC"), "", Language.en, false),
                    new OpenAccount(login, login, login, Language.en, Set.of(Role.PHYSICIAN)),
                    "handed over");
            return null;
          });
    }
  }

  @AfterEach
  void close() {
    clinics.close();
  }

  private long episode(String login) {
    return clinics.as(
        login,
        services -> {
          EntityManager em = services.get(EntityManager.class);
          Attribution by = services.get(ClinicContext.class).attribution();
          LocalDate day = by.day().minusYears(30);
          Patient runner =
              new Patient(
                  "R-" + UUID.randomUUID(),
                  new Person("Vega", "Luz", day, Sex.FEMALE, null, null, Language.en),
                  by);
          stored(em, runner);
          Episode episode =
              new Episode(
                  runner.id(),
                  new Injury(
                      BodySite.LOW_BACK, Side.MIDLINE, "It pulls.", by.day(), OnsetKind.SUDDEN),
                  by);
          return stored(em, episode).id();
        });
  }

  private static <T> T stored(EntityManager em, T record) {
    em.persist(record);
    em.flush();
    return record;
  }

  private void type(String login, long episode, int daysAgo) {
    clinics.as(
        login,
        services -> {
          services.get(FormDrafts.class).save("diagnosis", episode, "words");
          return services
              .get(EntityManager.class)
              .createNativeQuery(
                  "update form_draft set saved_at = saved_at - interval '1 day' * ?1"
                      + " where subject_id = ?2")
              .setParameter(1, daysAgo)
              .setParameter(2, episode)
              .executeUpdate();
        });
  }

  private Optional<String> kept(String login, long episode) {
    return clinics.as(login, services -> services.get(FormDrafts.class).find("diagnosis", episode));
  }

  @Test
  void isForgottenAfterSixtyDaysInEveryClinic() {
    Map<String, Long> old = new HashMap<>();
    Map<String, Long> recent = new HashMap<>();
    for (String login : Set.of("ana", "ben")) {
      old.put(login, episode(login));
      recent.put(login, episode(login));
      type(login, old.get(login), 61);
      type(login, recent.get(login), 59);
    }
    clinics.work(
        services -> {
          services.get(OldDrafts.class).forget();
          return null;
        });
    for (String login : Set.of("ana", "ben")) {
      assertThat(kept(login, old.get(login))).isEmpty();
      assertThat(kept(login, recent.get(login))).contains("words");
    }
  }

  @Test
  void isKeptOfKnownFormsOnly() {
    assertThatThrownBy(
            () ->
                clinics.as(
                    "ana",
                    services -> {
                      services.get(FormDrafts.class).save("notes", 1, "words");
                      return null;
                    }))
        .hasMessageContaining("invalid.form.unknown");
  }

  @Test
  void isKeptOfEpisodesOfTheOwnClinicOnly() {
    long bens = episode("ben");
    assertThatThrownBy(() -> type("ana", bens, 0)).isInstanceOf(NoSuchRecord.class);
    assertThat(kept("ben", bens)).isEmpty();
  }
}
