/**
 * Making two records of one person one, and taking it back.
 *
 * <ul>
 *   <li>R2.32 Two records are merged by staff or a physician with a reason; a course of care is
 *       closed by whoever may treat. Nothing is merged that changed since it was shown.
 *   <li>R2.33 Everything that points at the merged patient moves, and nothing is recorded on them
 *       afterwards; a new table is in the merge or fails a test.
 *   <li>R2.34 A danger that stood on either record keeps the gate shut in all courses of care and
 *       suspends their plans at once.
 *   <li>R2.35 A merge that is undone leaves every row as it was; what was recorded about it stays.
 *       A plan whose ground fell meanwhile stays suspended.
 *   <li>R2.36 A merge stays once anything was recorded on the patient after it, and says what.
 *   <li>R2.37 Merges and commands on the same patients wait for each other; a second click and a
 *       second tab merge nothing twice.
 * </ul>
 *
 * <p>Out of scope: finding who may be the same person ({@code org.pacegate.service.patient}).
 */
package org.pacegate.service.merge;
