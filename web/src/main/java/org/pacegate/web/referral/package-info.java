/**
 * The pages of referrals: the loop of one, those that are open, and asking.
 *
 * <ul>
 *   <li>R5.40 The page of a referral shows its loop as a line of steps with their dates, what may
 *       be done next by whoever looks, and everything that was done.
 *   <li>R5.41 A step asks for its reason, appointment or result; what was typed stays when it is
 *       refused, and somebody else's step in between is reported.
 *   <li>R5.42 The list of open referrals begins with what is for today, then those that somebody
 *       has to see to, says why, and links to each; the worklist leads there and says how many.
 *   <li>R5.43 An administrator keeps the directory; whoever sends a referral sees who is asked
 *       first and how long one waits, and the page says whom it went to and how to reach them.
 *   <li>R5.68 Whoever sends writes what the record does not know, in the form of sending, and looks
 *       at the letter before; nothing typed is lost. The page of a sent referral opens its letter.
 * </ul>
 *
 * <p>Out of scope: which step is legal (see {@code org.pacegate.domain.referral}).
 */
package org.pacegate.web.referral;
