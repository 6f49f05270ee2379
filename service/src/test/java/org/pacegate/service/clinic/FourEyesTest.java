package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

@DisplayName("R11.30 Four eyes")
class FourEyesTest {

  private final TestClinics clinics = new TestClinics(Instant.parse("2026-03-02T09:00:00Z"));

  @BeforeEach
  void anaAdministers() {
    clinics.work(
        services -> {
          services
              .get(ClinicRegistration.class)
              .open(
                  new RegisterClinic("Clinic", ZoneId.of("UTC"), "", Language.en, false),
                  person("ana"),
                  "handed over");
          return null;
        });
  }

  @AfterEach
  void close() {
    clinics.close();
  }

  private static OpenAccount person(String login) {
    return new OpenAccount(login, login, login, Language.en, Set.of(Role.ADMIN));
  }

  private void benAdministersToo() {
    clinics.as("ana", services -> services.get(Accounts.class).open(person("ben")));
  }

  private void grant(String by, String to, Role role) {
    clinics.as(
        by,
        services -> {
          AccountLine line = line(services, to);
          Set<Role> roles = EnumSet.copyOf(line.roles());
          roles.add(role);
          services
              .get(Accounts.class)
              .grant(new AccountVersion(line.accountId(), line.version()), roles);
          return null;
        });
  }

  private void recordLicence(String by, String holder) {
    clinics.as(
        by,
        services -> {
          services
              .get(Licences.class)
              .record(
                  new RecordLicence(
                      line(services, holder).practitionerId(),
                      Profession.PHYSICIAN,
                      "28/1",
                      "Board",
                      LocalDate.of(2020, 1, 1),
                      LocalDate.of(2030, 1, 1)));
          return null;
        });
  }

  private static AccountLine line(Services services, String login) {
    return services.get(Accounts.class).all().stream()
        .filter(line -> line.login().equals(login))
        .findAny()
        .orElseThrow();
  }

  private LicenceLine licence() {
    return clinics.as("ana", services -> services.get(Licences.class).all().get(0));
  }

  @Test
  @DisplayName("where there are only two, the licence is recorded and marked")
  void aloneIsMarked() {
    grant("ana", "ana", Role.PHYSICIAN);
    recordLicence("ana", "ana");
    assertThat(licence().recordedByHolder()).isTrue();
  }

  @Test
  @DisplayName("while another administers, nobody gives themselves a clinical role")
  void noOwnClinicalRole() {
    benAdministersToo();
    for (Role role : Set.of(Role.PHYSICIAN, Role.THERAPIST, Role.STAFF)) {
      assertThatThrownBy(() -> grant("ana", "ana", role))
          .hasMessageContaining("account.ownClinicalRole");
    }
    grant("ana", "ana", Role.EDITOR);
    grant("ben", "ana", Role.PHYSICIAN);
  }

  @Test
  @DisplayName("while another administers, nobody records their own licence")
  void noOwnLicence() {
    benAdministersToo();
    assertThatThrownBy(() -> recordLicence("ana", "ana")).hasMessageContaining("licence.own");
    recordLicence("ben", "ana");
    assertThat(licence().recordedByHolder()).isFalse();
  }

  @Test
  @DisplayName("are kept by the database when a service forgets")
  void keptByTheDatabase() {
    benAdministersToo();
    assertThatThrownBy(
            () ->
                clinics.as(
                    "ana",
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "insert into licence (id, practitioner_id, profession, number,"
                                    + " authority, valid_from, valid_to, recorded_by) select 1,"
                                    + " current_practitioner(), 'PHYSICIAN', 'x', 'y',"
                                    + " '2020-01-01', '2030-01-01', min(id) from practitioner"
                                    + " where id <> current_practitioner()")
                            .executeUpdate()))
        .hasStackTraceContaining("another administrator records this licence");
  }
}
