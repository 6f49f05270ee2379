package org.pacegate.service.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;

/**
 * Opens the first clinic of an empty database, when the operator gave a password for it in {@code
 * PACEGATE_FIRST_ADMIN_PASSWORD}. The password is good for one thing: choosing another one (R11.7).
 */
@Singleton
@Startup
@DependsOn(
    "DemonstrationStart") // which goes first and may leave a database that is no longer empty
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {

  static final String PASSWORD = "PACEGATE_FIRST_ADMIN_PASSWORD";

  @Inject private ClinicRegistration clinics;

  @PostConstruct
  void openFirstClinic() {
    String password = System.getenv(PASSWORD);
    if (password == null || password.isBlank() || !clinics.isFirst()) {
      return;
    }
    clinics.open(
        new RegisterClinic("My clinic", ZoneId.systemDefault(), "", Language.en, false),
        new OpenAccount("Administrator", "First", "admin", Language.en, Set.of(Role.ADMIN)),
        password);
  }
}
