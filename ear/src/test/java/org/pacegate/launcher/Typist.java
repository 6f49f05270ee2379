package org.pacegate.launcher;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.pacegate.clinic.Wire;
import org.pacegate.testing.Demonstration;

/**
 * Somebody who types intakes over HTTP, one answer a post, as a browser without script does. Where
 * the server goes away they come back when it does, and type what it had not shown as saved.
 */
abstract class Typist implements Callable<Void> {

  private static final int MOST_TRIES = 50;

  private final Wire desk;
  private final AtomicInteger next;
  private final int most;
  private final ConcurrentMap<String, String> saved;
  private String name;

  /**
   * @param next the number of the next intake that nobody types yet
   * @param most how many there are
   * @param saved what pages showed as saved: family name and field, and the value
   */
  Typist(String url, AtomicInteger next, int most, ConcurrentMap<String, String> saved) {
    this.desk = new Wire(url);
    this.next = next;
    this.most = most;
    this.saved = saved;
  }

  @Override
  public Void call() throws InterruptedException {
    for (int number = next.getAndIncrement(); number < most; number = next.getAndIncrement()) {
      name = "Killed" + number;
      types(number);
    }
    return null;
  }

  /** One intake, of which everything is typed until it is saved. */
  abstract void types(int number) throws InterruptedException;

  /** What was shown must not be relied on after an interruption. */
  abstract void forget();

  /** The signed-in desk. */
  Wire desk() {
    return desk;
  }

  /** The family name of the intake that is typed now; no other has it. */
  String name() {
    return name;
  }

  void saved(String field, String value) {
    saved.put(name + " " + field, value);
  }

  /** Whatever else the server answers, or that nobody does, is an interruption. */
  void untilDone(BooleanSupplier step, BooleanSupplier back) throws InterruptedException {
    for (int tries = 0; !isDone(step); tries++) {
      if (tries == MOST_TRIES) {
        throw new AssertionError("cannot go on with " + name + " " + this);
      }
      forget();
      Launched.await(() -> isDone(back));
    }
  }

  private static boolean isDone(BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (UncheckedIOException | AssertionError away) {
      return false;
    }
  }

  boolean signsIn() {
    desk.cookies().clear();
    return desk.signIn(Demonstration.STAFF, Demonstration.password(), "/signin.xhtml").status()
        == 302;
  }
}
