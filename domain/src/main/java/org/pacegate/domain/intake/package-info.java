/**
 * The conversation at the desk, and at the doors where runners answer by themselves.
 *
 * <ul>
 *   <li>R4.1 What is typed is saved as it comes; leaving and coming back loses nothing.
 *   <li>R4.2 An intake stays with the version of the rule set it was started on, unless its body
 *       region comes to ask for another rule set.
 *   <li>R4.3 A submitted intake never changes; a second submission with the same key gives the
 *       first one's result.
 *   <li>R4.4 A consent names the exact text that was shown, by version, language and hash.
 *   <li>R4.5 A known episode can be screened again without asking for the person and the complaint.
 *   <li>R4.17 When an answer so far is at U0 or U1, the draft says since when and until when
 *       somebody must act. The clock runs from the first such answer; a worse one only shortens it,
 *       and taking the answer back does not stop it.
 *   <li>R4.18 A draft with such an answer is not discarded. Once the answer was taken back, a
 *       professional may dismiss the draft under a licence, with a reason.
 *   <li>R4.19 An intake that was stopped without a consent, or without knowing who it is, says so,
 *       and takes both later; nothing else of it changes.
 *   <li>R4.25 A draft with an answer at U0 or U1 stays with the patient it is known to be of; who
 *       it is can be said as long as nobody was.
 *   <li>R4.58 An intake stays with the versions of the forms that it was begun with, unless its
 *       body region comes to ask another one.
 *   <li>R4.60 An intake is submitted with a consent that somebody signed: with the name in full, or
 *       by hand. Only an emergency goes before it, and a second screening of a known episode, to
 *       which the consent of its first intake applies.
 *   <li>R4.61 What is signed by hand is kept as the way of the pen, within bounds: 60 strokes,
 *       1,500 points. A picture is no signature, nor is a dot.
 *   <li>R4.62 For a runner under 16 somebody else signs, and says their name and who they are.
 *   <li>R4.63 What was asked and answered is kept with the submission, with the PDF made of it and
 *       the hash of each. It never changes, and what is not what was kept is not given out.
 *   <li>R4.64 An answer of a submitted intake is corrected by an amendment: old value, new value,
 *       reason, who and when. It changes neither the response nor the screening.
 *   <li>R4.192 A physician or therapist confirms an answer of a submitted intake as it stands,
 *       once. It brings no other value; after a correction the answer may be confirmed anew.
 *   <li>R4.100 Every answer says at which door it was given, when, and by whom of the clinic; at a
 *       door of the runner's own nobody of the clinic is named.
 *   <li>R4.101 What a runner sent is received: its answers stay as they are, and staff take it into
 *       a record or reject it with a reason. One with a danger is not rejected.
 *   <li>R4.102 An unfinished intake says how many of the things asked have an answer, and at which
 *       door it was last worked on.
 *   <li>R4.152 An intake asks the clinic's own forms that were in use when it began, each in the
 *       version and of the region that was said then, as a step after the others. There is no such
 *       step when none applies.
 * </ul>
 *
 * <p>Out of scope: how a runner gets in, which is the feature {@code door}.
 */
package org.pacegate.domain.intake;
