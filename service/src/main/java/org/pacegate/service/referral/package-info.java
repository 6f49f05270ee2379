/**
 * Referrals at work: asking somebody outside, and following what becomes of it.
 *
 * <ul>
 *   <li>R5.20 A step is taken on the version that was shown, once for each form; it is audited in
 *       the same transaction, and so is what is drafted in its place. The same form again takes
 *       none; with other content it is refused.
 *   <li>R5.21 A referral whose time ran out ends once, on whichever server, also after a restart
 *       and after a time in which no server ran.
 *   <li>R5.22 What is for today stands first in the list of open referrals, then what is about to
 *       break the loop: not sent, not delivered, no answer, no appointment, one that is too late or
 *       was missed, no result, on hold beyond its time, a question that a later diagnosis may have
 *       answered. How many that are is told on the worklist.
 *   <li>R5.24 The directory is kept by an administrator and read by everybody who refers; each
 *       change of it is audited. It says how many days half of the clinic's own runners waited
 *       there.
 *   <li>R5.25 Whoever sends chooses among those who serve the target, who is asked first at the
 *       top.
 *   <li>R5.53 Of a year's referrals it is told by target how many came back with a result, half of
 *       them came to the next step within how many days, and why some were declined; times are
 *       those of the steps.
 *   <li>R5.23 Every step is in the patient's timeline.
 *   <li>R5.62 What is previewed is what is sent: both are written from the record in the same way,
 *       byte for byte while nothing changes, in the recipient's language or the chosen one. Whoever
 *       may send may preview.
 *   <li>R5.63 A letter says who is asked by whom about whom, what is asked and why, how urgent it
 *       is and by when; the danger signs that were found, those that were asked and not found, and
 *       those that nobody knows; complaint, findings with units, running, what the runner was told,
 *       and how to answer.
 *   <li>R5.64 Sending keeps the letter in its transaction; a later change of the record changes
 *       nothing in it. What was superseded before it was sent has none.
 *   <li>R5.65 Whoever may see the referral may open the letter that was sent; each opening, and
 *       each preview, is audited. A letter that is not what was sent is not given out.
 * </ul>
 *
 * <p>Out of scope in this version: sending the letter by mail, and the answer as data.
 */
package org.pacegate.service.referral;
