/**
 * The intake desk: the list of unfinished intakes and the five steps of one, saved as they are
 * typed.
 *
 * <ol>
 *   <li>R4.9 When something is typed, it is on record within a second; each field on its own, so
 *       that two tabs do not undo one another.
 *   <li>R4.10 When a step is left with a problem, the problem is shown once and the person may go
 *       on; only submitting refuses, and lists every problem by step with a link to its field.
 *   <li>R4.11 When the typed person resembles a record, the record is offered beside the form; it
 *       warns and never blocks.
 *   <li>R4.12 When an answer is dangerous, the page says at once what to do, with the rule's words
 *       and source and the text for the patient. From U1 on the questions can be stopped there,
 *       whatever else is missing or cannot be read.
 *   <li>R4.13 When a question depends on an answer, it appears below it, and neither focus nor
 *       typed text is lost.
 *   <li>R4.14 When an intake is on record already, every tab of it leads to its result.
 *   <li>R4.15 Everything works from the keyboard; Enter continues and never submits.
 *   <li>R4.24 When somebody else changed a field since this page showed it, the page shows both
 *       values with who typed the other one, and asks which stands; everything else is saved.
 *   <li>R4.22 Text that the browser keeps belongs to the account that typed it; it is gone at
 *       sign-out and when somebody else signs in.
 *   <li>R4.23 When the server has forgotten a page, the page comes back by itself with everything
 *       that was typed.
 *   <li>R4.44 When the region was changed, the page says at once which answers do not count any
 *       more and that a danger among them stands.
 *   <li>R4.45 When another tab changed the region, a page of questions says that others apply; what
 *       is answered on it is kept.
 *   <li>R4.93 A consent is signed with the name in full, or by hand with a finger, a pen or the
 *       mouse; without script, and by keyboard alone, the name is enough. Another text is signed
 *       anew.
 *   <li>R4.94 A submitted intake shows what was kept of it, with hashes and the PDF; a PDF that is
 *       not what was kept is not shown.
 *   <li>R4.95 A correction shows the answer before and after side by side. After a correction of a
 *       safety question the page says that the screening has not changed, and offers another one.
 *   <li>R4.111 Where desk and runner said different things, the page shows both with who and when,
 *       and asks which one stands.
 *   <li>R4.194 The page of a submitted intake, and the diagnosis beside its answers, say of each
 *       who gave it at which door and when, and who corrected it; what doors answered differently
 *       stands side by side. A physician or therapist confirms an answer or a part by one click,
 *       and the answer says by whom and when.
 *   <li>R4.112 What a runner sent is read with the door of each answer and with possible matches,
 *       and taken into a record or rejected.
 *   <li>R4.176 What a known patient may keep of last time stands beside its question with the day,
 *       nothing is chosen by it, and one press keeps it with everything else that was typed. "All
 *       No" leaves it open. Where a runner answered otherwise, the page of what was sent shows
 *       both.
 *   <li>R4.159 The clinic's own forms that apply are a step before the consent. What an answer
 *       calls for appears below it; an answer that cannot be is told at its field.
 * </ol>
 *
 * <p>Out of scope: what a rule means (feature screening), the patient's page (feature patient).
 */
package org.pacegate.web.intake;
