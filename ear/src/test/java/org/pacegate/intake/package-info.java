/**
 * The desk in a browser: an intake typed, left, taken up again, stopped and recorded, by mouse and
 * by keyboard, in both languages, and the screening's result that comes of it (R4.9 to R4.22, R1.30
 * to R1.33).
 */
package org.pacegate.intake;
