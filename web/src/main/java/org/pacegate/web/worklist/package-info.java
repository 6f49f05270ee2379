/**
 * Home: the worklist page, and what an administrator is told.
 *
 * <ul>
 *   <li>R8.50 The clock of a danger counts down by the server's time, without asking the server,
 *       and says in words and colour when it has run out. Without script, and on paper, it is the
 *       time itself; for who wants little movement it counts minutes.
 *   <li>R8.51 A row says which role has to act now, which one let the deadline pass, and when a
 *       dangerous answer was taken back.
 *   <li>R8.52 An administrator's first page begins with the dangers that nobody dealt with.
 *   <li>R8.53 A physician dismisses an intake whose dangerous answer was taken back, with a reason.
 * </ul>
 */
package org.pacegate.web.worklist;
