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
 * </ul>
 *
 * <p>Out of scope in this version: the letter, and mail.
 */
package org.pacegate.service.referral;
