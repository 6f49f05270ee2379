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
 *   <li>R2.3 A possible match warns with its reasons (name similarity, birth date, also with day
 *       and month swapped, phone); it never blocks.
 * </ul>
 *
 * <p>Out of scope: merging two records of one person.
 */
package org.pacegate.domain.patient;
