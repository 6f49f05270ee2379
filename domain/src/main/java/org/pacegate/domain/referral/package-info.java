/**
 * Requests to somebody outside the clinic, and the loop that closes.
 *
 * <ul>
 *   <li>R5.1 A fired rule of U0 to U2 drafts one referral with its urgency, target and due time.
 *   <li>R5.2 A referral that has ended never goes on; it can only be marked as entered in error.
 *   <li>R5.3 An open referral at U0 or U1 keeps the gate shut.
 *   <li>R5.4 A referral takes the steps of docs/clinical-basis.md 5.4 and no others, each by
 *       whoever may take it: staff send what is for today, clinicians the rest; what is for today
 *       is never held; a red one is cancelled or marked as an error by a physician only. Each step
 *       is a row with who, when, from, to and why.
 *   <li>R5.5 A clinician may ask in their own words.
 *   <li>R5.6 One referral is open for each episode, target and reason.
 *   <li>R5.7 Completing needs that the runner was seen, and a result: a diagnosis, a cleared flag,
 *       or that no diagnosis was found. It opens nothing by itself.
 *   <li>R5.8 A higher urgency at the same target, or a diagnosis that was confirmed another way,
 *       supersedes what is open; what a standing flag asks for is superseded by the higher urgency
 *       only, and whom the runner has already seen is waited for.
 *   <li>R5.9 One that is declined, with a reason, is drafted again at once, and the chain is kept.
 *   <li>R5.10 Without an appointment a sent referral expires after its urgency's time; a red one is
 *       drafted again at once, so that it goes on keeping the gate as it did. An emergency never
 *       expires.
 *   <li>R5.11 How it reaches the recipient has states of its own: "delivered" is not "accepted".
 *   <li>R5.12 While a flag stands, what its rule asked for is neither cancelled nor marked as an
 *       error by hand.
 * </ul>
 *
 * <p>Out of scope in this version: the letter, sending it by mail, and the answer as data.
 */
package org.pacegate.domain.referral;
