package org.pacegate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.InServer;

/**
 * Row-level security through the server's pool and the persistence provider (docs/architecture.md,
 * rule 6).
 */
@ExtendWith(ArquillianExtension.class)
public class AlternatingClinicsIT {

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  @Inject private ClinicTransactions clinics;

  @Test
  void a_pooled_connection_shows_each_transaction_its_own_clinic_only() {
    long here = clinics.open("Here");
    long there = clinics.open("There");
    long ana = clinics.in(here, () -> clinics.employ("Ruiz", "Ana"));
    long ben = clinics.in(there, () -> clinics.employ("Stone", "Ben"));

    for (int turn = 0; turn < 20; turn++) {
      assertThat(clinics.in(here, clinics::familyNames)).containsExactly("Ruiz");
      assertThat(clinics.in(there, clinics::familyNames)).containsExactly("Stone");
      assertThat(clinics.in(there, () -> clinics.find(ana))).isEmpty();
      assertThat(clinics.in(here, () -> clinics.find(ben))).isEmpty();
    }
  }

  @Test
  void a_transaction_that_entered_no_clinic_sees_nobody() {
    long clinic = clinics.open("Quiet");
    clinics.in(clinic, () -> clinics.employ("Moreno", "Cy"));

    assertThat(clinics.inNone(clinics::familyNames)).isEmpty();
  }
}
