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
 * </ol>
 */
package org.pacegate.web.screening;
