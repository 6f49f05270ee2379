/**
 * Forms as data: what a questionnaire asks, which of it applies, and whether a response to it is
 * complete.
 *
 * <p>A {@link org.pacegate.domain.questionnaire.Questionnaire} is a tree of {@link
 * org.pacegate.domain.questionnaire.Item}s in the words of FHIR R4. A {@link
 * org.pacegate.domain.questionnaire.Response} holds what was answered.
 *
 * <ul>
 *   <li>R4.50 When a questionnaire is malformed, it cannot be constructed, and every flaw is named
 *       with its item: link ids twice, a condition on an unknown item, on the item itself, on
 *       something below it, in a circle or with the wrong kind of answer, a range upside down, too
 *       deep, too many items, text that is too long or holds markup.
 *   <li>R4.51 An item is enabled when its conditions hold (all or any of them, with FHIR R4's
 *       operators) and everything it stands in is enabled.
 *   <li>R4.52 When an item is not enabled, its answer counts as absent for every other item. The
 *       order of items and of answers changes nothing.
 *   <li>R4.53 When a question has no answer, only {@code exists} false and {@code !=} hold for it:
 *       absent is never equal, greater or less. "Not sure" is an answer that equals no value.
 *   <li>R4.54 When a change would disable items that have answers, those items are named before it
 *       happens; their answers are not kept.
 *   <li>R4.55 A response is complete when every required item that is asked has an answer, and
 *       valid when no answer is of the wrong kind, not offered, out of range, too long, one too
 *       many or given to something that is not asked. Disabled items are neither asked nor checked.
 *   <li>R4.56 A hidden item is filled from the record and never asked. It still counts for
 *       conditions.
 *   <li>R4.57 A clinic's own questionnaire is loaded as a draft with the reason why the clinic may
 *       use it, put to use, and retired. Its file never changes; a correction is another version.
 *   <li>R4.150 When a clinic's own questionnaire is in use, an administrator says of whom it is
 *       asked: of everybody, or of those with a complaint in chosen regions, and whether again when
 *       an episode is screened again. Each word on it is kept; the last one holds.
 *   <li>R4.151 Kept text is read by the kind of its question. What cannot be read is an answer of
 *       the wrong kind, and nothing was never an answer.
 *   <li>R4.172 Which answers last, because what they say cannot un-happen, is said by the form, for
 *       one option of one choice. "No", "none" and "not sure" never last, nor does anything in a
 *       question that takes several answers or is not asked.
 * </ul>
 *
 * <p>Out of scope: reading files and keeping responses (service), what answers mean (screening),
 * scores, scripts and calculated expressions.
 */
package org.pacegate.domain.questionnaire;
