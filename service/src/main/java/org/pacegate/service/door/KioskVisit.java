package org.pacegate.service.door;

/**
 * A kiosk that runs, as its pages need it.
 *
 * @param idleSeconds without activity, after which nothing of a runner is shown
 */
public record KioskVisit(String clinicName, boolean demonstration, int idleSeconds) {}
