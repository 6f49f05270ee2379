package org.pacegate.service.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pacegate.domain.door.ResumeCode;
import org.pacegate.service.clinic.DoorTries;

/**
 * Lets a runner in by a link and the birth date (R4.107). Whatever is wrong, the answer and the
 * work for it are the same: an unknown, expired or revoked link, a wrong birth date, and a try that
 * has to wait.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DoorEntry {

  @Inject private DoorTries tries;
  @Inject private DoorRecords records;

  /**
   * Opens a session of one device at the door.
   *
   * @return what the device has to show from now on; empty when the door stays closed
   */
  @PermitAll
  public Optional<String> open(OpenLink attempt) {
    String hash = hash(attempt);
    DoorTries.Try counted = tries.begin(hash, attempt.address());
    Optional<String> session = records.open(hash, attempt.birthDate(), counted.mayGoOn());
    if (session.isPresent()) {
      tries.succeed(counted);
    }
    return session;
  }

  private static String hash(OpenLink attempt) {
    return attempt.isCode()
        ? ResumeCode.read(attempt.secret())
            .map(DoorSecrets::ofCode)
            .orElseGet(() -> DoorSecrets.ofToken("no code"))
        : DoorSecrets.ofToken(attempt.secret());
  }
}
