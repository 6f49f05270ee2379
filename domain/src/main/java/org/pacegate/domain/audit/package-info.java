/**
 * The words of the audit: what can be done to a record. Events are written, sealed and verified by
 * {@code org.pacegate.service.audit}.
 */
package org.pacegate.domain.audit;
