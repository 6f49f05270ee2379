/**
 * The treatment plan, and the course of care it belongs to.
 *
 * <ul>
 *   <li>R7.1 A plan is made from the gate's proof of the same transaction and from nothing else.
 *   <li>R7.2 Relative rest is the default; complete rest from impact is for bone stress only, and a
 *       bone-stress diagnosis forbids running.
 *   <li>R7.3 A flag at U0 or U1 locks the episode and suspends the plan at once; any other open
 *       flag suspends it.
 *   <li>R7.4 Clearing the last flag unlocks the episode; a cleared flag cancels the referral its
 *       rule asked for; the plan goes on only by a new proof.
 *   <li>R7.5 Revising or refuting the diagnosis, marking it as entered in error, or a lapse found
 *       in the signer's licence suspends the plan at once and says why.
 *   <li>R7.6 An episode has at most one open plan.
 *   <li>R7.10 A flag's clearance counts only while the licence it was made under stands: when a
 *       lapse is found, flags decided under it since stand again, the plan is suspended and says
 *       why, the referral is asked for again, and a danger locks the episode again.
 *   <li>R7.11 A flag at U0 or U1 that stands in any episode of the patient which nobody else has
 *       taken over keeps the gate shut in all of them and suspends their plans; the refusal says
 *       where it stands.
 *   <li>R7.12 Nobody is discharged or given up as lost while a red flag stands or somebody outside
 *       is asked; a transfer with a flag, or with a referral at U0 or U1, says to whom the danger
 *       is handed over, and cancels the open referrals.
 *   <li>R7.13 Every step of a plan is kept with who, when and why.
 *   <li>R7.60 A plan begins at most 90 days after it was written.
 * </ul>
 *
 * <p>Out of scope in this version: stages of the return to running, versions of a plan, check-ins.
 */
package org.pacegate.domain.plan;
