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
 *   <li>R5.6 One referral waits for each episode, target and reason; somebody who was seen before
 *       the danger was told again is asked for once more.
 *   <li>R5.7 Completing needs that the runner was seen, and a result: a diagnosis, a cleared flag,
 *       or that no diagnosis was found. It opens nothing by itself.
 *   <li>R5.8 A rule's higher urgency at the same target supersedes what waits there. A diagnosis
 *       that is confirmed another way supersedes a routine referral without an appointment, and
 *       nothing else: what is red ends by an answer, by the flag, or by a physician's hand.
 *   <li>R5.9 One that is declined, with a reason, is drafted again at once, and the chain is kept.
 *   <li>R5.10 Without an appointment a sent referral expires after its urgency's time; a red one is
 *       drafted again at once, so that it goes on keeping the gate as it did. An emergency never
 *       expires.
 *   <li>R5.11 How it reaches the recipient has states of its own: "delivered" is not "accepted".
 *   <li>R5.12 While a flag stands, what its rule asked for is neither held, cancelled nor marked as
 *       an error by hand.
 *   <li>R5.13 A referral at U0 or U1 can be made at any time; it suspends the plan.
 *   <li>R5.14 A flag of U0 to U2 stands only with somebody who is asked, or who has seen the runner
 *       since: when a clearance or an answer taken back leaves nobody, it is asked for again. So is
 *       a clinician's own question whose place a rule's had taken that was cleared.
 *   <li>R5.15 Until the runner is seen, a clinician redirects a referral to another target, or
 *       makes it more urgent; it keeps its cause and its question, and never becomes less urgent.
 *   <li>R5.16 An appointment that was at once is recorded afterwards, back to the sending.
 *   <li>R5.50 Somebody in the directory has a name, what they may be asked for, and one way at
 *       least to reach them; a retired one is asked no longer and stays named where they were.
 *   <li>R5.51 A referral is sent to somebody of the directory who serves its target, or to somebody
 *       who is not in it; whom it went to never changes.
 *   <li>R5.52 For each target one at most is asked first.
 *   <li>R5.60 What the sender writes into the letter, the question, the findings and what the
 *       runner was told, has 1,000 characters each and never changes once the referral is sent.
 *   <li>R5.61 Each sent referral has one letter: content and PDF with the hash of each, written in
 *       the transaction that sends, by whoever sends, and never changed or deleted.
 * </ul>
 *
 * <p>Out of scope in this version: sending the letter by mail, and the answer as data.
 */
package org.pacegate.domain.referral;
