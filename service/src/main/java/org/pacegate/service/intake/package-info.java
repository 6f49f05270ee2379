/**
 * Taking an intake: entries saved as they are typed, the rules' voice while answers come in, and
 * the one step that turns a draft into a record.
 *
 * <ul>
 *   <li>R4.6 A save takes what changed and returns what the rules say so far.
 *   <li>R4.7 Submitting checks everything and lists every problem by field; nothing is
 *       half-written.
 *   <li>R4.8 An answer at U0 or U1 may stop the conversation, and nothing else that was typed or is
 *       missing holds it up: an unreadable answer counts as not sure, what was not asked is
 *       missing, somebody without a name or birth date is registered as unknown, and what else
 *       cannot be read stays in the intake as it was typed.
 *   <li>R4.20 A consent names the text that was shown when it was given. When the text or its
 *       language is another one by now, it is asked for again.
 *   <li>R4.21 What a stopped intake lacks, consent or who it is, waits on the worklist until it is
 *       recorded.
 *   <li>R4.16 When a field was changed by somebody else since the page showed it, the change is not
 *       saved and both values are returned; what does not conflict is saved. What a page did not
 *       show it cannot take back.
 *   <li>R4.40 The questions are those of the body region in the complaint, of the low back as long
 *       as none is chosen. When the region asks for another rule set, the draft is pinned to the
 *       newest version of it; while it asks for the same, the draft stays with its version.
 *   <li>R4.41 Answers that the present region does not ask for are kept and named, and neither
 *       screened nor checked; they count again when the region does.
 *   <li>R4.42 A danger in such an answer stands: changing the region takes neither the urgency nor
 *       the clock from the draft, and the screening carries it as a flag for a professional. Only
 *       the answer itself can be corrected, where it is asked.
 *   <li>R4.59 When an answer makes another question pass away, the answer to that is named, neither
 *       screened nor checked, and not in the response; it counts again when it is asked again.
 *   <li>R4.43 An episode is screened again with the newest version of its region's rule set.
 *   <li>R4.67 When an intake is submitted or stopped, every question that it asked is kept with its
 *       text as it was shown, its answer, and who recorded that, when and at which door, with the
 *       consent and the signature. The PDF is made once, of exactly this.
 *   <li>R4.97 Content and PDF are given out after they were held against their hash. What does not
 *       match is not given out; that is logged and written into the audit trail.
 *   <li>R4.98 A correction is held against what the page showed and what the question takes; the
 *       same form sent again changes nothing. It changes neither the response nor the screening.
 *   <li>R4.103 What a runner answers at a door of their own never replaces what staff typed: both
 *       stand side by side, each with who and when, until somebody at the desk chooses. Until then
 *       what either of them means counts, and both together, and the intake is not submitted but in
 *       an emergency. The choice can be made anew.
 *   <li>R4.110 What runners send waits in an inbox, the most dangerous first, on the worklist too,
 *       until staff take it into the record of a known or a new patient, or reject it with a
 *       reason. Its clock runs on into the record.
 *   <li>R4.114 What a known runner told about phone and e-mail becomes the record's when the intake
 *       does; what stood before is kept.
 *   <li>R4.113 A danger that the runner told at a door of their own goes into the screening even if
 *       it was taken back or chosen against: it ends with a professional's decision only.
 *   <li>R4.190 Where doors gave different answers to one question, the runner's own two as well,
 *       the last answer of each stands beside the others with who, where and when, and which
 *       stands, before the intake is submitted and after.
 *   <li>R4.191 What any door said about a question that another door answered differently goes into
 *       the screening if it is a danger, whichever answer stands, by whatever choice or change of
 *       mind; and findings of several doors count together.
 *   <li>R4.198 A second screening with a danger whose episode is over meanwhile is taken into a new
 *       episode of the same patient and injury, which the danger locks and which still lacks a
 *       consent. Without a danger it is refused, and can be rejected or discarded.
 *   <li>R4.193 An answer on record says where it was given and by whom, and who corrected and who
 *       confirmed it. A confirmation of what was corrected since the page was drawn is refused; the
 *       same one twice changes nothing.
 *   <li>R4.173 A known patient may keep an answer of the newest intake on record that has one, as
 *       corrected since, if the form says that it lasts, it was asked in the same words and is
 *       asked now. Nothing is filled in: it is shown, and stays open until somebody says that it
 *       still holds, or answers anew.
 *   <li>R4.174 A kept answer is an answer of today: who said that it still holds, when and at which
 *       door stands with it, and when it was answered first, in the record and in the PDF. What is
 *       not that patient's, or is no answer that may be kept any more, stays open; the database
 *       refuses it too.
 *   <li>R4.99 A correction that says a danger begins a second screening in the same step, with what
 *       was answered: a draft whose clock runs, as if it had been typed.
 *   <li>R4.156 The clinic's own forms are answered like the others: kept as typed with door, person
 *       and time, what does not apply neither checked nor in the response, and what a change takes
 *       away named. They are checked when the intake is submitted or sent, and they never reach the
 *       rules.
 *   <li>R4.157 An entry that no own form of the intake asks for, or that is hidden in it, is not
 *       kept.
 * </ul>
 */
package org.pacegate.service.intake;
