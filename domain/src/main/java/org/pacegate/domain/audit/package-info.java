/**
 * The words of the audit: what can be done to a record.
 *
 * <ul>
 *   <li>R9.10 What was done to a record or an account has one word of a closed list.
 * </ul>
 *
 * <p>Out of scope: events are written, sealed and verified by {@code org.pacegate.service.audit}.
 */
package org.pacegate.domain.audit;
