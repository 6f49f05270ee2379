/**
 * The administrators' pages about questionnaires.
 *
 * <ul>
 *   <li>R4.90 The list shows every version, shipped and own, with its state. A file is checked
 *       first, and only one without problems can be kept; the report stands on the page, nothing is
 *       stored.
 *   <li>R4.91 A version is shown item by item in both languages. Typed sample answers show at once
 *       what would be asked, what is missing, and which answers a change would remove; nothing of
 *       it is kept.
 *   <li>R4.92 A draft is put to use or retired from its page, with the reason why the clinic may
 *       use it in sight.
 *   <li>R4.158 Whoever puts a draft to use says on its page of whom it is asked; what was said of
 *       the version before is there already, and can be said anew while it is in use.
 *   <li>R4.96 The words of a question, its help and its options stand in its form and nowhere else;
 *       a page shows those of the version that its intake is asked from.
 * </ul>
 *
 * <p>Out of scope: asking a form of a patient, which the features {@code intake} and {@code door}
 * do.
 */
package org.pacegate.web.questionnaire;
