/**
 * The HAPI FHIR validator as a short-lived process beside the server.
 *
 * <ul>
 *   <li>R4.68 A questionnaire is held against the FHIR R4 definitions by the HAPI validator, with
 *       terminology, and every error is given with its place in the file.
 *   <li>R4.69 The process reads nothing but its input and its own jars, and fetches nothing.
 * </ul>
 *
 * <p>Why it is not in the server: docs/decisions/0013-questionnaires-validated-at-start.md.
 */
package org.pacegate.validator;
