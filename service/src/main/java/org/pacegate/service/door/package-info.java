/**
 * The runner's door: links made by staff, and what a runner can do behind one.
 *
 * <ul>
 *   <li>R4.106 Staff make a link for an unfinished intake, for somebody new or for a known patient;
 *       name and birth date have to be known. It is shown once; a new one takes the place of the
 *       one before, and revoking it puts whoever is behind it out.
 *   <li>R4.107 A link opens with the birth date only. Unknown, expired, revoked and wrongly tried
 *       links get the same answer after the same work, and tries are slowed down for each link and
 *       for each address.
 *   <li>R4.108 Behind a door a runner reads and answers the one intake of the session, and sends
 *       it; the audit names the door and no person of the clinic.
 *   <li>R4.109 An intake is filled in on one device at a time; another one sees nothing of it until
 *       it goes on there, which puts the first one out.
 * </ul>
 */
package org.pacegate.service.door;
