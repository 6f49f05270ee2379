package org.pacegate.launcher;

import java.io.PrintStream;
import java.nio.file.Path;

/** What the person who typed {@code ./run} reads. */
class Console {

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String sentence) {
    say("Pacegate: " + sentence);
  }

  void welcome(String address, Path logs, FirstContent content) {
    say("");
    say("Pacegate is ready: " + address);
    say("Logs are in " + logs + "; Ctrl-C stops it.");
    say(content.accounts());
  }
}
