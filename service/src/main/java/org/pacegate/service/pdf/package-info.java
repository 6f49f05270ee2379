/**
 * Makes a PDF of a kept response: of its JSON and of nothing else, so that both say the same.
 *
 * <ul>
 *   <li>R4.65 Everything asked stands in the PDF with its text and its answer, whatever was typed:
 *       long words are broken, what has no glyph is named by its code point, and markup is text.
 *   <li>R4.66 Rendering reads no file and opens no connection, whatever the content says.
 * </ul>
 *
 * <p>Out of scope: what is asked and kept (feature intake), joined Arabic letter forms.
 */
package org.pacegate.service.pdf;
