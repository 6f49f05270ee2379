/**
 * The database as the last wall, tried by SQL as the application's role.
 *
 * <ul>
 *   <li>R13.3 A transaction sees and writes the rows of the clinic it entered, in every table.
 *   <li>R13.4 Every key of a clinic's table carries the clinic, so no row points into another one.
 *   <li>R13.5 The application's role owns nothing, bypasses nothing and deletes no record.
 *   <li>R13.6 A form's draft is shown to whoever typed it.
 *   <li>R13.7 A login enters its own clinic; logins are not read.
 *   <li>R13.8 A recorded fact is not changed; what ends it is added.
 *   <li>R13.60 A time that gives a right is the time at which it was written, by the database's
 *       clock.
 *   <li>R13.61 The SQL runs on PostgreSQL 15 and newer.
 * </ul>
 */
package org.pacegate.service.schema;
