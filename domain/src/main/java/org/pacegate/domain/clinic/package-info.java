/**
 * The clinic, the people who work in it, what they are licensed to do and how they sign in.
 *
 * <p>A clinic is the tenant: nothing clinical is visible across its border. A practitioner is a
 * person of one clinic; licences say what the person may lawfully do on a day; an account lets the
 * person sign in and holds their roles. Licence and role are two things: a role opens a page, only
 * a licence that was valid on the day carries a diagnosis.
 *
 * <p>Requirements:
 *
 * <ul>
 *   <li>R11.1 A licence has a first and a last day; both count.
 *   <li>R11.2 When a lapse is found later, the licence counts as invalid from the day of the lapse
 *       on.
 *   <li>R11.3 Only a licence whose profession the clinic's policy admits lets its holder diagnose.
 *   <li>R11.4 A person may hold several roles.
 *   <li>R11.5 A login is unique over all clinics, lower case, and never changes its owner.
 *   <li>R11.6 A password has 12 to 200 characters and is not the login, the clinic's name, the old
 *       password or one of the first that a stranger would try. No rule asks for kinds of
 *       characters.
 *   <li>R11.7 A password that somebody else chose is good for one thing only: choosing one's own.
 *   <li>R11.8 Every change of a password, and "sign out everywhere", ends the account's other
 *       sessions.
 *   <li>R11.9 An account holds at least one role; a disabled account cannot sign in and its
 *       sessions end.
 *   <li>R11.10 After the first failed tries the next one has to wait, twice as long each time: at
 *       most 30 seconds for an account, 15 minutes for an address. Failures are forgotten with
 *       time. Nobody can keep the owner of an account out by failing at it from elsewhere.
 *   <li>R11.13 A clinic always has an administrator who can sign in: the last one is neither
 *       disabled nor demoted, even when two act on each other at the same moment.
 *   <li>R11.60 Who may diagnose is a policy of each jurisdiction that comes into force on a day and
 *       is about the licences of that jurisdiction. Where nothing was signed only physicians may.
 *   <li>R11.61 A policy is drafted with a reason and signed by a physician; it begins after the day
 *       of its signature and within ten years, so that what holds on a past day never changes. Of
 *       two whose day has come the one signed last holds.
 *   <li>R11.62 Under direct access a physiotherapist may diagnose within the days that the policy
 *       says. Fractures, bone stress, infection, malignancy, cauda equina, spondyloarthritis,
 *       aneurysms and the viscera are a physician's under every policy, and so is a code that
 *       cannot be compared with ICD-10. A code is the same with and without its dots. No policy
 *       limits visits, which nobody counts.
 *   <li>R11.63 Red flags, thresholds and policies are a physician's under every policy.
 *   <li>R11.64 A licence says its jurisdiction and scope, once; somebody who is not its holder says
 *       so and has looked it up, with when and how.
 * </ul>
 *
 * <p>Out of scope: who may call what (the services' annotations), how a password is hashed and
 * where failures are counted ({@code org.pacegate.service.clinic}), what a country's law says (each
 * clinic has to check it), and counting visits, which nobody records yet.
 */
package org.pacegate.domain.clinic;
