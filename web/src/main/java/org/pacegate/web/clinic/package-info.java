/**
 * Signing in and out, one's own account, and the administrators' pages.
 *
 * <p>Offers the container the answer to "who makes this request" ({@link
 * org.pacegate.web.clinic.FormMechanism}), and puts the account as it stands at that moment into
 * the request attribute named after {@code org.pacegate.service.clinic.SignedIn}.
 *
 * <ul>
 *   <li>R3.1 Nothing but the sign-in page, its assets and error pages answers without a sign-in.
 *   <li>R3.2 At every request the account is asked anew: a changed role, a disabled account and
 *       "sign out everywhere" act at once, and no cookie but the session's is worth anything.
 *   <li>R3.3 The session's id changes at sign-in and at a change of the password; signing out ends
 *       the session on the server.
 *   <li>R3.4 A session ends after the idle time without a person's action, and after twelve hours
 *       in any case. Requests with the parameter {@code background} prolong nothing.
 *   <li>R3.5 After signing in a person goes on at the page they wanted, its record included; the
 *       address never leads to another site. A request of a script is sent to the sign-in page too.
 *   <li>R3.6 What another site makes a browser send changes nothing: view state of the session in
 *       every form behind the sign-in, and a check of the request's origin everywhere.
 *   <li>R3.7 Wrong name and wrong password get the same words and status.
 *   <li>R3.8 A person with a password that somebody else chose can do nothing but choose one, and
 *       holds no role until then.
 *   <li>R3.9 The pages of the administration open to administrators only.
 *   <li>R3.10 Nobody gets a session before signing in: the sign-in page keeps nothing on the
 *       server, so that strangers cannot fill the table of sessions.
 *   <li>R3.11 A sign-in begins a session of its own. What another person typed at the same browser
 *       is not in it.
 *   <li>R3.12 The redirect to the sign-in page carries the headers of every answer.
 * </ul>
 *
 * <p>Out of scope: how passwords are checked and failures counted ({@code
 * org.pacegate.service.clinic}), the warning before an idle session ends ({@code
 * org.pacegate.web.shared}).
 */
package org.pacegate.web.clinic;
