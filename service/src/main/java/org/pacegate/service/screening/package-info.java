/**
 * Screening at work: the shipped rule sets.
 *
 * <ul>
 *   <li>R1.20 When a rule-set file has an unknown property or criterion, the same property or id
 *       twice, or lacks a source, reading it fails with the place in the file.
 *   <li>R1.21 When a shipped rule set fails one of its example cases, or a rule lacks one of the
 *       four kinds (met, not met, missing, boundary), the build fails; the server tries the
 *       versions that screenings can still be made with once more and does not start.
 *   <li>R1.22 The rule set follows the body site. Wells' score for a clot is for a clinician, never
 *       for an intake: no site leads to it.
 *   <li>R1.23 New screenings use the newest version; older ones are still read and tried, and an
 *       evaluation names the version that it was made with.
 *   <li>R1.24 Answers from a JSON file are evaluated without a server or a database, and nothing of
 *       them is kept. What cannot be read is refused with its place, never left out.
 *   <li>R1.25 When a danger (U0, U1) rests on an answer that the rule set of another region does
 *       not ask for, it is among that one's findings too: changing the region never lowers the
 *       urgency below it. Other findings of the former region count no more.
 *   <li>R1.50 When a screening begins, it is made with the clinic's thresholds that are in force on
 *       that day for the version of its rule set, and the intake and the result name their version.
 *   <li>R1.51 When other thresholds come into force, what was begun or found before keeps the ones
 *       it was made with. When it turns out that their signer had no licence that day, they never
 *       counted for what begins from then on.
 *   <li>R1.52 When an administrator or a physician drafts thresholds, they are kept only if the
 *       examples of the rule set allow it; a second click with the same form gives the first draft.
 *   <li>R1.53 A draft shows each value beside what holds today, the rules and questions that follow
 *       it and the examples that change their result.
 *   <li>R1.54 When a physician signs a draft, the password is asked again, the examples are tried
 *       again, and drafter and signer are both named. A clinic neither sees nor uses another's.
 *   <li>R1.55 How long a screening counts is drafted and signed in the same way.
 *   <li>R1.102 The deadlines of dangers are drafted and signed in the same way. Until something is
 *       signed, settings of before count, up to the latest that may be signed.
 *   <li>R1.103 The database refuses deadlines outside the bounds, and a flag, an answer or an
 *       escalation with more time than its deadlines give.
 *   <li>R1.104 A clinician answers Wells' rule for a course of care that was screened; all of it is
 *       answered, a second click keeps no second one, and no other role is asked.
 *   <li>R1.56 Every rule in use is told with how often it fired and was confirmed or cleared in the
 *       clinic, in as many statements whatever there is to count.
 *   <li>R1.57 Answers are tried on any version of a rule set and of the clinic's thresholds through
 *       the code of {@code ./run --evaluate}; nothing of them is kept or audited.
 *   <li>R1.60 Clearing or confirming a flag is a signature: the password is asked again, and a
 *       wrong one decides nothing.
 * </ul>
 *
 * <p>{@code low-back-pain} 2 added pain down the leg (section G), the safety net of NG65 and
 * parameters. Version 1 is shipped for the drafts and screenings that were begun with it.
 */
package org.pacegate.service.screening;
