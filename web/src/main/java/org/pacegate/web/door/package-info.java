/**
 * The pages behind a runner's door.
 *
 * <ul>
 *   <li>R4.120 One thing a page, in the order of the desk's form; a known runner is asked only what
 *       may have changed. Whoever comes back goes on at the first page without an answer.
 *   <li>R4.121 Everything works without script, each page with its look below 100 kB, in English
 *       and Spanish.
 *   <li>R4.122 Looking at an address changes nothing; the token leaves the address when it has
 *       opened the door.
 *   <li>R4.123 Each page is kept when it is sent. What is wrong on it is said above it, with a link
 *       to the field.
 *   <li>R4.124 A dangerous answer shows the safety text at once, above whatever is asked next, and
 *       again when the answers were sent.
 *   <li>R4.125 Whatever is wrong with a link, a code or a birth date, the answer is the same.
 *   <li>R4.126 A link is shown once, with a picture for a camera, on a page made for paper, in the
 *       language that the runner reads.
 *   <li>R4.128 Whoever leaves closes the door behind them. What was typed on a page that had closed
 *       meanwhile is kept on the device and saved when the door is opened again.
 *   <li>R4.127 Whoever signs types their name in full under the text of the page, and for a runner
 *       under 16 says who they are. The record keeps the words that the runner read.
 * </ul>
 */
package org.pacegate.web.door;
