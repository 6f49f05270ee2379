package org.pacegate.service.clinic;

/** A document behind a licence, to be saved and never shown by the browser. */
public record ProofFile(String name, byte[] bytes) {}
