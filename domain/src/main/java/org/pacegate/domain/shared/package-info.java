/**
 * What every feature's aggregates share: identity, attribution and refusal.
 *
 * <ul>
 *   <li>R0.1 Every record has an id that is unique everywhere and a version that finds lost
 *       updates.
 *   <li>R0.2 Whoever records something is named with the instant and the clinic's calendar day.
 *   <li>R0.3 The domain refuses by a {@link org.pacegate.domain.shared.DomainRefusal} that carries
 *       ids and facts; words are the web's.
 * </ul>
 *
 * <p>Out of scope: the tenant. The database fills the clinic of every row from the transaction.
 */
package org.pacegate.domain.shared;
