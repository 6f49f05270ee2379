/**
 * The physician's pages: who waits for a decision, and the desk where the intake lies beside the
 * diagnosis; and the administrator's page of the editions of codes.
 *
 * <ul>
 *   <li>R6.9 What waits for a physician is listed most dangerous first, with true totals.
 *   <li>R6.10 Flags stand before the diagnosis; each is cleared or confirmed with a reason.
 *   <li>R6.11 A measurement is shown with its reference band as soon as it is typed, or with the
 *       sentence that there is no reference; measurements are never summed.
 *   <li>R6.12 The certainty is chosen; no page chooses it.
 *   <li>R6.13 What is typed is kept for its author as it is typed, but never a password.
 *   <li>R6.14 A refused signature leaves everything typed in its field.
 *   <li>R6.15 A therapist reads the page and signs nothing, unless a signed policy admits their
 *       licence.
 *   <li>R6.47 An administrator sees every edition with its days and its state. A file is checked
 *       first, and only one without problems can be kept; the report stands on the page.
 *   <li>R6.48 A draft is given its first day, and taken back until it begins.
 *   <li>R6.27 The last day on which a diagnosis carries treatment stands beside it and on the plan
 *       page.
 *   <li>R6.28 Administrators, physicians and therapists read every policy; an administrator drafts
 *       one on a page that says what holds today, and a physician signs it on a page that says all
 *       of it.
 * </ul>
 *
 * <p>Out of scope: what a signature does (see {@code org.pacegate.service.diagnosis}).
 */
package org.pacegate.web.diagnosis;
