/**
 * Two clinics to try the product in: invented people, runners in every state, months of history,
 * dates relative to the day they are loaded.
 *
 * <p>Scripts (one file a clinic, under {@code /demonstration}) say who works there and what runners
 * complain of; {@link org.pacegate.service.demonstration.Story} says what happens to them; {@link
 * org.pacegate.service.demonstration.Course} lets it happen by the domain's own verbs, so that the
 * demonstration can hold nothing that the product would refuse.
 *
 * <ul>
 *   <li>R10.1 The demonstration is loaded into a database without any clinic, when {@code
 *       PACEGATE_DEMONSTRATION} is {@code true}: all of it or nothing.
 *   <li>R10.2 Its clinics are marked as demonstration, and its accounts exist only where it was
 *       loaded.
 *   <li>R10.3 Two loads at the same instant give the same data, ids aside.
 *   <li>R10.4 Twelve people hold all six roles; 150 runners stand in every state of an episode.
 *   <li>R10.5 Whatever it holds was made by the rules, the gate and the course of care.
 * </ul>
 *
 * <p>Out of scope: the label on the pages, which follows the clinic's mark.
 */
package org.pacegate.service.demonstration;
