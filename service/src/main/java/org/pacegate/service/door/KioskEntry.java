package org.pacegate.service.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pacegate.service.clinic.KioskTries;
import org.pacegate.service.clinic.Passwords;
import org.pacegate.service.door.KioskRecords.Running;

/**
 * What the browser of a kiosk can ask (R4.133, R4.134). Anybody may call; what they show decides
 * which kiosk it is, and a browser that shows no running one is answered nothing. No transaction is
 * open while a PIN is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KioskEntry {

  @Inject private KioskTries tries;
  @Inject private KioskRecords records;
  @Inject private Passwords passwords;

  /** The kiosk, if it runs. */
  @PermitAll
  public Optional<KioskVisit> visit(String kiosk) {
    return records.running(DoorSecrets.ofKiosk(kiosk)).map(Running::visit);
  }

  /**
   * Opens the one expected intake that fits.
   *
   * @return what the browser has to show for this runner; empty, whatever is wrong
   */
  @PermitAll
  public Optional<String> open(OpenAtKiosk attempt) {
    String hash = DoorSecrets.ofKiosk(attempt.kiosk());
    Optional<Running> running = records.running(hash);
    if (running.isEmpty()) {
      return Optional.empty();
    }
    KioskTries.Try counted = tries.begin(running.get().kioskId(), false);
    Optional<String> session = records.open(hash, attempt, counted);
    if (session.isPresent()) {
      tries.succeed(counted);
    }
    return session;
  }

  /** Nobody is at the kiosk any more; what was saved stays. */
  @PermitAll
  public void wipe(String kiosk) {
    records.wipe(DoorSecrets.ofKiosk(kiosk));
  }

  /**
   * Ends the kiosk with its PIN.
   *
   * @return false for a wrong PIN, for a try that has to wait, and for no kiosk
   */
  @PermitAll
  public boolean leave(LeaveKiosk attempt) {
    String hash = DoorSecrets.ofKiosk(attempt.kiosk());
    Optional<Running> running = records.running(hash);
    if (running.isEmpty()) {
      return false;
    }
    KioskTries.Try counted = tries.begin(running.get().kioskId(), true);
    if (!counted.mayGoOn()) {
      return false;
    }
    if (!passwords.matches(attempt.pin(), running.get().pinHash())) {
      records.refusePin(hash);
      return false;
    }
    tries.succeed(counted);
    records.leave(hash);
    return true;
  }
}
