/**
 * Signing in and out, one's own account, and the administrators' pages.
 *
 * <p>Offers the container the answer to "who makes this request" ({@link
 * org.pacegate.web.clinic.FormMechanism}), and puts the account as it stands at that moment into
 * the request attribute named after {@code org.pacegate.service.clinic.SignedIn}.
 *
 * <ul>
 *   <li>R11.41 Nothing but the sign-in page, its assets and error pages answers without a sign-in.
 *   <li>R11.42 At every request the account is asked anew: a changed role, a disabled account and
 *       "sign out everywhere" act at once, and no cookie but the session's is worth anything.
 *   <li>R11.43 The session's id changes at sign-in and at a change of the password; signing out
 *       ends the session on the server.
 *   <li>R11.44 A session ends after the idle time without a person's action, and after twelve hours
 *       in any case. Requests with the parameter {@code background} prolong nothing.
 *   <li>R11.45 After signing in a person goes on at the page they wanted, its record included; the
 *       address never leads to another site. A request of a script is sent to the sign-in page too.
 *   <li>R11.46 What another site makes a browser send changes nothing: view state of the session in
 *       every form behind the sign-in, and a check of the request's origin everywhere.
 *   <li>R11.47 Wrong name and wrong password get the same words and status.
 *   <li>R11.48 A person with a password that somebody else chose can do nothing but choose one, and
 *       holds no role until then.
 *   <li>R11.49 The pages of the administration open to administrators only.
 *   <li>R11.50 Nobody gets a session before signing in: the sign-in page keeps nothing on the
 *       server, so that strangers cannot fill the table of sessions.
 *   <li>R11.51 A sign-in begins a session of its own. What another person typed at the same browser
 *       is not in it.
 *   <li>R11.52 The redirect to the sign-in page carries the headers of every answer.
 *   <li>R11.53 A page that the server has closed says so, and leads back to the record it was
 *       about; the way back never leads to another site.
 *   <li>R11.54 Where a demonstration was loaded, every page says so, the sign-in page and the pages
 *       that refuse included; a stranger learns nothing else, and no database is asked for it.
 *   <li>R11.80 A licence has a page: where it holds, who looked it up and how, its documents, and
 *       the plans that rest on a signature which its lapse took the ground from.
 *   <li>R11.81 A document is saved under a name of our own and never shown by the browser.
 *   <li>R11.82 The administrator's first page lists licences that end in 60, 30 and 7 days or have
 *       ended, until somebody renews them.
 * </ul>
 *
 * <p>Out of scope: how passwords are checked and failures counted ({@code
 * org.pacegate.service.clinic}), the warning before an idle session ends ({@code
 * org.pacegate.web.shared}).
 */
package org.pacegate.web.clinic;
