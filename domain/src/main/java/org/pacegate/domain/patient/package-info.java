/**
 * Who the runners are.
 *
 * <ul>
 *   <li>R2.1 A patient has a family and a given name, a birth date that can be, and a record
 *       number.
 *   <li>R2.2 A birth date in the future or more than 120 years ago is refused.
 *   <li>R2.10 Somebody registered in an emergency may lack names and birth date; an unknown birth
 *       date gives no age. They are added once, when they are known.
 *   <li>R2.60 What the record said before somebody was identified stays on record, with who was
 *       told and when, and shows in the timeline.
 *   <li>R2.62 A phone or e-mail that somebody gives anew stands from then on; the one before stays
 *       on record with until when, who changed it and the intake that told it. What a merge chooses
 *       between is kept with the merge.
 *   <li>R2.3 A possible match warns with its reasons; it never blocks.
 *   <li>R2.11 A name that somebody gave up, or that was taken down wrong, stays on record with who,
 *       when and why, and they are still found by it.
 *   <li>R2.14 Two records of one person become one: for each field somebody chooses whose value
 *       stands. The merged record stays and leads to the other; a record is merged once.
 *   <li>R2.16 Courses of care that both records have open at one region and side are each decided:
 *       kept, or closed because another one goes on for the same complaint. None is closed with a
 *       red flag or an open plan.
 *   <li>R2.18 A merge is taken back by another record, the newest first.
 * </ul>
 *
 * <p>Out of scope in this version: addresses, photographs, insurance, several records made one at
 * once.
 */
package org.pacegate.domain.patient;
