/**
 * The result of a screening as a page, and the words of questions, rules and answers.
 *
 * <ol>
 *   <li>R1.30 When a rule fired, the page says it in plain words, with what was answered, its
 *       source and how well that is read, where it sends the patient and what it forbids.
 *   <li>R1.31 The text for the patient is in the patient's language and always carries the warning
 *       signs of cauda equina; on paper there is nothing but it.
 *   <li>R1.32 The page says until when somebody must have acted, whether that is past, and who took
 *       it over.
 *   <li>R1.33 A physician clears or confirms a flag where it stands, with a reason; anybody else
 *       sees that it waits for one.
 *   <li>R1.70 Every rule in use is told in plain words that are made from its criterion, with the
 *       words of its questions, in both languages.
 *   <li>R1.71 Beside them stand source and evidence, urgency, target, effects, version, whether it
 *       is a proposal, the thresholds it follows, and how often it fired and was confirmed or
 *       cleared in the clinic; nothing leads to a patient.
 *   <li>R1.72 Rules are chosen by rule set and urgency, and printed with all their details.
 *   <li>R1.73 An administrator or a physician drafts thresholds on a page that says what holds
 *       today, and what is refused is said at its field with everything typed kept.
 *   <li>R1.74 A draft shows old and new value, rules, questions and the examples that change.
 *   <li>R1.75 A physician signs it from a day on with the password, after saying that the examples
 *       that change were read.
 *   <li>R1.106 A clinician reaches Wells' rule from the result of a screening; what is left open is
 *       told at its question, with everything answered kept.
 *   <li>R1.76 Answers are tried on any version; a question that does not apply to what was answered
 *       is left out.
 *   <li>R1.77 The result shows status, urgency, fired rules with the answers they used and assumed,
 *       what is open and what is missing.
 *   <li>R1.78 A file of answers may be pasted; what cannot be read is named with its place.
 * </ol>
 */
package org.pacegate.web.screening;
