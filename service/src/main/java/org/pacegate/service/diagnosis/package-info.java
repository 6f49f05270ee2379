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
 *       in one statement; of the shipped list within a tenth of a second.
 *   <li>R6.43 A header is shown as one, with the codes below it, and cannot be chosen.
 *   <li>R6.44 A file of codes is tried first: everything wrong with it is said by line, and what it
 *       would add, change and end, which classes of the gate it would change, and with which of its
 *       codes diagnoses stand. Only one without a problem is kept. Each code is given a class of
 *       the gate or keeps the one it has.
 *   <li>R6.49 The class that forbids impact is never taken from a code that has it, or had it in an
 *       earlier edition: neither by a file, nor by a draft of before, nor by SQL.
 *   <li>R6.45 An edition is put in force from a day that lies ahead, can be taken back until then,
 *       and is never changed; who did it is audited. SQL can do no more.
 *   <li>R6.53 Who treats the runner asks a physician to look at a standing diagnosis again, or for
 *       a second opinion of another than its signer, with a reason and a day; one of a kind at a
 *       time.
 *   <li>R6.51 Any physician with a licence answers, the one who was asked or another, and signs
 *       with the password. The diagnosis is changed by a signature on it only; that it is doubted
 *       is shown until then.
 *   <li>R6.52 A review waits on the physicians' worklist until it is answered, taken back by who
 *       asked, or the diagnosis no longer stands.
 *   <li>R6.46 An edition that a clinic has loaded is its own: no other clinic finds it or signs
 *       with it.
 * </ul>
 *
 * <p>Out of scope: two lists in force at one clinic on one day (decision 0025).
 */
package org.pacegate.service.diagnosis;
