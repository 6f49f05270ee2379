/**
 * Makes a PDF of a kept response or a letter: of its JSON and of nothing else, so that both say the
 * same.
 *
 * <ul>
 *   <li>R4.65 Everything asked stands in the PDF with its text and its answer, whatever was typed:
 *       long words are broken, what has no glyph is named by its code point, and markup is text.
 *   <li>R4.66 Rendering reads no file and opens no connection, whatever the content says.
 *   <li>R5.66 A letter is tagged and titled in its language, fits on one page unless there is much
 *       to say, and is cut between its parts only; the form to answer on is never cut.
 *   <li>R5.67 The same letter rendered again is the same bytes.
 * </ul>
 *
 * <p>Out of scope: what is asked and kept (features intake and referral), joined Arabic letter
 * forms.
 */
package org.pacegate.service.pdf;
