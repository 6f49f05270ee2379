package org.pacegate.service.questionnaire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HAPI validator behind a class loader of its own (decision 0013): its jars are not the
 * application's, and its classes and definitions go with the thread that used them. One at a time.
 */
final class IsolatedValidator {
  private static final String MAIN = "org.pacegate.validator.Validate";
  private static final int MOST_FINDINGS = 10_000;
  private static final int MOST_TEXT = 1_048_576;

  private final URL[] jars;
  private final Duration limit;
  private final Semaphore one = new Semaphore(1);

  /**
   * @param jars the validator and its libraries
   * @param limit how long it may take for each file
   */
  IsolatedValidator(List<URL> jars, Duration limit) {
    this.jars = jars.toArray(URL[]::new);
    this.limit = limit;
  }

  /**
   * Every error of each file, in the files' order.
   *
   * @throws ValidatorFailed if it gave no answer, or is still looking at others
   */
  List<List<FileProblem>> errors(List<QuestionnaireFile> files) {
    try {
      return read(answers(asked(files), limit.multipliedBy(files.size())), files.size());
    } catch (IOException e) {
      throw new ValidatorFailed("answered nonsense", e);
    }
  }

  private byte[] answers(byte[] question, Duration within) {
    if (!one.tryAcquire()) {
      throw new ValidatorFailed("is looking at another file");
    }
    CompletableFuture<byte[]> answers = new CompletableFuture<>();
    Thread thread = new Thread(() -> work(question, answers), "questionnaire validator");
    thread.setDaemon(true);
    thread.start();
    try {
      byte[] answer = answers.get(within.toMillis(), TimeUnit.MILLISECONDS);
      unload(thread);
      return answer;
    } catch (TimeoutException e) {
      throw new ValidatorFailed("took longer than " + within.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new ValidatorFailed("failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ValidatorFailed("was interrupted", e);
    }
  }

  /**
   * The validator's classes take a third of the room that the server has for classes, and the
   * collector would leave them there until all of it is used. Some go with the thread only.
   */
  private static void unload(Thread thread) throws InterruptedException {
    thread.join(Duration.ofSeconds(5).toMillis());
    System.gc();
  }

  /** Until the thread has really ended, no other one starts. */
  private void work(byte[] question, CompletableFuture<byte[]> answers) {
    try {
      answers.complete(validated(question));
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      answers.completeExceptionally(e.getCause() == null ? e : e.getCause());
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      answers.completeExceptionally(e);
    } finally {
      Thread.currentThread().setContextClassLoader(null);
      one.release();
    }
  }

  private byte[] validated(byte[] question) throws ReflectiveOperationException, IOException {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader("validator", jars, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Class.forName(MAIN, true, loader)
          .getMethod("run", DataInputStream.class, DataOutputStream.class)
          .invoke(
              null,
              new DataInputStream(new ByteArrayInputStream(question)),
              new DataOutputStream(answers));
    }
    return answers.toByteArray();
  }

  private static byte[] asked(List<QuestionnaireFile> files) throws IOException {
    ByteArrayOutputStream question = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(question)) {
      out.writeInt(files.size());
      for (QuestionnaireFile file : files) {
        out.writeInt(file.bytes().length);
        out.write(file.bytes());
      }
    }
    return question.toByteArray();
  }

  private static List<List<FileProblem>> read(byte[] answers, int files) throws IOException {
    List<List<FileProblem>> all = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answers));
    for (int i = 0; i < files; i++) {
      List<FileProblem> problems = new ArrayList<>();
      for (int left = within(in.readInt(), MOST_FINDINGS); left > 0; left--) {
        problems.add(new FileProblem(text(in), "fhir.invalid", text(in)));
      }
      all.add(problems);
    }
    return all;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(within(in.readInt(), MOST_TEXT)), StandardCharsets.UTF_8);
  }

  private static int within(int number, int most) {
    if (number < 0 || number > most) {
      throw new ValidatorFailed("answered nonsense: " + number);
    }
    return number;
  }
}
