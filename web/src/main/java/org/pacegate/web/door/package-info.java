/**
 * The pages behind a runner's doors, and those of staff who open them.
 *
 * <ul>
 *   <li>R4.120 One thing a page, in the order of the desk's form; a known runner is asked only what
 *       may have changed. Whoever comes back goes on at the first page without an answer.
 *   <li>R4.197 Who is screened again is asked the screening's questions only, and reads and signs
 *       nothing else; paper and letter say what it is about.
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
 *   <li>R4.127 Whoever signs types their name in full under the text of the page, or signs there by
 *       hand, and for a runner under 16 says who they are. The record keeps the words that the
 *       runner read.
 *   <li>R4.170 With a script a field for signing by hand stands under the name, for a finger, a pen
 *       or the mouse. What comes from it is held against the same rules as at the desk; a picture
 *       is refused in a sentence and not shown again.
 *   <li>R4.175 What a known runner may keep is shown above the choices of its question, none of
 *       which is chosen, with the day; one tap keeps it. Whoever presses Enter keeps nothing.
 *   <li>R4.171 Where it hurts is chosen in a list or pointed at on the body picture, whose places
 *       are labels of the list's choices and need no script. With a script pointing at one of two
 *       sides says the side, too; the page that asks for it shows it.
 *   <li>R4.129 A form says for which intake it was drawn; it writes nothing into another one.
 *   <li>R4.146 A change after which answers are not asked any more is told on the page that
 *       follows, and the last page names them.
 *   <li>R4.147 What was sent and has to be looked at soon is said with what to do until then, and
 *       everybody leaves with the warning signs that must not wait.
 *   <li>R4.140 The browser in front of staff becomes a kiosk: they are signed out there, and it
 *       shows the kiosk's pages. None of them leads out of the door.
 *   <li>R4.141 A kiosk asks for name and birth date and shows no list. Whatever is wrong, it says
 *       to go to the desk.
 *   <li>R4.142 A runner's answers go from the screen by a button, after sending, and after the
 *       clinic's seconds without activity, the last 20 of them counted down in sight; without
 *       script by itself as well. Going back in the browser shows nothing of them.
 *   <li>R4.143 A danger is told at once, with the words to tell the desk.
 *   <li>R4.144 On the tablet a kiosk is left with its PIN and leads to the sign-in page.
 *   <li>R4.145 The desk sees the running kiosks, who was turned away and who is expected, and ends
 *       a kiosk. What somebody was typing then is kept.
 *   <li>R4.160 The clinic's own forms are asked after the others, one question a page, with every
 *       kind of question that they have. What was sent and is not offered, out of range or in
 *       another unit is said at the field, and shown as it was typed.
 * </ul>
 */
package org.pacegate.web.door;
