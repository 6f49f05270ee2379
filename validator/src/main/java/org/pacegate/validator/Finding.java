package org.pacegate.validator;

/**
 * One error of a questionnaire.
 *
 * @param place where in the file, such as {@code Questionnaire.item[0].type}
 * @param problem what HAPI says
 */
record Finding(String place, String problem) {}
