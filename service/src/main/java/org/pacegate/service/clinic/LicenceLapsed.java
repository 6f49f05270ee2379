package org.pacegate.service.clinic;

/**
 * A licence turned out not to have stood from some day on. Observed within the transaction: the
 * plans that rest on a diagnosis signed since are suspended with it, or nothing happens.
 */
public record LicenceLapsed(long licenceId) {}
