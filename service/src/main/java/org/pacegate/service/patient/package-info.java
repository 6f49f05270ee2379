/**
 * Finding patients and reading their records.
 *
 * <ul>
 *   <li>R2.4 A list is read straight into read records, paged, with its true total.
 *   <li>R2.5 Every read of a patient's record is in the audit, or nothing is shown.
 *   <li>R2.6 The timeline shows everything that was recorded, with who and when.
 * </ul>
 */
package org.pacegate.service.patient;
