/**
 * Treatment: the one place where plans start, pause, go on and end.
 *
 * <ul>
 *   <li>R7.7 Starting and resuming ask the gate; a refusal is recorded with every reason and
 *       changes nothing else.
 *   <li>R7.8 Commands on one episode wait for each other.
 *   <li>R7.9 A lapse found in a licence suspends the plans that rest on it and reopens the flags
 *       that were decided under it in the same transaction.
 * </ul>
 */
package org.pacegate.service.plan;
