/**
 * Finding patients, a patient's page, and two records of one person.
 *
 * <ul>
 *   <li>R2.50 A possible match says its reason for every field in words; it warns and never blocks.
 *   <li>R2.51 Two records stand side by side; whoever merges them chooses what stands for every
 *       field that differs, and decides every complaint that both have open at one place.
 *   <li>R2.52 The other record is found by likeness or by its number.
 *   <li>R2.53 A patient's page shows previous names and merged records; a merged record's page
 *       leads to the survivor and takes the merge back.
 *   <li>R2.54 A patient's page shows how they are reached and were before; staff record another
 *       phone or e-mail.
 * </ul>
 */
package org.pacegate.web.patient;
