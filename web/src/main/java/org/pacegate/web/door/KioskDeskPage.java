package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.door.BeginKiosk;
import org.pacegate.service.door.BegunKiosk;
import org.pacegate.service.door.ExpectNew;
import org.pacegate.service.door.ExpectedRow;
import org.pacegate.service.door.ExpectedRunners;
import org.pacegate.service.door.KioskBoard;
import org.pacegate.service.door.Kiosks;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SignOut;
import org.pacegate.web.shared.SubmissionKey;

/** The clinic's kiosks from the desk: begun, seen, ended, and whom they let in (R4.145). */
@Named
@RequestScoped
public class KioskDeskPage {

  private static final String PATH = "/intake/kiosk.xhtml";

  @Inject private Kiosks kiosks;
  @Inject private ExpectedRunners expected;
  @Inject private SignOut signOut;
  @Inject private Refusals refusals;
  @Inject private SubmissionKey key;

  private String name;
  private String pin;
  private String password;
  private String familyName;
  private String givenName;
  private String birthDate;
  private KioskBoard board;
  private List<ExpectedRow> today;

  /** This browser becomes a kiosk; whoever began it is signed out here. */
  public void begin() throws ServletException, IOException {
    try {
      BegunKiosk begun = kiosks.begin(new BeginKiosk(name, pin, password, key.getValue()));
      DoorCookie.KIOSK.giveFor(
          Duration.between(begun.begunAt(), begun.endsAt()), begun.key(), Faces.getResponse());
      DoorCookie.RUNNER.take(Faces.getResponse());
      signOut.leadingTo("/kiosk");
    } catch (DomainRefusal refused) {
      refusals.show("door", refused);
    }
  }

  public void end(long kioskId) {
    kiosks.end(kioskId);
    refusals.newsThere("door", "kiosk.ended", here());
  }

  /** Somebody new is expected today. */
  public void expect() {
    try {
      expected.expectNew(new ExpectNew(familyName, givenName, birthDate, key.getValue()));
      refusals.newsThere("door", "expected.put", here());
    } catch (DomainRefusal refused) {
      refusals.show("door", refused);
    }
  }

  public void takeOff(long intakeId) {
    expected.takeOff(intakeId);
    refusals.newsThere("door", "expected.off", here());
  }

  private static String here() {
    return Faces.getRequestContextPath() + PATH;
  }

  public KioskBoard getBoard() {
    if (board == null) {
      board = kiosks.board();
    }
    return board;
  }

  /** Who is expected today; for those who work with patients. */
  public List<ExpectedRow> getToday() {
    if (today == null) {
      today = expected.today();
    }
    return today;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPin() {
    return pin;
  }

  public void setPin(String pin) {
    this.pin = pin;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFamilyName() {
    return familyName;
  }

  public void setFamilyName(String familyName) {
    this.familyName = familyName;
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public String getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(String birthDate) {
    this.birthDate = birthDate;
  }
}
