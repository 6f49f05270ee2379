package org.pacegate.service.clinic;

/**
 * Somebody is about to record that a licence had lapsed. Observed within the transaction, before
 * the licence is touched: what rests on it is locked first, in the order everybody locks.
 */
public record LicenceInDoubt(long licenceId) {}
