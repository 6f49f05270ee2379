package org.pacegate.service.door;

import java.util.Optional;
import java.util.UUID;
import org.pacegate.service.demonstration.LoadedDemonstration;

/** A tablet of the clinic that was made a kiosk, and what is typed on it. */
record Tablet(LinkClinic clinic, long id, String key) {

  static final String PIN = "4711";

  static Tablet begun(LinkClinic clinic) {
    BegunKiosk begun = begin(clinic, "Waiting room", PIN, LoadedDemonstration.password());
    return new Tablet(clinic, begun.kioskId(), begun.key());
  }

  static BegunKiosk begin(LinkClinic clinic, String name, String pin, String password) {
    return begin(clinic, new BeginKiosk(name, pin, password, UUID.randomUUID()));
  }

  static BegunKiosk begin(LinkClinic clinic, BeginKiosk command) {
    return clinic.as(LinkClinic.DESK, services -> services.get(Kiosks.class).begin(command));
  }

  /** Somebody new, put on today's list; the id of the intake. */
  static long expect(LinkClinic clinic, String family, String given, String born) {
    return clinic.as(
        LinkClinic.DESK,
        services ->
            services
                .get(ExpectedRunners.class)
                .expectNew(new ExpectNew(family, given, born, UUID.randomUUID())));
  }

  Optional<String> types(String family, String given, String born) {
    return clinic.outside(
        services -> services.get(KioskEntry.class).open(new OpenAtKiosk(key, family, given, born)));
  }

  Optional<KioskVisit> visit() {
    return clinic.outside(services -> services.get(KioskEntry.class).visit(key));
  }

  void wipe() {
    clinic.outside(
        services -> {
          services.get(KioskEntry.class).wipe(key);
          return null;
        });
  }

  boolean leave(String pin) {
    return clinic.outside(
        services -> services.get(KioskEntry.class).leave(new LeaveKiosk(key, pin)));
  }

  boolean stays(String session) {
    return clinic.outside(services -> services.get(DoorIntake.class).stay(session));
  }

  void endAtTheDesk() {
    clinic.as(
        LinkClinic.DESK,
        services -> {
          services.get(Kiosks.class).end(id);
          return null;
        });
  }

  KioskBoard board() {
    return clinic.as(LinkClinic.DESK, services -> services.get(Kiosks.class).board());
  }
}
