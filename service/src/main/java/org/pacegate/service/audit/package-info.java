/**
 * The audit: events in the business transaction, sealed into a chain, anchored outside, verified.
 *
 * <ul>
 *   <li>R9.1 Every read of a patient's record and every change writes an event that commits or
 *       fails with it.
 *   <li>R9.2 The application can add events and do nothing else with them.
 * </ul>
 */
package org.pacegate.service.audit;
