package org.pacegate.web.shared;

/**
 * A person ends this session. Fired while it still stands, so that it can be written down.
 *
 * @param account the caller's principal name
 */
public record SignedOut(String account) {}
