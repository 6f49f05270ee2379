/**
 * Sends what the clinic queued for somebody outside.
 *
 * <ul>
 *   <li>R14.3 A pass every few seconds sends what is due, each message in a transaction of its own
 *       that holds its row: two servers send none twice. Only a server that stops between the mail
 *       server's yes and the commit sends one again.
 *   <li>R14.4 The text of a message is encrypted with a key outside the database until it is over.
 *   <li>R14.5 The letter of a link that opens nothing any more is not sent.
 *   <li>R14.6 Without a mail server in the settings nothing is offered by e-mail.
 * </ul>
 *
 * <p>Out of scope in this version: bounces that come later by mail.
 */
package org.pacegate.service.message;
