/**
 * What a clinic sends to somebody outside.
 *
 * <ul>
 *   <li>R14.1 A message is queued in the transaction that decides it, is tried again after a
 *       minute, five, a quarter of an hour, an hour and six hours while the mail server cannot be
 *       reached, and then fails. What the mail server refuses fails at once.
 *   <li>R14.2 A message that is over, sent or not, never changes again and keeps nothing of its
 *       text.
 * </ul>
 *
 * <p>Out of scope in this version: bounces that come later by mail, text messages, attachments.
 */
package org.pacegate.domain.message;
