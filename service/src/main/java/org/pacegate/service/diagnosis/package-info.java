/**
 * The physician's desk: reading the intake, signing, revising and ending diagnoses.
 *
 * <ul>
 *   <li>R6.6 A signature asks for the signer's password again.
 *   <li>R6.7 A second signature with the same key records nothing and gives the first one's result;
 *       with other content it is refused and what was typed stays.
 *   <li>R6.8 A code is taken from the curated list as it is valid that day.
 * </ul>
 */
package org.pacegate.service.diagnosis;
