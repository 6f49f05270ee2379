/**
 * Questionnaires as FHIR R4 files: reading them, validating them at the start, and a clinic's own.
 *
 * <ul>
 *   <li>R4.70 A questionnaire is read from FHIR R4 JSON through HAPI FHIR. What cannot be asked as
 *       the file says it (another item type, an initial value, an unknown extension) is a problem
 *       with its place in the file, never left out.
 *   <li>R4.71 Words are read in English and, through FHIR's translation extension, in Spanish.
 *   <li>R4.72 A hostile file costs little: its size is looked at first, then that it is JSON and
 *       not XML, its depth, its length and that no property stands twice; only then is it parsed.
 *   <li>R4.73 Questionnaires and rule sets agree: every question of a rule set is an item with the
 *       same link id, codes and requiredness, and it is enabled exactly when the rule set asks it.
 *   <li>R4.74 What a rule set reads from the record is a hidden item, filled before anybody is
 *       asked.
 *   <li>R4.75 Shipped questionnaires are complete in English and Spanish, and no wording of a
 *       third-party instrument ships.
 *   <li>R4.76 At the start every shipped file is read, and validated by HAPI unless this exact file
 *       was found valid by this validator before. Until then, and when one is malformed, the server
 *       is not ready and says which file and why; there is nothing to ask from.
 *   <li>R4.77 An administrator's file is checked without storing anything: every problem with its
 *       place, the items by kind, and what differs from the version before.
 *   <li>R4.78 A file without problems is kept as a draft with the reason why the clinic may use it,
 *       put to use (the version before is retired) and retired. A version is never changed and
 *       stays open for what was answered to it. A clinic cannot replace a shipped form. Each step
 *       is in the audit.
 *   <li>R4.154 Whoever puts a version to use says of whom it is asked, and can say it anew while it
 *       is in use. What nobody said this of is asked of nobody. Each word is in the audit.
 *   <li>R4.155 The versions in use with the last word on each are what a new intake is pinned to; a
 *       file is read once for all intakes that ask it.
 *   <li>R4.79 Any version can be tried with a sample patient's answers: what would be asked, what a
 *       change removes and what is missing. Nothing of it is kept.
 * </ul>
 *
 * <p>Out of scope: which form an intake is asked from, and its answers (intake); what answers mean
 * (screening).
 */
package org.pacegate.service.questionnaire;
