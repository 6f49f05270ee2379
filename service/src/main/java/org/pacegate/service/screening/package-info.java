/**
 * Screening at work: the shipped rule sets.
 *
 * <ul>
 *   <li>R1.20 When a rule-set file has an unknown property or criterion, the same property or id
 *       twice, or lacks a source, reading it fails with the place in the file.
 *   <li>R1.21 When a shipped rule set fails one of its example cases, or a rule lacks one of the
 *       four kinds (met, not met, missing, boundary), the build fails; the server tries the
 *       versions that screenings are made with once more and does not start.
 *   <li>R1.22 The rule set follows the body site. Wells' score for a clot is for a clinician, never
 *       for an intake: no site leads to it.
 *   <li>R1.23 A version can be shipped, read and tried before new screenings use it; an evaluation
 *       names the version that it was made with.
 *   <li>R1.24 Answers from a JSON file are evaluated without a server or a database, and nothing of
 *       them is kept. What cannot be read is refused with its place, never left out.
 *   <li>R1.60 Clearing or confirming a flag is a signature: the password is asked again, and a
 *       wrong one decides nothing.
 * </ul>
 *
 * <p>{@code low-back-pain} 2 adds pain down the leg (section G), the safety net of NG65 and
 * parameters. New screenings still use version 1: the pages could ask version 2 as they are, but
 * the example clinic and the journeys in the browser answer the questions of version 1, and intakes
 * do not choose a rule set by site yet. They change together, with the rewritten intake; then
 * version 2 leaves the list of exceptions in {@code ShippedRuleSets}.
 */
package org.pacegate.service.screening;
