/**
 * The frame around every page: look, words, language, times, typed values and refusals.
 *
 * <p>Offers the templates ({@code /WEB-INF/template.xhtml}, {@code template-plain.xhtml}), the tags
 * {@code urn:pacegate:tags}, the stylesheet and script, and the beans {@code signedIn}, {@code
 * signOut}, {@code language}, {@code rail}, {@code clinicTime}, {@code errorSummary}, {@code
 * submissionKey}, {@code assets}, {@code refusal}, {@code say} and {@code choiceConverter}.
 *
 * <ol>
 *   <li>R0.41 When a page is shown, its language is one of {@link
 *       org.pacegate.web.shared.UiLanguage}, never text from the request.
 *   <li>R0.42 When a date is typed or pasted in any usual form, it is understood; an impossible one
 *       is answered with a sentence at the field, and what was typed stays.
 *   <li>R0.43 When a number is typed with a comma or a point, both mean the same.
 *   <li>R0.44 When an answer leaves the server, exactly one strict content security policy and the
 *       other security headers go with it, and nothing loads from another host.
 *   <li>R0.45 When a form is refused, the reasons stand at the top with links to the fields and the
 *       same words at the fields.
 *   <li>R0.46 When a form is sent twice, both carry the same submission key.
 *   <li>R0.47 The rail shows a person the work places that the person's roles may use, no others.
 *   <li>R0.48 Every time is shown on the clinic's clock.
 *   <li>R0.49 Every word exists in English and Spanish.
 *   <li>R0.50 Everything can be done from the keyboard; shortcuts of one key can be switched off.
 *   <li>R0.51 When something unexpected happens, the page gives a request number and no inner
 *       detail. What the services decline, a page that was closed meanwhile and a record that is
 *       not there are no failures: each has a sentence and a status of its own (409, 403, 404).
 *   <li>R0.58 A form of the desk or of a screening is taken only from a page of the same session,
 *       whether or not it says where it comes from. A post of any page without that page's script
 *       nonce is refused before anything of it is done.
 *   <li>R0.61 Typed text that is not on record outlives an idle sign-out and a page that the server
 *       has closed, in its tab, for the same person, and is put back where it was typed; another
 *       person never sees it, a password is never kept, and leaving such a form asks first.
 *   <li>R0.62 Good news is on the next page that the person is shown, once, whatever a page asks
 *       the server in between.
 * </ol>
 *
 * <p>Out of scope: signing in (feature clinic), what a page is about.
 */
package org.pacegate.web.shared;
