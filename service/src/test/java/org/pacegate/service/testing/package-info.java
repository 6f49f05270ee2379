/**
 * The services without a server: the real classes on the real provider and a PostgreSQL of their
 * own, as the application's role. What only a server does (roles, interceptors, JTA) is tested on
 * one.
 */
package org.pacegate.service.testing;
