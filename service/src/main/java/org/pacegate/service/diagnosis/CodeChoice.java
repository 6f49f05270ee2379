package org.pacegate.service.diagnosis;

/** A code of the curated list, with its words in both languages. */
public record CodeChoice(
    String system,
    String code,
    String edition,
    String labelEn,
    String labelEs,
    boolean boneStress) {}
