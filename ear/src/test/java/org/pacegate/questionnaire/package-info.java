/** The administrators' pages about questionnaires in a browser (R4.77 to R4.79, R4.90 to R4.92). */
package org.pacegate.questionnaire;
