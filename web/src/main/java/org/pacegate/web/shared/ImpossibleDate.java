package org.pacegate.web.shared;

import java.util.List;

/** What was typed is no date. Carries the key of the sentence that says why, and its facts. */
final class ImpossibleDate extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> facts;

  ImpossibleDate(String key, Object... facts) {
    super(key);
    this.key = key;
    this.facts = List.of(facts);
  }

  String key() {
    return key;
  }

  List<Object> facts() {
    return facts;
  }
}
