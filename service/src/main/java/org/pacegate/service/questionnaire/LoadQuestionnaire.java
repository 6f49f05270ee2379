package org.pacegate.service.questionnaire;

/**
 * A file to keep as a draft.
 *
 * @param file FHIR R4 JSON
 * @param licence why the clinic may use it
 */
public record LoadQuestionnaire(byte[] file, String licence) {}
