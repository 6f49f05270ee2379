/**
 * Questionnaires as FHIR R4 files: reading them, validating them at the start, and a clinic's own.
 *
 * <ul>
 *   <li>R4.70 A questionnaire is read from FHIR R4 JSON through HAPI FHIR. What cannot be asked as
 *       the file says it (another item type, an initial value, an unknown extension) is a problem
 *       with its place in the file, never left out.
 *   <li>R4.71 Words are read in English and, through FHIR's translation extension, in Spanish.
 *   <li>R4.72 A hostile file costs little: its size is looked at first, then that it is JSON and
 *       not XML, its depth, its length and that no property stands twice; only then is it parsed.
 *   <li>R4.73 Questionnaires and rule sets agree: every question of a rule set is an item with the
 *       same link id, codes and requiredness, and it is enabled exactly when the rule set asks it.
 *   <li>R4.74 What a rule set reads from the record is a hidden item, filled before anybody is
 *       asked.
 *   <li>R4.75 Shipped questionnaires are complete in English and Spanish, and no wording of a
 *       third-party instrument ships.
 * </ul>
 */
package org.pacegate.service.questionnaire;
