package org.pacegate.service.clinic;

/** A document behind a licence, to be saved and never shown by the browser. */
public final class ProofFile {

  private final String name;
  private final byte[] bytes;

  ProofFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  /** A name of our own, with the ending of what it is. */
  public String name() {
    return name;
  }

  /** A copy of the whole file. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
