/**
 * The professional diagnosis, and the gate that only it opens.
 *
 * <ul>
 *   <li>R6.1 A diagnosis is a code of the curated list and the clinician's own words, with a
 *       certainty that is chosen and never defaulted.
 *   <li>R6.2 A diagnosis is signed under a licence that is the signer's, valid that day, and
 *       admitted by the clinic's policy.
 *   <li>R6.3 A diagnosis is never overwritten: revising, refuting and marking as entered in error
 *       end it with who, when and why. To refute is a judgement and needs a licence as signing
 *       does; authors take back their own slip without one.
 *   <li>R6.4 The gate answers with every failing condition of docs/clinical-basis.md 5.2 and who
 *       can resolve it, and every answer is kept.
 *   <li>R6.5 Measurements carry test, side, value, unit and method, are shown with their reference
 *       band and are never summed.
 *   <li>R6.20 The policy in force on the day of the signature decides whether the signer may; a
 *       later one changes nothing, and the diagnosis and the gate's answer name its version.
 *   <li>R6.21 Without a physician's licence nobody diagnoses while a red flag of the runner stands,
 *       what the policy does not cover, or over a physician's diagnosis, nor the first time where
 *       the policy asks for an earlier diagnosis of a physician.
 *   <li>R6.22 A provisional diagnosis opens the gate only where the policy says so, for at most 14
 *       days, the day of the signature among them.
 *   <li>R6.23 The days of a limit count from the first diagnosis of its kind in the course of care
 *       that carried treatment: signing again does not begin them anew.
 *   <li>R6.24 After its last day a diagnosis no longer opens the gate.
 *   <li>R6.25 When that day has passed, a plan that rests on it is suspended.
 *   <li>R6.26 Who diagnoses and plans does so in two acts, one after the other.
 *   <li>R6.40 A code belongs to an edition, which holds from a day until the next one begins. The
 *       edition in force on the clinic's day of the signature decides, and what was signed keeps
 *       its code, its edition and its words.
 *   <li>R6.41 A header, or a code of an edition that is not in force, never becomes the code of a
 *       diagnosis: not here, not in the service, not by SQL.
 *   <li>R6.50 Whoever doubts a diagnosis that stands asks with a reason, a physician and a day
 *       within 28 days [D]. A second opinion is another physician's than the signer's, the answer
 *       is signed, and nothing but a signature on the diagnosis changes it.
 * </ul>
 *
 * <p>Out of scope: who ends a diagnosis and what follows for the plan (see {@code
 * org.pacegate.domain.plan.CourseOfCare}).
 */
package org.pacegate.domain.diagnosis;
