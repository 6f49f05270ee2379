/**
 * Treatment: the one place where plans start, pause, go on and end.
 *
 * <ul>
 *   <li>R7.7 Starting and resuming ask the gate; a refusal is recorded with every reason and
 *       changes nothing else.
 *   <li>R7.8 Commands on one patient wait for each other; everybody locks patient, episodes,
 *       licence.
 *   <li>R7.14 A conflict with somebody else's change is refused with "try again", and a step taken
 *       from a page that shows an older version is refused, both without a change.
 *   <li>R7.9 A lapse found in a licence suspends the plans that rest on it and reopens the flags
 *       that were decided under it in the same transaction.
 * </ul>
 */
package org.pacegate.service.plan;
