package org.pacegate.service.intake;

/** The PDF of a response, as it was kept. */
public final class KeptPdf {

  private final byte[] bytes;
  private final String hash;

  KeptPdf(byte[] bytes, String hash) {
    this.bytes = bytes;
    this.hash = hash;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of the bytes, hexadecimal. */
  public String hash() {
    return hash;
  }
}
