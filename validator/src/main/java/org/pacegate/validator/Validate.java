package org.pacegate.validator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;

/**
 * Reads questionnaires and writes what is wrong with each: counts and length-prefixed UTF-8 texts.
 * In, the number of files and each file; out, for each file the number of errors and each error's
 * place and words. Streams of the platform are all that both sides of the class loader share.
 */
public final class Validate {
  /** As many as the server ever sends, and no more. */
  private static final int MOST_FILES = 100;

  private static final int MOST_BYTES = 1_048_576;

  private Validate() {}

  /** Looks at every file; returns when the last one was answered. */
  public static void run(DataInputStream in, DataOutputStream out) throws IOException {
    try {
      answer(in, out);
    } finally {
      // Java keeps HAPI's words for its errors, and with them its class loader and the definitions.
      ResourceBundle.clearCache(Validate.class.getClassLoader());
    }
  }

  private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
    QuestionnaireValidator validator = new QuestionnaireValidator();
    int files = within(in.readInt(), MOST_FILES);
    for (int i = 0; i < files; i++) {
      byte[] file = in.readNBytes(within(in.readInt(), MOST_BYTES));
      write(out, validator.errors(new String(file, StandardCharsets.UTF_8)));
    }
    out.flush();
  }

  private static int within(int number, int most) {
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("not between 0 and " + most + ": " + number);
    }
    return number;
  }

  private static void write(DataOutputStream out, List<Finding> findings) throws IOException {
    out.writeInt(findings.size());
    for (Finding finding : findings) {
      write(out, finding.place());
      write(out, finding.problem());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
