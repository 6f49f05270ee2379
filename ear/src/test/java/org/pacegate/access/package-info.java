/**
 * Who may call what, on whose record: every service method as every role and as nobody, on an own
 * and on another clinic's record (docs/architecture.md, rule 13).
 */
package org.pacegate.access;
