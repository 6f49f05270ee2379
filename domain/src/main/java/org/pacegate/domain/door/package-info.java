/**
 * How a runner gets in by themselves: a link to one intake.
 *
 * <ul>
 *   <li>R4.104 A link opens one intake, with the birth date, until it expires, is revoked, or was
 *       tried wrongly twenty times. What opens it is kept as hashes only.
 *   <li>R4.105 The code that resumes on another device has eight characters of which none looks
 *       like another one.
 * </ul>
 *
 * <p>Out of scope in this version: the kiosk.
 */
package org.pacegate.domain.door;
