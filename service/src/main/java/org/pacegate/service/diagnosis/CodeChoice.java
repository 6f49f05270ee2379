package org.pacegate.service.diagnosis;

/**
 * A code of the edition in force, with its words in both languages.
 *
 * @param billable false for a header, which nobody can choose
 */
public record CodeChoice(
    String system,
    String code,
    String edition,
    String labelEn,
    String labelEs,
    boolean billable,
    boolean boneStress) {}
