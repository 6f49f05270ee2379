/**
 * Sends what the clinic queued for somebody outside.
 *
 * <ul>
 *   <li>R14.3 A pass every few seconds sends what is due. A try is counted before it is made: two
 *       servers send no message twice, and only one that stops before it has noted the mail
 *       server's yes sends it again, after the usual wait.
 *   <li>R14.4 The text of a message is encrypted with a key outside the database until it is over.
 *   <li>R14.5 The letter of a link that opens nothing any more is not sent.
 *   <li>R14.6 Without a mail server in the settings nothing is offered by e-mail.
 * </ul>
 *
 * <p>Out of scope in this version: bounces that come later by mail.
 */
package org.pacegate.service.message;
