/**
 * The physician's desk: reading the intake, signing, revising and ending diagnoses.
 *
 * <ul>
 *   <li>R6.6 A signature asks for the signer's password again.
 *   <li>R6.7 A second signature with the same key records nothing and gives the first one's result;
 *       with other content it is refused and what was typed stays.
 *   <li>R6.8 A code is taken from the curated list as it is valid that day.
 *   <li>R6.42 A code is found by its letters with or without the dot, by words and by what people
 *       call it, in both languages, and if nothing fits, by what is spelled nearly so; best first,
 *       in one statement, within a tenth of a second.
 *   <li>R6.43 A header is shown as one, with the codes below it, and cannot be chosen.
 * </ul>
 */
package org.pacegate.service.diagnosis;
