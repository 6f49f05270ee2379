package org.pacegate.service.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
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
    for (String login : Set.of("ana", "ben")) {
      type(login, 1, 61);
      type(login, 2, 59);
    }
    clinics.work(
        services -> {
          services.get(OldDrafts.class).forget();
          return null;
        });
    for (String login : Set.of("ana", "ben")) {
      assertThat(kept(login, 1)).isEmpty();
      assertThat(kept(login, 2)).contains("words");
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
}
