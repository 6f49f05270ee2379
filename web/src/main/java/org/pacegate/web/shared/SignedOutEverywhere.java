package org.pacegate.web.shared;

/**
 * A person asked to end all own sessions. The keeper of the sessions observes this.
 *
 * @param account the caller's principal name
 */
public record SignedOutEverywhere(String account) {}
