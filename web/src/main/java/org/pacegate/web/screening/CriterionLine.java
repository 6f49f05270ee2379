package org.pacegate.web.screening;

/**
 * One line of a criterion in plain words.
 *
 * @param depth how far it stands inside the lines above it, from 0
 */
public record CriterionLine(int depth, String text) {}
