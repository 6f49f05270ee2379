package org.pacegate.validator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads questionnaires from the standard input and writes what is wrong with each to the standard
 * output. Both are counts and length-prefixed UTF-8 texts ({@link DataInputStream}): in, the number
 * of files and each file; out, for each file the number of errors and each error's place and words.
 * The exit code is 0 when every file was looked at, whatever was found.
 */
public final class Validate {
  /** As many as the server ever sends, and no more. */
  private static final int MOST_FILES = 100;

  private static final int MOST_BYTES = 1_048_576;

  private Validate() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // what a library prints must not come between the answers
    run(
        new DataInputStream(new BufferedInputStream(System.in)),
        new DataOutputStream(new BufferedOutputStream(answers)));
  }

  static void run(DataInputStream in, DataOutputStream out) throws IOException {
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
