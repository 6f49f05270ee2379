/**
 * The worklist: who waits for what, since when, most dangerous first.
 *
 * <ul>
 *   <li>R8.1 Every open episode that waits for a step appears once, with the step that comes first.
 *   <li>R8.2 The order is urgency, then what nobody has taken over, then the clock, then how long
 *       somebody has waited.
 *   <li>R8.3 Counts are true totals, whatever page is shown.
 *   <li>R8.4 The clock of a danger shows until somebody has decided: until every screening with a
 *       standing flag was taken over, then until the referral is due. A later screening does not
 *       stop it.
 *   <li>R8.5 A diagnosis whose signer's licence turned out to have lapsed waits for a physician,
 *       who signs anew; so does, even after the end, a flag whose clearance fell.
 *   <li>R8.6 The physician's inbox holds every undecided flag at U0 or U1, whatever step comes
 *       first.
 *   <li>R8.7 An unfinished intake with an answer at U0 or U1 appears beside the episodes, with the
 *       clock of its first dangerous answer.
 *   <li>R8.8 A record that an emergency left incomplete waits beside the episode's own step.
 *   <li>R8.9 Who waits for a diagnosis stands in the list of everybody who may make one today: of a
 *       physician, and of a physiotherapist whom a signed policy admits. A provisional diagnosis
 *       that carries treatment waits for none.
 *   <li>R8.30 A row with a danger says which role has to act on it now and until when, which role
 *       had it before, and since when it is overdue.
 *   <li>R8.31 A deadline that passes is escalated once, on whichever server, also after a restart
 *       and after a time in which no server ran; it is audited and in the patient's timeline.
 *   <li>R8.32 An escalated danger leaves the desk's own list and stands in the physician's, and in
 *       the inbox whatever step comes first.
 *   <li>R8.33 An administrator is told how many dangers nobody dealt with, how urgent, since when
 *       and who should have acted, and nothing about a patient.
 *   <li>R8.34 An escalation changes nothing about what a danger holds up: the plan stays suspended,
 *       the episode is not closed and the draft not discarded.
 *   <li>R8.35 Time limits are settings of the clinic; one that is no whole number is not used.
 * </ul>
 */
package org.pacegate.service.worklist;
