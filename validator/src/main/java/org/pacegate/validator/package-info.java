/**
 * The HAPI FHIR validator, kept apart from the server by a class loader of its own.
 *
 * <ul>
 *   <li>R4.68 A questionnaire is held against the FHIR R4 definitions by the HAPI validator, with
 *       terminology, and every error is given with its place in the file.
 *   <li>R4.69 It reads nothing but its input and its own jars, and fetches nothing.
 * </ul>
 *
 * <p>Why it is apart: docs/decisions/0013-questionnaires-validated-at-start.md.
 */
package org.pacegate.validator;
