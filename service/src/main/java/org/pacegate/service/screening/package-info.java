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
 * </ul>
 *
 * <p>{@code low-back-pain} 2 added pain down the leg (section G), the safety net of NG65 and
 * parameters. Version 1 is shipped for the drafts and screenings that were begun with it.
 */
package org.pacegate.service.screening;
