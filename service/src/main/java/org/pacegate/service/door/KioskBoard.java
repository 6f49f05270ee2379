package org.pacegate.service.door;

import java.util.List;

/**
 * The kiosks of the clinic.
 *
 * @param running the newest first
 * @param turnedAway the last ones of today, the newest first
 * @param turnedAwayToday how many there were today
 */
public record KioskBoard(
    List<KioskLine> running, List<TurnedAwayLine> turnedAway, long turnedAwayToday) {

  public KioskBoard {
    running = List.copyOf(running);
    turnedAway = List.copyOf(turnedAway);
  }
}
