/**
 * Finding patients and reading their records.
 *
 * <ul>
 *   <li>R2.4 A list is read straight into read records, paged, with its true total.
 *   <li>R2.5 Every read of a patient's record is in the audit, or nothing is shown.
 *   <li>R2.6 The timeline shows everything that was recorded, with who and when.
 *   <li>R2.30 Among ten thousand patients possible matches find 95 % of people who were typed wrong
 *       and raise a false alarm for fewer than 2 % of strangers, within 100 ms.
 *   <li>R2.31 Every field of a possible match says whether it is the same, similar, different or
 *       not known; names are also compared crosswise and with names given up.
 *   <li>R2.38 The merged record's number finds the survivor, and its page leads there.
 * </ul>
 */
package org.pacegate.service.patient;
