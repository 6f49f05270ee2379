package org.pacegate.domain.clinic;

import java.util.Arrays;
import java.util.Optional;

/** What the document behind a licence may be; told from its first bytes, whatever its name says. */
public enum ProofType {
  PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
  PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
  JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF);

  private final String mediaType;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final int[] beginning;

  ProofType(String mediaType, String extension, int... beginning) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.beginning = beginning;
  }

  /** The type of a document; empty for any other. */
  public static Optional<ProofType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
  }

  /** The type that is kept under a media type. */
  public static ProofType named(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  private boolean begins(byte[] content) {
    if (content.length <= beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((content[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  public String mediaType() {
    return mediaType;
  }

  /** End of a file's name, without the dot. */
  public String extension() {
    return extension;
  }
}
