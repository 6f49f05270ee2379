/**
 * What every service shares: the transaction's clinic, person and instant, and reading rows.
 *
 * <ul>
 *   <li>R0.4 A service method runs in the clinic of its caller; without one it is refused before it
 *       begins, and the database shows nothing.
 *   <li>R0.5 One instant per transaction; whatever is recorded in it carries that instant.
 *   <li>R0.6 A form's text is kept for its author until it is sent.
 *   <li>R0.12 Text that was never sent is forgotten after sixty days; only forms that this product
 *       has are kept.
 * </ul>
 */
package org.pacegate.service.shared;
