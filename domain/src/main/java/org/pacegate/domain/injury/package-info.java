/**
 * One injury and its course of care.
 *
 * <ul>
 *   <li>R3.1 An episode has a body site, a side, the runner's words, the day and the manner of
 *       onset.
 *   <li>R3.2 An episode steps only along the table of docs/clinical-basis.md 5.3, and every step is
 *       kept with who, when and why.
 *   <li>R3.3 A dangerous answer locks the episode from anywhere; only clearance or transfer unlocks
 *       it.
 *   <li>R3.4 Discharge, transfer and loss of contact are ends: nothing follows.
 *   <li>R3.5 The running profile is recorded in SI units and never summed into a score.
 * </ul>
 *
 * <p>Out of scope: who decides on a step; that is the course of care in {@code
 * org.pacegate.domain.plan}.
 */
package org.pacegate.domain.injury;
