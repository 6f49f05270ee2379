/**
 * Every door to a plan without a valid professional diagnosis, tried in the running server: the
 * services, a forged page post, and SQL as the application's role (docs/architecture.md, rule 5).
 */
package org.pacegate.gate;
