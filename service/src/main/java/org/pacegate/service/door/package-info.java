/**
 * The runner's doors: links made by staff, tablets of the clinic, and what a runner can do behind
 * one.
 *
 * <ul>
 *   <li>R4.106 Staff make a link for an unfinished intake, for somebody new or for a known patient;
 *       name and birth date have to be known. It is shown once; a new one takes the place of the
 *       one before, and revoking it puts whoever is behind it out.
 *   <li>R4.196 The second screening of a known episode goes out by the same link, stands on the
 *       kiosk's list and lands in the inbox like any other, and is taken into that episode only.
 *       Its danger counts at once. When care has ended, its door is closed.
 *   <li>R4.107 A link opens with the birth date only. Unknown, expired, revoked and wrongly tried
 *       links get the same answer after the same work, and tries are slowed down for each link and
 *       for each address.
 *   <li>R4.108 Behind a door a runner reads and answers the one intake of the session, and sends
 *       it; the audit names the door and no person of the clinic.
 *   <li>R4.109 An intake is filled in on one device at a time; another one sees nothing of it until
 *       it goes on there, which puts the first one out.
 *   <li>R4.132 Staff and administrators begin a kiosk with a name, a PIN and their own password,
 *       see those that run and whom they turned away, and end one from the desk without its PIN.
 *   <li>R4.133 On the tablet a kiosk is left with its PIN. Wrong ones wait longer and longer, for
 *       this kiosk only.
 *   <li>R4.134 A kiosk opens the one intake expected today that fits name and birth date. Whatever
 *       is wrong, the answer is the same; the desk sees that somebody was turned away, never what
 *       they typed.
 *   <li>R4.135 Staff say who is expected today: an unfinished intake, somebody new or a known
 *       patient.
 *   <li>R4.136 At a kiosk a runner's session ends with the next one's, by a wipe, or after the
 *       clinic's seconds without activity. What was saved stays, and what is on its way while the
 *       kiosk ends is kept.
 * </ul>
 */
package org.pacegate.service.door;
