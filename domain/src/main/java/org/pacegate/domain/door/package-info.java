/**
 * How a runner gets in by themselves: a link to one intake, or a tablet of the clinic.
 *
 * <ul>
 *   <li>R4.104 A link opens one intake, with the birth date, until it expires, is revoked, or was
 *       tried wrongly twenty times. What opens it is kept as hashes only.
 *   <li>R4.195 A link says whether it opens an intake or the second screening of a known episode.
 *   <li>R4.105 The code that resumes on another device has eight characters of which none looks
 *       like another one.
 *   <li>R4.130 A kiosk runs until it is left with its PIN, ended from the desk, or a working day is
 *       over. Its key and its PIN are kept as hashes only.
 *   <li>R4.131 The PIN of a kiosk has four to eight digits that are no row and not all the same.
 * </ul>
 *
 * <p>Out of scope in this version: appointments.
 */
package org.pacegate.domain.door;
