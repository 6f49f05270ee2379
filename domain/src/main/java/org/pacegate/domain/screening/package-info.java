/**
 * Screening: which answers must not wait, how soon somebody must act, and what is still unknown.
 *
 * <p>A {@link org.pacegate.domain.screening.RuleSet} holds questions and rules as data. {@link
 * org.pacegate.domain.screening.RuleSet#screen} reads a patient's {@link
 * org.pacegate.domain.screening.Answers} and returns an {@link
 * org.pacegate.domain.screening.Evaluation}: every rule that fired with the inputs it used, the
 * highest urgency, and what is missing. {@link org.pacegate.domain.screening.RuleSet#soFar} does so
 * while answers still come in. A fired rule is a suspicion with an urgency and a target, never a
 * diagnosis.
 *
 * <p>Requirements:
 *
 * <ul>
 *   <li>R1.1 When an input is missing, "not sure", of the wrong kind or impossible, a criterion
 *       answers INDETERMINATE unless the other inputs decide it (Kleene's three-valued logic);
 *       missing never becomes NOT_MET.
 *   <li>R1.2 When a rule that acts alone is INDETERMINATE, it fires, and says which inputs it
 *       assumed.
 *   <li>R1.3 When a cluster rule is INDETERMINATE, it does not fire, and the screening is not
 *       complete.
 *   <li>R1.4 When a question surely does not apply, it counts as answered no, whatever was typed
 *       before it stopped applying. When it is unknown whether it applies, it is asked.
 *   <li>R1.5 When a required question that may apply has no answer, the screening is not complete,
 *       even where no rule could still fire. MAL-5 is calculated and applies at follow-up only.
 *   <li>R1.6 When several rules fire, the highest urgency wins and every fired rule is kept with
 *       the inputs it used.
 *   <li>R1.7 When a rule of U0, U1 or U2 fired, the screening is POSITIVE_OPEN, complete or not.
 *       When all are cleared and an answer is still missing, it is INCOMPLETE.
 *   <li>R1.8 When only a routine rule (U3) fired, the finding is kept and needs no clearance.
 *   <li>R1.9 When answers are still coming in, a question not yet answered counts as not yet asked;
 *       "not sure" counts as in R1.2 and R1.3.
 *   <li>R1.10 When a rule set is malformed, it cannot be constructed: ids twice, a rule that reads
 *       an unknown or optional question or reads it as another kind, a code that is not offered, a
 *       source without words.
 *   <li>R1.11 When the patient is under 16 or the age is unknown, a clinician reviews (U2).
 *   <li>R1.12 When a cauda equina sign is certain, somebody acts the same day at the latest,
 *       whatever else was answered.
 *   <li>R1.13 When the questions are stopped, rules fire on what was answered, "not sure" as in
 *       R1.2. What was not asked is missing: it fires nothing, and the screening is not complete,
 *       so that clearing leads to INCOMPLETE.
 *   <li>R1.14 A decision about a flag is never overwritten: each one is kept with who, when, why
 *       and the licence it was made under.
 *   <li>R1.15 When a threshold is a proposal, a rule set names it as a parameter with bounds;
 *       {@link org.pacegate.domain.screening.RuleSet#with} moves it within them, in every rule and
 *       question that follows it. A parameter that moves nothing, or cannot reach its bounds, is
 *       malformed.
 *   <li>R1.40 When a clinic wants other thresholds, they are drafted within their bounds and with a
 *       reason. A draft never changes, and one without values says "as shipped".
 *   <li>R1.41 When a screening is made with a clinic's thresholds, the intake and the evaluation
 *       name their version, and keep it whatever is signed later.
 *   <li>R1.42 When thresholds are moved, every example that does not name a moved parameter comes
 *       out as written. One that does is tried again on a patient moved along with the threshold
 *       where it is held against a date or an amount; either way its new result is shown.
 *   <li>R1.43 When thresholds are signed, the signer may diagnose on that day, and they take effect
 *       on no day before it. Of those whose day has come the one signed last holds.
 *   <li>R1.100 How soon somebody acts and decides is a proposal; a clinic signs other times within
 *       bounds, so that no emergency waits for a week. The days of a rule only shorten them.
 *   <li>R1.101 Every danger names the signed deadlines it was found with and keeps them, also for
 *       whoever it is escalated to.
 *   <li>R1.105 What a clinician's examination found has flags, deadlines and referrals like a
 *       screening's. It renews no screening: it counts no longer than the one before it, and what
 *       that one lacked is missing still.
 *   <li>R1.97 When any one input of a rule that is met is taken away, the rule never says NOT_MET
 *       and the screening is never NEGATIVE; what is missing is named.
 *   <li>R1.98 NG65 is counted as written: four or more to rheumatology, three to the HLA-B27 test,
 *       one or two to the safety net. How soon is a proposal; its limits cannot be moved.
 *   <li>R1.90 Every flag at U0, U1 or U2 says until when somebody must have taken it over and until
 *       when a professional must have decided on it, by the limits of the day it was raised.
 *   <li>R1.91 When a danger was not taken over in time, a physician has to act on it, and when a
 *       physician did not in the same time again, the administrator is told.
 *   <li>R1.92 When a danger was taken over and not decided in time, the administrator is told.
 *   <li>R1.93 A decision about a flag ends its clock; who decides on a result that nobody took over
 *       has taken it over.
 *   <li>R1.94 When a dangerous answer in an unfinished intake is taken back, its clock goes on, and
 *       the intake says who took it back.
 *   <li>R1.95 When an answer at U0 or U1 is in an unfinished intake of a patient, the gate is shut
 *       and every plan of the patient is suspended at once. Taking the answer back opens nothing:
 *       the intake has to be finished, or dismissed by a professional, and the plan goes on by a
 *       new proof only.
 *   <li>R1.96 A danger that was answered in an unfinished intake keeps its deadline when the intake
 *       is recorded.
 * </ul>
 *
 * <p>Out of scope: reading rule sets from files (service), the words (web bundle), and any score:
 * risk factors are recorded elsewhere and never summed.
 */
package org.pacegate.domain.screening;
