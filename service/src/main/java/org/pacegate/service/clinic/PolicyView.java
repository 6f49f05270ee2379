package org.pacegate.service.clinic;

/**
 * One version of a policy, to be read before it is signed.
 *
 * @param maySign whether the caller holds a physician's licence to sign with today
 */
public record PolicyView(PolicyLine line, boolean maySign) {}
