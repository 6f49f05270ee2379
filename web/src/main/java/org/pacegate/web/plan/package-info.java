/**
 * The plan page: every reason why the gate is shut, the plan's form, the sheet the runner takes
 * home, and the ways a course of care goes on.
 *
 * <ul>
 *   <li>R7.50 While the gate is shut every refusal stands in plain words with its condition, who
 *       can resolve it and the way there, and no form is offered.
 *   <li>R7.51 A form that was opened before the gate shut is sent to the gate, which refuses and
 *       records it; what was typed stays.
 *   <li>R7.52 Complete rest from impact is offered for bone stress only.
 *   <li>R7.53 The sheet and the words a new plan begins with are in the runner's language.
 *   <li>R7.54 Holding, discharging, transferring and closing ask for a reason and say what follows.
 * </ul>
 *
 * <p>Out of scope: the gate itself (see {@code org.pacegate.domain.diagnosis}).
 */
package org.pacegate.web.plan;
