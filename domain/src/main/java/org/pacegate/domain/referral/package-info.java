/**
 * Requests to somebody outside the clinic.
 *
 * <ul>
 *   <li>R5.1 A fired rule of U0 to U2 drafts one referral with its urgency, target and due time.
 *   <li>R5.2 A referral is closed with an outcome by somebody, once.
 *   <li>R5.3 An open referral at U0 or U1 keeps the gate shut.
 * </ul>
 *
 * <p>Out of scope in this version: delivery, acceptance and the answer as data.
 */
package org.pacegate.domain.referral;
