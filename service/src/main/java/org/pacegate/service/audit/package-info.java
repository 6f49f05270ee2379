/**
 * The audit: events in the business transaction, sealed into a chain, anchored outside, verified.
 *
 * <ul>
 *   <li>R9.1 Every read of a patient's record and every change writes an event that commits or
 *       fails with it.
 *   <li>R9.2 The application can add events and do nothing else with them: it cannot read, change
 *       or remove one, nor say when it happened, which number it has or who did it.
 *   <li>R9.3 Every few seconds the events of finished transactions are sealed: one digest each, all
 *       of them hashed with the previous seal. A transaction that hangs delays the seal of later
 *       events and nobody's work; none is skipped.
 *   <li>R9.4 Every seal's hash is written outside the database at once: to the file or the syslog
 *       of {@code PACEGATE_AUDIT_ANCHOR}, and what could not be written is written later.
 *   <li>R9.5 Verification recomputes every event and every seal and compares the anchor. It names
 *       the first event or seal that is broken: a changed value or time, a removed or forged event,
 *       a changed or removed seal, a cut tail, a replaced chain. It runs at the start, every night,
 *       and when an administrator asks.
 *   <li>R9.6 What a digest covers never depends on a session's time zone or on columns added later.
 *   <li>R9.7 Administrators read the events of their own clinic, and that reading is an event. A
 *       failed sign-in belongs to the clinic of the login that was tried.
 *   <li>R9.8 An event of a list names every patient it showed; who has seen a record is answered
 *       with those lists.
 *   <li>R9.9 An anchor that was removed or thinned is found, and a started server never fills an
 *       empty one with old links: an operator says from which link another anchor begins.
 *   <li>R9.11 Whoever is signed in and asks for a page they have no right to, or for a record their
 *       clinic does not have, is named in an event with the page and the ids.
 * </ul>
 *
 * <p>Within the seconds before an event is sealed, whoever owns the database can still change it
 * unseen; and nobody can tell a false event written through the front door from a true one. Out of
 * scope: keeping the anchor safe, which is the business of the machine that holds it.
 */
package org.pacegate.service.audit;
