/**
 * Every door to a plan without a valid professional diagnosis, tried in the running server: the
 * services, a forged page post, and SQL as the application's role (design.md 3.5).
 */
package org.pacegate.gate;
