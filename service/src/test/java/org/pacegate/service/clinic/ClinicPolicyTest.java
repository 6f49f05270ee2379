package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.testing.TestClinics;

/** R11.3: who may diagnose is read where the database's own wall reads it. */
class ClinicPolicyTest {

  private static final String LOGIN = "ada@policy";

  @ParameterizedTest
  @CsvSource({"PHYSICIAN_ONLY, PHYSICIAN_ONLY", "ANYBODY, NOBODY"})
  void r11_3_the_policy_is_the_clinics_setting_and_an_unknown_one_admits_nobody(
      String set, DiagnosisPolicy expected) {
    try (TestClinics clinics = new TestClinics(Instant.parse("2026-03-02T09:00:00Z"))) {
      clinics.work(
          services -> {
            services
                .get(ClinicRegistration.class)
                .open(
                    new RegisterClinic("Policy", ZoneId.of("UTC"), "GB", Language.en, false),
                    new OpenAccount("Byron", "Ada", LOGIN, Language.en, Set.of(Role.ADMIN)),
                    "a good run every week");
            return null;
          });
      assertThat(policy(clinics)).isEqualTo(DiagnosisPolicy.PHYSICIAN_ONLY);

      clinics.as(
          LOGIN,
          services ->
              services
                  .get(EntityManager.class)
                  .createNativeQuery(
                      "insert into setting (id, name, value, changed_at)"
                          + " values (1, 'diagnosis.policy', ?1, now())")
                  .setParameter(1, set)
                  .executeUpdate());
      assertThat(policy(clinics)).isEqualTo(expected);
    }
  }

  private static DiagnosisPolicy policy(TestClinics clinics) {
    return clinics.as(LOGIN, services -> services.get(ClinicContext.class).acting().policy());
  }
}
