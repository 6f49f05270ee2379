package org.pacegate.service.intake;

import org.pacegate.domain.patient.Language;

/**
 * The exact text that a consent is given to.
 *
 * @param hash SHA-256 of the text in UTF-8, hexadecimal
 */
public record ConsentText(String version, Language language, String text, String hash) {}
