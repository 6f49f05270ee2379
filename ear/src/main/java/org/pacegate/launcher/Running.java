package org.pacegate.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What is running and has to be stopped, last started first. Starting and stopping exclude each
 * other, so that a signal in the middle of a start leaves nothing behind.
 */
class Running {

  private final Console console;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean stopping;

  Running(Console console) {
    this.console = console;
  }

  /** Makes a part and remembers to close it. */
  synchronized <T extends AutoCloseable> T keep(Supplier<T> maker) {
    return start(
        () -> {
          var part = maker.get();
          parts.push(part);
          return part;
        });
  }

  /** Takes a step that a stop has to wait for. */
  synchronized <T> T start(Supplier<T> step) {
    if (stopping) {
      throw new StartRefused("Stopped while starting.");
    }
    return step.get();
  }

  synchronized void unlessStopping(Runnable action) {
    if (!stopping) {
      action.run();
    }
  }

  synchronized void stop() {
    stopping = true;
    boolean something = parts.size() > 1; // the lock on the data directory alone is nothing to see
    if (something) {
      console.say("Stopping");
    }
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
    if (something) {
      console.say("Stopped.");
    }
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      console.complain("%s could not be stopped: %s".formatted(part, e.getMessage()));
    }
  }
}
