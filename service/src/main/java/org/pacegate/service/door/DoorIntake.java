package org.pacegate.service.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.door.DoorState.Elsewhere;
import org.pacegate.service.door.DoorState.Ending;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.door.DoorState.Sent;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.RunnersIntake;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.DoorVisit;
import org.pacegate.service.shared.Settings;

/**
 * What a runner can do behind a door: answer, and send (R4.108). Anybody may call; what they show
 * of their session decides which intake they touch, and there is no other way to name one.
 */
@Stateless
public class DoorIntake {

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private RunnersIntake intakes;
  @Inject private Settings settings;
  @Inject private DoorSessions sessions;

  /** How it stands; empty without an open session. At a kiosk looking is activity. */
  @PermitAll
  public Optional<DoorState> look(String session) {
    Optional<DoorVisit> visit = arriving(session);
    visit.filter(at -> isAtKiosk(at) && at.shown()).ifPresent(this::goOn);
    return visit.map(this::state);
  }

  /** Somebody is still at the kiosk; whether their session is open. */
  @PermitAll
  public boolean stay(String session) {
    Optional<DoorVisit> visit = entered(session);
    visit.ifPresent(this::goOn);
    return visit.isPresent();
  }

  /**
   * Keeps answers at once. What is on its way while a kiosk ends is kept, and ends the session.
   *
   * @throws DomainRefusal {@code door.closed} without an open session, {@code door.elsewhere} while
   *     it is filled in on another device, {@code intake.notDraft} once it was sent
   */
  @Command
  @PermitAll
  public IntakeView save(@Valid SaveAnswers answers) {
    DoorVisit visit = expectCurrent(arriving(answers.session()));
    // The intake is locked before the session, as at the desk.
    IntakeView saved = intakes.save(answers.page(), answers.typed(), answers.said());
    if (visit.shown()) {
      goOn(visit);
    } else {
      sessions.end(visit.sessionId());
    }
    return saved;
  }

  /**
   * Sends the answers to the clinic, once; a second time, from whichever tab, gives the same.
   *
   * @param key key of the form
   * @throws DomainRefusal as {@link #save}
   */
  @Command
  @PermitAll
  public DoorState send(String session, UUID key) {
    DoorVisit visit = expectHere(session);
    intakes.send(key);
    goOn(visit);
    return state(visit);
  }

  /** It goes on here; the device before is out. */
  @Command
  @PermitAll
  public DoorState continueHere(String session) {
    DoorVisit visit = expect(session);
    sessions.becomeCurrent(visit.sessionId(), visit.intakeId());
    goOn(visit);
    audit.record(AuditAction.CHANGE, "Intake", visit.intakeId(), null, "goes on here");
    return open(visit);
  }

  /** The device is out; what was answered stays. Without an open session nothing happens. */
  @Command
  @PermitAll
  public void leave(String session) {
    entered(session)
        .ifPresent(
            visit -> {
              sessions.end(visit.sessionId());
              audit.record(AuditAction.SIGN_OUT, "Intake", visit.intakeId(), null, "left");
            });
  }

  private Optional<DoorVisit> entered(String session) {
    return arriving(session).filter(DoorVisit::shown);
  }

  /** The door of an intake that the desk has put away, or whose care has ended, is closed. */
  private Optional<DoorVisit> arriving(String session) {
    return clinic.enterByDoor(DoorSecrets.ofSession(session)).filter(visit -> !intakes.isOver());
  }

  private DoorVisit expect(String session) {
    return expect(entered(session));
  }

  private static DoorVisit expect(Optional<DoorVisit> visit) {
    return visit.orElseThrow(() -> new DomainRefusal("door.closed", "no session"));
  }

  private DoorVisit expectHere(String session) {
    return expectCurrent(entered(session));
  }

  private static DoorVisit expectCurrent(Optional<DoorVisit> entered) {
    DoorVisit visit = expect(entered);
    if (!visit.current()) {
      throw new DomainRefusal("door.elsewhere", "session " + visit.sessionId());
    }
    return visit;
  }

  private void goOn(DoorVisit visit) {
    Duration idle =
        isAtKiosk(visit) ? Duration.ofSeconds(settings.kioskIdleSeconds()) : DoorRecords.IDLE;
    sessions.goOn(visit.sessionId(), idle);
  }

  private static boolean isAtKiosk(DoorVisit visit) {
    return visit.door() == Door.KIOSK;
  }

  private DoorState state(DoorVisit visit) {
    return visit.current() ? open(visit) : new Elsewhere(visit.clinicName(), visit.demonstration());
  }

  private DoorState open(DoorVisit visit) {
    IntakeView view = intakes.open();
    if (!visit.shown()) {
      return new Ending(visit.clinicName(), visit.demonstration(), view);
    }
    return view.state() == IntakeState.DRAFT
        ? new Open(visit.clinicName(), visit.demonstration(), view, intakes.problems())
        : new Sent(
            visit.clinicName(), visit.demonstration(), view.soFar().maxUrgency().orElse(null));
  }
}
